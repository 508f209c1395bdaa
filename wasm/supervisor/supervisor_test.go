package supervisor

import (
	"reflect"
	"testing"

	arch "unroll/core/model"
	"unroll/core/train"
	"unroll/web/wire"
)

// worker is one that does nothing but write down what it is told.
type worker struct {
	told    []wire.Message
	stopped bool
}

func (w *worker) Post(b []byte) {
	m, err := wire.Decode(b)
	if err != nil {
		panic(err)
	}
	w.told = append(w.told, m)
}

func (w *worker) Stop() { w.stopped = true }

// rig is a Supervisor with every worker that it started, and what it said to the page.
type rig struct {
	*Supervisor
	t       *testing.T
	workers []*worker
	said    []wire.Message
	kept    []wire.Saved
}

func newRig(t *testing.T) *rig {
	r := &rig{t: t}
	r.Supervisor = New(
		func() Worker { r.workers = append(r.workers, &worker{}); return r.workers[len(r.workers)-1] },
		func(m wire.Message) { r.said = append(r.said, m) },
		func(c train.Config, m wire.Saved) { r.kept = append(r.kept, m) },
	)
	return r
}

// hear is what the worker says.
func (r *rig) hear(m wire.Message) { r.Heard(wire.Encode(m)) }

// told checks all that the newest worker was told.
func (r *rig) told(want ...wire.Message) {
	r.t.Helper()
	if got := r.workers[len(r.workers)-1].told; !reflect.DeepEqual(got, want) {
		r.t.Errorf("worker %d was told\n%+v, want\n%+v", len(r.workers), got, want)
	}
}

var (
	config = train.Config{Task: "reverse", Architecture: arch.Architecture{Hidden: 8}}
	other  = train.Config{Task: "dates", Architecture: arch.Architecture{Hidden: 8}}
	ready  = wire.Ready{Config: config}
)

func TestMessagesPass(t *testing.T) {
	r := newRig(t)
	all := []wire.Message{wire.Configure{Config: config}, wire.Run{Input: "abc"}, wire.Step{}, wire.Train{}, wire.Pause{}, wire.Save{}}
	for _, m := range all {
		r.Send(m)
	}
	r.told(all...)
	r.hear(ready)
	r.hear(wire.Progress{Step: 1})
	if want := []wire.Message{ready, wire.Progress{Step: 1}}; !reflect.DeepEqual(r.said, want) {
		t.Errorf("the page heard %+v", r.said)
	}
}

func TestADeadTrainerGoesOnFromItsSnapshot(t *testing.T) {
	r := newRig(t)
	r.Send(wire.Configure{Config: config})
	r.hear(ready)
	r.Send(wire.Run{Input: "abc"})
	r.Send(wire.Train{Pace: 2})
	r.hear(wire.Saved{Step: 40, Checkpoint: []byte("forty")})
	r.hear(wire.Progress{Step: 50, Training: true})
	r.Died("out of memory")

	if !r.workers[0].stopped || len(r.workers) != 2 {
		t.Fatalf("%d workers, the first stopped: %v", len(r.workers), r.workers[0].stopped)
	}
	r.told(wire.Configure{Config: config, Checkpoint: []byte("forty")}, wire.Run{Input: "abc"}, wire.Train{Pace: 2})
	want := wire.Failure{Reason: wire.Crashed, Step: 40, Detail: "out of memory"}
	if got := r.said[len(r.said)-1]; !reflect.DeepEqual(got, want) {
		t.Errorf("the page heard %+v, want %+v", got, want)
	}
	if len(r.kept) != 1 || r.kept[0].Step != 40 {
		t.Errorf("kept %+v", r.kept)
	}
}

func TestAPausedTrainerStaysPaused(t *testing.T) {
	for _, last := range []wire.Message{wire.Pause{}, wire.Step{}, wire.Reset{}} {
		r := newRig(t)
		r.Send(wire.Configure{Config: config})
		r.hear(ready)
		r.Send(wire.Train{})
		r.Send(last)
		r.Died("")
		r.told(wire.Configure{Config: config})
	}
}

func TestResetForgetsTheSnapshot(t *testing.T) {
	r := newRig(t)
	r.Send(wire.Configure{Config: config, Checkpoint: []byte("seven")})
	r.hear(wire.Ready{Config: config, Trained: 7})
	r.Send(wire.Reset{})
	r.hear(ready)
	r.Died("")
	r.told(wire.Configure{Config: config})
}

func TestResetBeforeTheFirstAnswer(t *testing.T) {
	r := newRig(t)
	r.Send(wire.Reset{}) // there is nothing yet that could answer
	r.Send(wire.Configure{Config: config, Checkpoint: []byte("seven")})
	r.Send(wire.Reset{})
	r.hear(wire.Ready{Config: config, Trained: 7})
	r.hear(ready)
	r.Died("")
	r.told(wire.Configure{Config: config})
}

// TestAnOrderThatKillsIsNotGivenAgain: settings whose model does not fit into memory must not take
// the model with them that was there before.
func TestAnOrderThatKillsIsNotGivenAgain(t *testing.T) {
	r := newRig(t)
	r.Send(wire.Configure{Config: config})
	r.hear(ready)
	r.hear(wire.Saved{Step: 9, Checkpoint: []byte("nine")})
	r.Send(wire.Configure{Config: other})
	r.Died("out of memory")
	r.told(wire.Configure{Config: config, Checkpoint: []byte("nine")})
	r.hear(wire.Ready{Config: config, Trained: 9})
	r.hear(wire.Saved{Step: 10, Checkpoint: []byte("ten")})
	r.Died("")
	r.told(wire.Configure{Config: config, Checkpoint: []byte("ten")})
}

func TestARefusedOrderChangesNothing(t *testing.T) {
	r := newRig(t)
	r.Send(wire.Configure{Config: config})
	r.hear(ready)
	r.Send(wire.Configure{Config: other})
	r.Send(wire.Load{Checkpoint: []byte("?")})
	r.hear(wire.Failure{Reason: wire.BadConfig})
	r.hear(wire.Failure{Reason: wire.BadCheckpoint})
	r.Died("")
	r.told(wire.Configure{Config: config})
}

func TestALoadedCheckpointIsTheOneToGoOnFrom(t *testing.T) {
	r := newRig(t)
	r.Send(wire.Configure{Config: config})
	r.hear(ready)
	r.Send(wire.Load{Checkpoint: []byte("file")})
	r.hear(wire.Ready{Config: other, Trained: 3})
	r.Died("")
	r.told(wire.Configure{Config: other, Checkpoint: []byte("file")})
}

func TestDeathAtBirth(t *testing.T) {
	r := newRig(t)
	r.Send(wire.Configure{Config: config})
	for range patience {
		r.Died("it never lived")
		r.told(wire.Configure{Config: config})
	}
	r.Died("it never lived")
	if len(r.workers) != 1+patience {
		t.Errorf("%d workers, want %d", len(r.workers), 1+patience)
	}
	if got := r.said[len(r.said)-1].(wire.Failure).Reason; got != wire.Lost {
		t.Errorf("the page heard reason %d, want Lost", got)
	}
	r.Died("a dead worker cannot die")
	r.Send(wire.Step{})
	r.told(wire.Configure{Config: config}, wire.Step{})
}

func TestATrainerThatTrainedMayDieAgain(t *testing.T) {
	r := newRig(t)
	r.Send(wire.Configure{Config: config})
	r.hear(ready)
	r.Send(wire.Train{})
	for range 5 * patience {
		r.hear(wire.Progress{Training: true})
		r.Died("")
		r.hear(ready)
	}
	if got := len(r.workers); got != 1+5*patience {
		t.Errorf("%d workers", got)
	}
}

func TestNoiseIsADeath(t *testing.T) {
	r := newRig(t)
	r.Heard([]byte("noise"))
	if len(r.workers) != 2 || r.said[0].(wire.Failure).Reason != wire.Crashed {
		t.Errorf("%d workers, said %+v", len(r.workers), r.said)
	}
}

// Package supervisor keeps a trainer alive. It stands between the page and the worker that trains:
// it passes messages on, remembers what would be needed to go on without the worker, and when that
// dies starts another one, which takes up training from the last snapshot. It knows no JavaScript;
// the worker is a Worker.
package supervisor

import (
	"unroll/core/train"
	"unroll/web/wire"
)

// Worker is a trainer that runs elsewhere.
type Worker interface {
	Post(message []byte)
	Stop()
}

// patience is how many times in a row a worker may die without having trained in between.
const patience = 3

// Supervisor is a page.Trainer. Make one with New.
type Supervisor struct {
	start   func() Worker
	receive func(wire.Message)
	keep    func(train.Config, wire.Saved)

	worker Worker
	deaths int // in a row

	// What a new worker has to be told.
	model    *model // what the trainer said Ready to; nil before that
	run      wire.Run
	training bool
	pace     wire.Train // at which it was told to train

	awaited []model // what Configure, Load and Reset asked for, in the order of their answers
}

// model is a state of a model to go on from.
type model struct {
	config     train.Config // zero: the checkpoint's own
	checkpoint []byte       // nil: fresh weights
	data       []byte       // the file of its task
	step       int          // of the checkpoint
}

// New starts the first worker. What workers say goes to receive, and every state worth keeping
// beyond the page's life to keep.
func New(start func() Worker, receive func(wire.Message), keep func(train.Config, wire.Saved)) *Supervisor {
	s := &Supervisor{start: start, receive: receive, keep: keep}
	s.worker = start()
	return s
}

// Send passes a message on to the worker. If that was given up, there is another one first.
func (s *Supervisor) Send(m wire.Message) {
	if s.worker == nil {
		s.deaths = 0
		s.restart()
	}
	switch m := m.(type) {
	case wire.Configure:
		s.await(model{config: m.Config, checkpoint: m.Checkpoint, data: m.Data})
	case wire.Load:
		s.await(model{checkpoint: m.Checkpoint, data: m.Data})
	case wire.Reset:
		if n := len(s.awaited); n > 0 {
			s.await(model{config: s.awaited[n-1].config, data: s.awaited[n-1].data})
		} else if s.model != nil {
			s.await(model{config: s.model.config, data: s.model.data})
		}
	case wire.Train:
		s.training, s.pace = true, m
	case wire.Pause, wire.Step:
		s.training = false
	case wire.Run:
		s.run = m
	}
	s.worker.Post(wire.Encode(m))
}

// await expects a Ready, or the Failure that stands in its place.
func (s *Supervisor) await(m model) {
	s.awaited = append(s.awaited, m)
	s.training = false
}

// answered is the oldest of what was awaited. An answer that nothing asked for would be an error of
// the trainer's own.
func (s *Supervisor) answered() model {
	m := s.awaited[0]
	s.awaited = s.awaited[1:]
	return m
}

// Heard takes a message from the worker.
func (s *Supervisor) Heard(message []byte) {
	m, err := wire.Decode(message)
	if err != nil {
		s.Died(err.Error())
		return
	}
	switch m := m.(type) {
	case wire.Ready:
		next := s.answered()
		next.config, next.step = m.Config, m.Trained
		s.model = &next
	case wire.Saved:
		if m.Compact {
			break
		}
		s.model.checkpoint, s.model.step = m.Checkpoint, m.Step
		s.keep(s.model.config, m)
	case wire.Progress:
		s.training = m.Training
		if m.Training {
			s.deaths = 0
		}
	case wire.Failure:
		switch m.Reason {
		case wire.BadConfig, wire.BadCheckpoint:
			s.answered()
		case wire.Diverged:
			s.training = false
		}
	}
	s.receive(m)
}

// Died takes note that the worker is dead, and of its last words; another one goes on in its place.
func (s *Supervisor) Died(words string) {
	if s.worker == nil {
		return
	}
	s.worker.Stop()
	s.worker = nil
	s.deaths++
	f := wire.Failure{Reason: wire.Crashed, Detail: words}
	if s.model != nil {
		f.Step = s.model.step
	}
	if s.deaths > patience {
		f.Reason, s.training = wire.Lost, false
	} else {
		s.restart()
	}
	s.receive(f)
}

// restart tells a new worker what the old one knew. An order that the old one did not live to carry
// out may have killed it, and is not given again unless there is nothing else to go on from.
func (s *Supervisor) restart() {
	s.worker = s.start()
	m, training := s.model, s.training
	if m == nil && len(s.awaited) > 0 {
		m = &s.awaited[len(s.awaited)-1]
	}
	s.awaited = nil
	switch {
	case m == nil:
		return
	case m.config == (train.Config{}):
		s.Send(wire.Load{Checkpoint: m.checkpoint, Data: m.data})
	default:
		s.Send(wire.Configure{Config: m.config, Checkpoint: m.checkpoint, Data: m.data})
	}
	if s.run.Input != "" {
		s.Send(s.run)
	}
	if training {
		s.Send(s.pace)
	}
}

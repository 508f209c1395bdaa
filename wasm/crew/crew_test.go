package crew_test

import (
	"bytes"
	"fmt"
	"sync"
	"testing"
	"time"

	"unroll/core/train"
	"unroll/wasm/crew"
	"unroll/wasm/crew/crewtest"
)

func config(batch int) train.Config {
	c := train.Default("reverse")
	c.Shortest, c.Longest, c.Embedding, c.Hidden, c.Batch, c.Forcing.Share = 2, 4, 5, 7, batch, 0.7
	return c
}

func begin(t *testing.T, batch int) *train.Session {
	t.Helper()
	s, err := train.New(config(batch))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// fakeHands are goroutines.
type fakeHands struct {
	t       *testing.T
	ready   int
	called  int
	sizes   []int
	lost    int
	place   crew.Place
	working sync.WaitGroup
	dieAt   int // steps after which the last hand falls silent; 0: never
}

func (h *fakeHands) Call() int {
	h.called++
	return h.ready
}

func (h *fakeHands) Enlist(n int, checkpoint, _ []byte) crew.Place {
	h.sizes = append(h.sizes, n+1)
	all := crewtest.Places(n + 1)
	for i, p := range all[1:] {
		s, err := train.Load(checkpoint)
		if err != nil {
			h.t.Fatal(err)
		}
		h.working.Add(1)
		go func() {
			defer h.working.Done()
			defer func() { // what dies takes all its connections with it
				for _, l := range p.Links {
					l.Close()
				}
			}()
			if h.dieAt > 0 && i == n-1 {
				for range h.dieAt {
					crew.Step(s, p)
				}
				return
			}
			crew.Follow(s, p)
		}()
	}
	h.place = all[0]
	return all[0]
}

func (h *fakeHands) Dismiss(lost bool) {
	if lost {
		h.lost++
		h.ready = 0
	}
	for _, l := range h.place.Links {
		l.Close()
	}
	h.place = crew.Place{}
}

// clock makes a step alone seem to take so long, and one of a crew a part of that.
func (h *fakeHands) clock(alone time.Duration, part float64) func() time.Duration {
	now := time.Duration(0)
	return func() time.Duration {
		if len(h.place.Links) > 0 {
			now += time.Duration(part * float64(alone))
		} else {
			now += alone
		}
		return now
	}
}

func steps(t *testing.T, s interface {
	Step() (train.Progress, error)
}, n int) {
	t.Helper()
	for range n {
		if _, err := s.Step(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestCrewIsOneAlone(t *testing.T) {
	for _, batch := range []int{3, 19, 37} {
		for ready := range 5 {
			for _, dieAt := range []int{0, 9} {
				t.Run(fmt.Sprint(batch, "/", ready, "/", dieAt), func(t *testing.T) {
					alone := begin(t, batch)
					steps(t, alone, 80)
					h := &fakeHands{t: t, ready: ready, dieAt: dieAt}
					l := crew.NewLead(begin(t, batch), h, h.clock(100*time.Millisecond, 0.5))
					steps(t, l, 80)
					want := 1
					for 2*want <= l.Shards() && 2*want <= ready+1 {
						want *= 2
					}
					if want > 1 && (len(h.sizes) != 1 || h.sizes[0] != want) {
						t.Errorf("crews of %v were formed, want one of %d", h.sizes, want)
					}
					if died := dieAt > 0 && want > 1; died != (h.lost > 0) || died && l.Size() != 1 || !died && l.Size() != want {
						t.Errorf("%d replicas at the end, %d times lost", l.Size(), h.lost)
					}
					h.Dismiss(false)
					h.working.Wait()
					if !bytes.Equal(l.Save(), alone.Save()) {
						t.Error("the crew's run is not that of one alone")
					}
				})
			}
		}
	}
}

func TestQuickStepsCallNobody(t *testing.T) {
	h := &fakeHands{t: t, ready: 3}
	steps(t, crew.NewLead(begin(t, 64), h, h.clock(time.Millisecond, 0.5)), 200)
	if h.called > 0 {
		t.Error("hands were called for steps of a millisecond")
	}
}

// TestCrewThatDoesNotPayIsDismissed, for a time.
func TestCrewThatDoesNotPayIsDismissed(t *testing.T) {
	h := &fakeHands{t: t, ready: 1}
	alone := begin(t, 64)
	l := crew.NewLead(begin(t, 64), h, h.clock(100*time.Millisecond, 0.95))
	steps(t, l, 40)
	if l.Size() != 2 {
		t.Fatal("no crew was formed")
	}
	steps(t, l, 160)
	if l.Size() != 1 || len(h.sizes) != 1 || h.lost != 0 {
		t.Errorf("a crew that wins a twentieth of the time: %d replicas, crews of %v", l.Size(), h.sizes)
	}
	h.working.Wait()
	steps(t, alone, 200)
	if !bytes.Equal(l.Save(), alone.Save()) {
		t.Error("the run is not that of one alone")
	}
	steps(t, l, 5000)
	if len(h.sizes) != 2 {
		t.Error("it was never tried again")
	}
	h.Dismiss(false)
	h.working.Wait()
}

func TestNextRunDismissesTheCrew(t *testing.T) {
	h := &fakeHands{t: t, ready: 3}
	now := h.clock(100*time.Millisecond, 0.5)
	steps(t, crew.NewLead(begin(t, 64), h, now), 40)
	if len(h.place.Links) != 2 {
		t.Fatal("no crew of four was formed")
	}
	next := crew.NewLead(begin(t, 64), h, now)
	h.working.Wait() // every hand has left off
	steps(t, next, 40)
	if len(h.sizes) != 2 {
		t.Error("the next run has no crew")
	}
	h.Dismiss(false)
	h.working.Wait()
}

func TestDivergenceEndsTheCrew(t *testing.T) {
	h := &fakeHands{t: t, ready: 1}
	l := crew.NewLead(&wild{Session: begin(t, 64)}, h, h.clock(100*time.Millisecond, 0.5))
	var err error
	for range 60 {
		if _, err = l.Step(); err != nil {
			break
		}
	}
	if err == nil || l.Size() != 1 || h.lost != 0 {
		t.Errorf("a step that fails gives %v and leaves a crew of %d", err, l.Size())
	}
	h.working.Wait()
}

// wild is a replica whose eighth step in a crew diverges.
type wild struct {
	*train.Session
	together int // steps taken
}

func (w *wild) Finish() (train.Progress, error) {
	if w.together++; w.together == 8 {
		return train.Progress{}, train.ErrDiverged
	}
	return w.Session.Finish()
}

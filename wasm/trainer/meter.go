package trainer

import (
	"math"
	"time"

	"unroll/core/train"
)

// meter measures a run while it is training: pauses do not count.
type meter struct {
	before  time.Duration // training before the stretch under way
	since   time.Duration // when that stretch began
	running bool
	shown   time.Duration // when the last Progress was posted

	sum    float64 // of the losses since the last Progress
	steps  int
	last   float64 // the mean that was shown last
	spoken bool    // whether there is one

	at     train.Progress // of the last step
	tokens int            // target tokens, ever
	window [32]reading
	next   int // where in window the next reading goes
}

// reading is how far training was at one moment.
type reading struct {
	elapsed time.Duration
	tokens  int
}

func (m *meter) start(now time.Duration) {
	if !m.running {
		m.since, m.running = now, true
	}
}

func (m *meter) stop(now time.Duration) {
	m.before, m.running = m.elapsed(now), false
}

func (m *meter) elapsed(now time.Duration) time.Duration {
	if !m.running {
		return m.before
	}
	return m.before + now - m.since
}

func (m *meter) add(p train.Progress) {
	m.at = p
	m.sum += p.Loss
	m.steps++
	m.tokens += p.Tokens
}

// loss is the mean of the steps since it was asked last; with no step since, what it said then; and
// not a number when there has been no step at all.
func (m *meter) loss() float64 {
	if m.steps > 0 {
		m.last, m.spoken = m.sum/float64(m.steps), true
		m.sum, m.steps = 0, 0
	}
	if !m.spoken {
		return math.NaN()
	}
	return m.last
}

// rate is target tokens a second over the last readings, which are as many as window holds: at
// twenty a second, a second and a half.
func (m *meter) rate(now time.Duration) float64 {
	r := reading{m.elapsed(now), m.tokens}
	old := m.window[m.next] // the oldest; while the window is not yet full, the beginning
	m.window[m.next] = r
	m.next = (m.next + 1) % len(m.window)
	if r.elapsed <= old.elapsed {
		return 0
	}
	return float64(r.tokens-old.tokens) / (r.elapsed - old.elapsed).Seconds()
}

package scene

import (
	"errors"
	"fmt"
	"sort"

	"unroll/core/trace"
	"unroll/web/say"
)

// Film is one scene of one run: beats from 0 to its end, and a picture for every moment.
type Film struct {
	ID            string
	Title         string // the accessible name of its pictures
	Width, Height float64
	Beats         []Beat // contiguous from 0; there is always one

	poster  float64
	motions []motion
	actors  []actor // in the order in which they are painted
}

// Beat is one thing happening, with the sentence that tells it.
type Beat struct {
	Start, Length float64 // seconds
	Caption       string
}

// actor is a shape as it is at rest, and the motion that it takes part in.
type actor struct {
	shape  Shape
	motion int
}

// Options is how a film is to be drawn. The zero value is 720 pixels wide and in English.
type Options struct {
	Width float64        // what there is to draw on, in CSS pixels; held to 300 … 1600
	Text  *say.Catalogue // the reader's language
}

// Scene is one of the films that can be made of a run.
type Scene struct {
	ID    string
	build func(*stage) error
}

// Films lists what New can make, in the order in which a reader meets them.
func Films() []Scene {
	return []Scene{
		{"unrolled", unrolled},
		{"alignment-matrix", alignmentMatrix},
	}
}

// Errors of New that a reader can do something about.
var (
	ErrNoAttention = errors.New("scene: the model has no attention, so there are no weights to show")
	ErrUnknown     = errors.New("scene: no such film")
)

// New makes the film of that id. The run is not copied and must not change afterwards.
func New(id string, run *trace.Run, o Options) (*Film, error) {
	if err := check(run); err != nil {
		return nil, err
	}
	for _, s := range Films() {
		if s.ID != id {
			continue
		}
		st := newStage(id, run, o)
		if err := s.build(st); err != nil {
			return nil, err
		}
		st.finish()
		return st.film, nil
	}
	return nil, fmt.Errorf("%w: %q", ErrUnknown, id)
}

// Duration is the film's length in seconds.
func (f *Film) Duration() float64 {
	last := f.Beats[len(f.Beats)-1]
	return last.Start + last.Length
}

// BeatAt is the index of the beat at time t; before the film it is the first, after it the last.
func (f *Film) BeatAt(t float64) int {
	after := sort.Search(len(f.Beats), func(i int) bool { return f.Beats[i].Start > t })
	return max(after-1, 0)
}

// Poster is the moment that makes the best still.
func (f *Film) Poster() float64 { return f.poster }

// Picture is the frame at time t, in seconds; before 0 it is the first frame, after the end the last.
func (f *Film) Picture(t float64) Picture {
	t = f.within(t)
	return Picture{
		Width: f.Width, Height: f.Height, Title: f.Title,
		Caption: f.Beats[f.BeatAt(t)].Caption,
		Shapes:  f.Append(make([]Shape, 0, len(f.actors)), t),
	}
}

// Append appends the shapes of the frame at time t and returns the longer slice, so that whoever
// shows many frames can use one slice for all of them.
func (f *Film) Append(dst []Shape, t float64) []Shape {
	t = f.within(t)
	var p pose
	posed := -1
	for i := range f.actors {
		a := &f.actors[i]
		if a.motion != posed {
			posed = a.motion
			p = f.motions[posed].at(t)
		}
		if p.opacity <= 0 || a.shape.Opacity <= 0 {
			continue
		}
		dst = append(dst, a.shape)
		p.apply(&dst[len(dst)-1])
	}
	return dst
}

// within holds a time to the film. What is not a number, as from a damaged link, is its beginning.
func (f *Film) within(t float64) float64 {
	if t != t {
		return 0
	}
	return min(max(t, 0), f.Duration())
}

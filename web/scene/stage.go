package scene

import (
	"strconv"
	"strings"

	"unroll/core/trace"
	"unroll/web/say"
)

// end is the id of ⟨end⟩ in every vocabulary (corpus.End).
const end = 2

// stage is where a film is made: what it is made of, and the film as far as it has got.
type stage struct {
	film *Film
	run  *trace.Run
	text *say.Scene
	num  numerals

	form
	planes [planes][]actor
}

func newStage(id string, run *trace.Run, o Options) *stage {
	text := o.Text
	if text == nil {
		text = &say.English
	}
	width := o.Width
	if width == 0 {
		width = 720
	}
	st := &stage{
		film: &Film{ID: id, Width: min(max(width, 300), 1600)},
		run:  run,
		text: &text.Scene,
		num:  numerals{text.Page.Decimal, text.Page.Thousand},
		form: formOf(run),
	}
	// A shape is large; letting these two grow from nothing would copy each of them many times.
	steps := len(run.Encoder) + len(run.Decoder)
	st.planes[vectors] = make([]actor, 0, 24*steps)
	st.planes[words] = make([]actor, 0, 12*steps+3*len(run.Encoder)*len(run.Decoder))
	return st
}

// motion takes a motion into the film and returns its number, for add.
//
//go:noinline
func (s *stage) motion(m *motion) int {
	s.film.motions = append(s.film.motions, *m)
	return len(s.film.motions) - 1
}

// plane is how far in front a shape stands. What comes out of a cell comes out from behind it.
type plane uint8

const (
	backdrop plane = iota // frames
	lines                 // arrows
	vectors               // strips of cells, resting or under way
	boxes                 // the cells of the network
	words                 // tokens, labels, numbers
	planes
)

// finish gathers the planes into the film.
func (s *stage) finish() {
	total := 0
	for _, p := range s.planes {
		total += len(p)
	}
	s.film.actors = make([]actor, 0, total)
	for _, p := range s.planes {
		s.film.actors = append(s.film.actors, p...)
	}
}

// beat ends the film with one more beat and returns its start.
//
//go:noinline
func (s *stage) beat(length float64, caption string) float64 {
	start := 0.0
	if n := len(s.film.Beats); n > 0 {
		start = s.film.Duration()
	}
	s.film.Beats = append(s.film.Beats, Beat{start, length, caption})
	return start
}

// trained says how long the model has learned.
func (s *stage) trained() string {
	switch n := s.run.Trained; n {
	case 0:
		return s.text.Untrained
	case 1:
		return s.text.TrainedOnce
	default:
		return say.Fill(s.text.Trained, "steps", s.num.count(n))
	}
}

// cellName is the cell's name as the field writes it.
func (s *stage) cellName() string { return strings.ToUpper(s.form.cell) }

// output is what the decoder said, as one text: as the run has it, or else characters in a row and words
// with spaces between.
func (s *stage) output() string {
	if s.run.Said != "" {
		return s.run.Said
	}
	words := s.run.Output(end)
	for _, w := range words {
		if len(clusters(w)) > 1 {
			return strings.Join(words, " ")
		}
	}
	return strings.Join(words, "")
}

// finished reports whether the decoder came to say ⟨end⟩.
func (s *stage) finished() bool { return s.run.Decoder[len(s.run.Decoder)-1].Output.ID == end }

// visible is a token's text as it can be seen: a space becomes an open box.
func visible(t trace.Token) string {
	if strings.TrimSpace(t.Text) == "" {
		return strings.Repeat("␣", max(len([]rune(t.Text)), 1))
	}
	return t.Text
}

// quoted is a token's text as a sentence has it.
func quoted(t trace.Token) string { return isolated(visible(t)) }

// key joins the parts of a shape's key.
//
//go:noinline
func key(name string, i int) string { return name + "/" + itoa(i) }

// itoa is strconv.Itoa, which otherwise is copied to where it is called, a hundred times.
//
//go:noinline
func itoa(i int) string { return strconv.Itoa(i) }

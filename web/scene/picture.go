// Package scene turns a trace into a film, and a film and a time into a picture. All of it is pure:
// a film holds no state, starts no timer and touches no document, so that playing, scrubbing,
// stepping back, a poster, a golden file and a screen reader's sentence are the same call.
//
// Every number in a picture is read from the trace, and the shape that shows it says which one in
// its Ref. Where things stand depends on the kind of model and on the counts of tokens and units alone,
// never on a number.
//
// Shapes of data are those of package trace.
package scene

// Picture is one frame: a flat list of shapes, painted in order, each under a key that stays the
// same for the same thing from frame to frame.
type Picture struct {
	Width, Height float64 // the view box, in CSS pixels at scale 1
	Title         string  // the accessible name of the whole picture
	Caption       string  // what happens in it, in one sentence
	Shapes        []Shape
}

// Kind is the geometry of a shape.
type Kind uint8

const (
	Rect Kind = iota // X, Y, W, H, with corners of radius R
	Disc             // centre X, Y, radius R
	Text             // baseline anchor X, Y, font size R, Label is what is written
	Path             // Outline is SVG path data, relative to X, Y; W is the line's width
)

// Role says what a shape stands for; a painter turns it into a hue and a second carrier beside hue.
type Role uint8

const (
	Plain       Role = iota // ink on paper
	Muted                   // arrows, time-step numbers, secondary text
	Frame                   // outline of the model, titles, a cell of the RNN
	Encoder                 // encoder, source tokens, embeddings
	Decoder                 // decoder, target tokens, decoder state
	Hidden                  // the encoder's hidden states, the context handed over
	Context                 // attention's context vector
	Weight                  // scores and attention weights
	Output                  // logits, output distribution
	FeedForward             // the layer that joins context and state
)

// Finish is how a shape's role is put on.
type Finish uint8

const (
	Solid   Finish = iota // filled with the role's hue; a text is written in it
	Outline               // paper inside, the role's hue as stroke; a text is written in paper, on a Solid
	Cell                  // filled by brightness: Value on the role's ramp, brighter = higher; a text is written on such a cell
	Stroke                // nothing inside, the role's hue as stroke
	Tint                  // a faint wash of the role's hue
)

// Shape is one thing in a picture. The struct is comparable, so that a painter sees with == what
// has not changed since the last frame.
type Shape struct {
	Key     string
	Kind    Kind
	Role    Role
	Finish  Finish
	Anchor  int8 // Text only: -1 starts at X, 0 is centred on it, 1 ends at it
	Bold    bool // Text only
	Mono    bool // Text only: tabular figures, for numbers
	Dashed  bool // Path only
	X, Y    float64
	W, H, R float64
	Value   float64 // Cell only: 0 (lowest) … 1 (highest) of the scene's scale
	Opacity float64 // 0 … 1; what is at 0 is left out of a picture
	Scale   float64 // about the shape's own centre; 1 is as drawn
	Outline string  // Path only
	Label   string  // Text only

	// Hint is read on hover, tap or keyboard focus: the exact number and the equation that made it.
	Hint string
	// Ref names the one number of the trace that this shape shows, as in "encoder/2/h/5"; empty for
	// a shape that shows no number. See Resolve.
	Ref string
}

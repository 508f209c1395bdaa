package scene

// Picture is one frame: a flat list of shapes, painted in order, each under a key that stays the
// same for the same thing from frame to frame.
type Picture struct {
	Width, Height float64 // the view box, in CSS pixels at scale 1
	Title         string  // the accessible name of the whole picture
	Shapes        []Shape
}

// Kind is the geometry of a shape.
type Kind uint8

const (
	Rect Kind = iota // X, Y, W, H, with corners of radius R
	Disc             // centre X, Y, radius R
	Text             // baseline anchor X, Y, font size R, Label is what is written
	Path             // Outline is SVG path data, relative to X, Y
)

// Role says what a shape stands for; a painter turns it into a hue and a second carrier beside hue.
type Role uint8

const (
	Plain      Role = iota // ink on paper
	Muted                  // arrows, time-step numbers, secondary text
	Frame                  // outline of the model, titles, a cell of the RNN
	Encoder                // encoder, source tokens, embeddings
	Decoder                // decoder, target tokens, decoder state
	Hidden                 // the encoder's hidden states, the context handed over
	Context                // attention's context vector
	Weight                 // scores and attention weights
	Output                 // logits, output distribution
	FeedForward            // the layer that joins context and state
)

// Finish is how a shape's role is put on: as its fill, or as its outline only.
type Finish uint8

const (
	Solid   Finish = iota // filled with the role's hue (Text: written in it)
	Outline               // paper inside, the role's hue as stroke
	Cell                  // filled by brightness: Value on the role's ramp, brighter = higher
	Stroke                // nothing inside, the role's hue as stroke
)

// Shape is one thing in a picture. The struct is comparable, so that a painter sees with == what
// has not changed since the last frame.
type Shape struct {
	Key     string
	Kind    Kind
	Role    Role
	Finish  Finish
	X, Y    float64
	W, H, R float64
	Outline string  // Path only
	Label   string  // Text only
	Anchor  int8    // Text only: -1 starts at X, 0 is centred on it, 1 ends at it
	Bold    bool    // Text only
	Mono    bool    // Text only: tabular figures, for numbers
	Value   float64 // Cell only: 0 (lowest) … 1 (highest) of the scene's scale
	Opacity float64 // 0 … 1; 0 is invisible, so builders set it
	Scale   float64 // about the shape's own centre; 1 is as drawn
	Arrow   bool    // Path only: a head at its end
	Dashed  bool

	// Hint is read on hover, tap or keyboard focus: the exact number and the equation that made it.
	Hint string
	// Ref names the one number of the trace that this shape shows, as in "encoder/2/h/5"; empty for
	// a shape that shows no number.
	Ref string
}

package say

// Scene is what the films say.
type Scene struct {
	// Names of things that several films show.
	Encoder, Decoder string
	Handed           string // the state that crosses from encoder to decoder
	Trained          string // {steps}
	TrainedOnce      string
	Untrained        string

	// Legends: what brightness means, and what a folded vector leaves out.
	LegendState   string
	LegendContext string
	LegendWeight  string
	LegendMemory  string
	LegendFold    string // {shown} {all} {folded}

	Unrolled Unrolled
	Matrix   Matrix
	Hint     Hint
}

// Unrolled is what the film "unrolled" says.
type Unrolled struct {
	Title           string // {cell}
	Attention       string // {trained}; the line under the title
	NoAttention     string // {trained}
	Accessible      string // {cell} {input} {output}
	Intro           string // {count} {trained}
	IntroOne        string // {trained}
	First           string // {token} {after}
	Encode          string // {step} {token} {before} {after}
	Bridge          string // {state}
	BridgeAttention string // {state} {count}
	Decode          string // {step} {token} {output} {p}
	DecodeAttention string // {step} {token} {source} {percent} {output} {p}
	End             string // {input} {output} {steps}
	Cut             string // {input} {output} {steps}
}

// Matrix is what the film "alignment-matrix" says.
type Matrix struct {
	Title      string
	Accessible string // {input} {output}
	Source     string // the name of the axis that runs across
	Target     string // the name of the axis that runs down
	Intro      string // {count} {trained}
	IntroOne   string // {trained}
	Row        string // {output} {percent} {source}
	End        string // {input} {output}
	Cut        string // {input} {output} {steps}
}

// Hint is what is read out for one shape: whose number it is, before the equation that made it.
type Hint struct {
	Encoder     string // {unit} {step}
	Decoder     string // {unit} {step}
	EncoderCell string // {unit} {step}
	DecoderCell string // {unit} {step}
	Handed      string // {unit}
	HandedCell  string // {unit}
	Context     string // {unit} {step}
	Weight      string // {source} {position} {step}
	Probability string // {output} {step}
	Source      string // {token} {step}
	Input       string // {token} {step}
	Output      string // {token} {step}
}

package say

// Scene is what the films say.
type Scene struct {
	_ unequal
	// Names of things that several films show.
	Encoder, Decoder string
	Handed           string // the state that crosses from encoder to decoder
	Zeros            string // what the decoder starts from where nothing crosses
	Summary          string // what each step of the decoder reads of the encoder
	Trained          string // {steps}
	TrainedOnce      string
	Untrained        string
	And              string // joins the last two of a list

	// Legends: what brightness means, and what a folded vector leaves out.
	LegendState    string
	LegendContext  string
	LegendWeight   string
	LegendMemory   string
	LegendNoMemory string
	LegendSum      string // {layers}
	LegendFold     string // {shown} {all} {folded}

	Traits   Traits
	Unrolled Unrolled
	Matrix   Matrix
	Hint     Hint
}

// Traits are what sets a model apart from the plainest one, for a line under the film's title.
type Traits struct {
	_            unequal
	Layers       string // {layers}
	Residual     string
	Reversed     string // the source is read from its end
	Both         string // and this, in both directions
	Dense        string // the bridge is a layer
	Zero         string // there is no bridge
	Summary      string // every step reads the encoder's summary
	None         string // the kinds of attention
	Dot          string
	General      string
	Additive     string
	Bahdanau     string
	InputFeeding string
}

// Unrolled is what the film "unrolled" says.
type Unrolled struct {
	_          unequal
	Title      string // {cell}
	Accessible string // {cell} {input} {output}
	Told       string // {cell} {input} {output}; Accessible, where the outputs were given
	Intro      string // {count} {trained}
	IntroOne   string // {trained}
	FromEnd    string
	FromBoth   string
	First      string // {token} {after}
	Encode     string // {step} {token} {before} {after}
	FirstDeep  string // {token} {after}
	EncodeDeep string // {step} {token} {before} {after}
	Both       string // {step} {token} {after} {other} {back}
	BothLayer  string // {layer} {below} {input}

	// What crosses to the decoder, and what it will know of the input.
	Cross          string // {state}
	CrossDeep      string // {state}
	CrossDense     string // {state} {start}
	CrossZero      string
	KnowsNoMore    string
	KnowsNothing   string
	KnowsAttention string // {count}
	KnowsSummary   string // {summary}

	Decode    string // {step} {does}
	Step      Step
	Outdone   string // {best} {p}
	End       string // {input} {output} {steps}
	Cut       string // {input} {output} {steps}
	EndForced string // {input} {output} {steps}
}

// Step is what a decoding step does, as parts of a sentence.
type Step struct {
	_           unequal
	Reads       string // {token}
	ReadsWith   string // {token} {with}
	WithContext string
	WithSummary string
	Looks       string // {percent} {source}
	Says        string // {output} {p}; greedily
	Draws       string // {output} {p}; at random
	Keeps       string // {output} {p}; in the best hypothesis of a beam
	Told        string // {output} {p}
}

// Matrix is what the film "alignment-matrix" says.
type Matrix struct {
	_          unequal
	Title      string
	Accessible string // {input} {output}
	Source     string // the name of the axis that runs across
	Target     string // the name of the axis that runs down
	Intro      string // {count} {trained}
	IntroOne   string // {trained}
	FromEnd    string
	Row        string // {output} {percent} {source}
	End        string // {input} {output}
	Cut        string // {input} {output} {steps}
	EndForced  string // {input} {output}
}

// Hint is what is read out for one shape: whose number it is, before the equation that made it.
type Hint struct {
	_              unequal
	Encoder        string // {unit} {step}
	Decoder        string // {unit} {step}
	EncoderCell    string // {unit} {step}
	DecoderCell    string // {unit} {step}
	Layer          string // {layer}; goes on from those four, as do the next three
	LayerOver      string // {layer} {below}
	Forwards       string
	Backwards      string
	Out            string // {unit} {step}
	Handed         string // {unit}
	HandedCell     string // {unit}
	Summary        string // {unit}
	Context        string // {unit} {step}
	Attentional    string // {unit} {step}
	Weight         string // {source} {position} {step}
	Probability    string // {output} {step}
	Source         string // {token} {step}
	SourceReversed string // {token} {step} {position}
	Input          string // {token} {step}
	Output         string // {token} {step}
	Dense          string // {equation}
	Joint          string // {layer} {says}
	Residual       string // {layer} {sum}
}

// unequal makes a struct that holds it one that cannot be compared, for which the compiler then writes no
// code that does.
type unequal [0]func()

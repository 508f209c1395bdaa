package scene

import "unroll/core/trace"

// form is what of a run's architecture a picture shows: what there is to be placed, drawn and named.
type form struct {
	cell      string // "rnn", "gru", "lstm"
	layers    int
	hidden    int
	lanes     int  // vectors that a cell hands on: an LSTM's two
	both      bool // the encoder reads in both directions
	reversed  bool // the encoder reads from the end alone
	residual  bool // and there is a layer that adds
	bridge    string
	attention string // its kind
	attending bool
	before    bool // attention looks before the cell computes (Bahdanau's), and not after
	fed       bool // each step reads the attentional state of the step before
	summary   bool // each step reads the encoder's summary
	outs      bool // attention looks at something that is no one cell's state
}

// formOf is the form of a run that check has let pass.
func formOf(run *trace.Run) form {
	m := &run.Model
	f := form{
		cell: m.Cell, layers: m.Layers, hidden: len(run.Bridge[0].H), lanes: 1,
		both: m.Encoder == "both", reversed: m.Encoder == "reversed", residual: m.Residual && m.Layers > 1,
		bridge: m.Bridge, attention: m.Attention, attending: m.Attention != "none", before: m.Attention == "bahdanau",
		fed: m.InputFeeding, summary: m.Feed == "every",
	}
	if m.Cell == "lstm" {
		f.lanes = 2
	}
	f.outs = f.attending && (f.both || f.residual)
	return f
}

// ways is how many cells read a layer of the encoder side by side.
func (f *form) ways() int {
	if f.both {
		return 2
	}
	return 1
}

// sums is how many states are added up in what attention sees.
func (f *form) sums() int {
	if f.residual {
		return f.layers
	}
	return 1
}

// feeding reports whether a decoder's cell is fed what attention found: before this step or in the
// step before.
func (f *form) feeding() bool { return f.before || f.fed }

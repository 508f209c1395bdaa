package say

// Page is what the page says. Words in braces are filled in by Fill.
type Page struct {
	Language string // the name of this language in itself
	Title    string // of the document
	Name     string // of the product
	Lead     string // what it is, in one sentence
	Decimal  string // the sign between whole and fraction
	Thousand string // the sign between groups of three digits

	LanguageLabel string // names the switch

	Film     Film
	Entry    Entry
	Speech   Speech
	Training Training
	Measures Measures
	Opened   Opened
	Settings Settings
	Tasks    []Row // name, label, story, what an input is, easy, medium, hard; Task finds one
	Status   Status
	Own      Own

	About    string // at the page's foot: where the numbers come from
	Source   string // where the code is, under which licence
	Keyboard string // the keys of the film
}

// Film is what the film's player says.
type Film struct {
	Heading, Waiting          string
	Scene                     string // names the choice of scenes
	Scenes                    []Choice
	Play, Back, Forward, Loop string
	Timeline, Speed           string
	Clock                     string // {at} {end}
	Beat                      string // {beat} {beats}
	SaveSVG, Link, LinkLabel  string
	Copied, CopyByHand        string
	Inspect                   string // how to look at a single number
	Stage                     string // names the region that takes the keys
	NoAttention               string // why there is no alignment matrix
	NotDrawn                  string // {detail}
}

// Entry is what the field for an input says.
type Entry struct {
	Label        string
	Tokens       string // names the list of tokens
	Says         string // before the model's output
	Forced       string // before an output that it was made to say
	Nothing      string // the model's output has no token
	UnknownToken string // {token}
	TooLong      string // {got} {limit}
	Limit        string // {limit}
	Empty        string
	Example      string // the button that brings the task's example back
}

// Speech is what the page says of decoding.
type Speech struct {
	About              []Row // by method
	Draw               string
	Probability        string // {probability} {log}: of what the film shows
	Tokens             string // names the list of its tokens, each with its probability
	Copied             string // {count}
	Hypotheses, Output string
	Chance, Log, Score string // heads of columns
	Cut                string // marks a hypothesis that the limit cut off
	Tree, TreeHelp     string // {width} {steps}: names the beam's tree; what its numbers are
	Node               string // {text} {log} {sum} {score} {fate}
	Fates              []Row  // by trace.Fate
}

// Training is what the panel beside the film says.
type Training struct {
	Heading                            string
	Train, Pause, Step, Reset, Scratch string
	Pretrained                         string // the button that brings the delivered model back
	IsPretrained, IsFresh, IsYours     string // {step}: what model is on screen
	Steps, Loss, Exact, Tokens         string // names of figures
	Rate, Elapsed, Kernel, Parameters  string
	LossCurve, AccuracyCurve           string
	LossKey, AccuracyKey               string // which line is which
	LossSummary, AccuracySummary       string // {from} {to} {held} {steps}; {exact} {tokens} {steps}
	NoCurve                            string
	StepAxis                           string // {step}
	Samples, SamplesSummary            string // {right} {count}
	Source, Expected, Said, Verdict    string
	Right, Wrong                       string
	NoSamples                          string
	Save, Open                         string
	Pace, Full, Paced                  string // names the choice; as fast as can be; {count} steps a second
	Share, ShareLabel, ShareHelp       string // the button that makes a link with the model in it; {count} characters
	LearningRate, Truth                string // names of figures
}

// Measures is what the page says of the model on held-out pairs.
type Measures struct {
	Heading, Loss, Perplexity, Edits, ErrorRate, BLEU string
	Lengths, LengthsHelp, Length, Pairs               string
}

// Opened is what the page says of a single training step.
type Opened struct {
	Heading                                       string // {step}
	Lead                                          string // {source} {target} {loss} {norm} {clip} {rate}
	Strip, StripHelp                              string // names the drawing; {most}: how to read it
	Cell                                          string // {row} {token} {value}
	Encoder, Decoder                              string
	Layer                                         string // {n}
	Logits, Attentional, Context, Scores          string // boxes of the decoder, beside its layers
	Embedding, Bridge                             string
	Weights, Weight, Shape, Norm, Gradient, Moved string
}

// Settings is what the control panel says.
type Settings struct {
	Heading, More string
	Groups        [4]string // by setting.Group
	TaskGroups    [6]string
	Fields        []Row  // name, label, help, and each choice's name and text; Field finds one
	Empty         []Row  // what holds in place of an empty number, by field
	Changed       string // marks a setting that is not the task's own
	Differs       string // {count}
	Defaults      string
	Remake        string // the settings on show are not yet the model's
	Apply, Undo   string

	NotAChoice, NotANumber, NotWhole string // {field} {given} {used}
	TooSmall, TooLarge, TooLong      string // and {limit}
	Unreadable, Crossed              string

	Barred   string     // {field} {value} {choices} {reason}: what cannot be chosen now
	Adjusted string     // {field} {given} {used} {reason}: what had to change
	Reasons  [10]string // by setting.Code, from BothNeedDense on
}

// Choice is the text that belongs to one of several things with names.
type Choice struct{ Name, Text string }

// Named returns the text that belongs to a name, or the name itself. Catalogues have lists and no
// maps, which a program would have to fill each time it starts.
func Named(list []Choice, name string) string {
	for _, c := range list {
		if c.Name == name {
			return c.Text
		}
	}
	return name
}

// Status is what the page says by itself.
type Status struct {
	Loading       string
	Making        string
	Continued     string // {step}
	Diverged      string // {step} {back}
	Crashed       string // {step}
	Lost          string // {step}
	BadConfig     string
	BadCheckpoint string
	Opened        string // {step}
	Saved         string
	NoPretrained  string
	NoCorpus      string
	BadLink       string
	LongLink      string // {count}
	Dismiss       string
	LinkProblems  string
}

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
	Training Training
	Settings Settings
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
	Help         []Choice // by task
	Tokens       string   // names the list of tokens
	Says         string   // before the model's output
	Nothing      string   // the model's output has no token
	UnknownToken string   // {token}
	TooLong      string   // {got} {limit}
	Limit        string   // {limit}
	Empty        string
	Example      string // the button that brings the task's example back
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
	LossSummary, AccuracySummary       string // {from} {to} {steps}; {exact} {tokens} {steps}
	NoCurve                            string
	StepAxis                           string // {step}
	Samples, SamplesSummary            string // {right} {count}
	Source, Expected, Said, Verdict    string
	Right, Wrong                       string
	NoSamples                          string
	Save, Open                         string
}

// Settings is what the control panel says.
type Settings struct {
	Heading, More string
	Groups        [4]string // by setting.Group
	Fields        []Setting // in the schema\'s order
	Remake        string    // the settings on show are not yet the model's
	Apply, Undo   string
	Help          string // {field}: names the button that unfolds a help text

	NotAChoice, NotANumber, NotWhole string // {field} {given} {used}
	TooSmall, TooLarge, TooLong      string // and {limit}
	Unreadable, Crossed              string
}

// Setting is one field of the control panel.
type Setting struct {
	Name, Label, Help string
	Choices           []Choice
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

// Field returns what the panel says of the field of that name.
func (s *Settings) Field(name string) *Setting {
	for i := range s.Fields {
		if s.Fields[i].Name == name {
			return &s.Fields[i]
		}
	}
	return &Setting{Name: name, Label: name}
}

// Status is what the page says by itself.
type Status struct {
	Loading       string
	Making        string
	Continued     string // {step}
	Diverged      string // {step}
	GoBack        string
	Crashed       string // {step}
	Lost          string // {step}
	BadConfig     string
	BadCheckpoint string
	Opened        string // {step}
	Saved         string
	NoPretrained  string
	Dismiss       string
	LinkProblems  string
}

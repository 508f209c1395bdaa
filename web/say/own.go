package say

// Own is what the box for the reader's own pairs says.
type Own struct {
	Heading, Intro string
	Learnt         string // {pairs} {tokens}: instead of Intro, of the model on screen
	Fold, Unfold   string
	Close          string
	Wanted         string // a link's pairs are not here
	WantedToTrain  string // nor those of the model on screen
	Drop, Pick     string // names the field for files; Pick says what else it does
	Paste          string // names the field to paste into
	Placeholder    string
	Read, Sample   string
	Limits         string // {least} {most} {size} {tokens}
	Reading        string // {files}
	Pasted         string // in place of a file's name, within a sentence
	Stop           string
	Done           string   // {pairs} {tokens}
	Refusals       []Choice // by own.Code and the page's own; some of {file} {line} {got} {limit}

	Pairs, Training, HeldOut string // names of figures
	Source, Target           string
	Direction                string
	Directions               []Choice
	Length, Range            string // {shortest} {longest} {median}
	Lengths                  string // names the histogram
	Vocabulary               string
	Unknown, Spared          string

	Formats                   []Choice // by own.Format; some of {separator} {source} {target}
	Separators                []Choice
	Header, Ignored, Encoding string // {count}; {encoding}
	Few                       string // {count}: held-out pairs that say little
	Several                   string // {count}
	LeftOut                   string
	Causes                    []Choice // by own.Cause; some with {limit}
	Lines                     string   // {lines}

	Cut, Merges string
	Tokens      []Choice
	Advised     string   // {tokens}
	Whys        []Choice // by own.Why; {share}
	Examples    string
	Learn       string
	Swap, Save  string
}

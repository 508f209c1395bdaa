package own

// Report is what a reader should know before training.
type Report struct {
	Format    Format
	Separator byte     // between columns: a tab, ',' or ';'; none if there are none
	Encodings []string // of each file: "utf-8", "utf-16", "windows-1252" where it is likely
	Header    bool     // the first line named the columns, and is no record
	Columns   [2]int   // of source and target, from 1; of two files 0
	Ignored   int      // other columns

	// Records are the lines that are not blank, those that a quoted field runs through counted once.
	// Every one is in Pairs or in a Left; every pair is in Training or HeldOut.
	Records, Pairs, Training, HeldOut int

	Left []Left // what was left out, in the order in which the causes came up

	// Several is how many sources have more than one target. All are learnt from, and no answer to such
	// a source can be right always.
	Several int

	Source, Target Side

	Tokens string // how texts are cut: the name of a token.Cutter
	Advice Advice
}

// Format is what the files were taken for.
type Format string

const (
	Separated Format = "separated" // one file: two columns, or more
	Lines     Format = "lines"     // two files
	Canonical Format = "canonical" // what Corpus.Bytes made
)

// Cause is why a record is no pair of the corpus.
type Cause string

const (
	Undecodable Cause = "encoding"  // bytes that are no text
	Unseparated Cause = "separator" // one column
	Misquoted   Cause = "quote"     // a quotation mark that does not end where the field does
	Uneven      Cause = "columns"   // other columns than most records have: an unquoted comma, mostly
	Empty       Cause = "empty"     // a side without text
	Long        Cause = "long"      // a side of more than MaxText bytes
	Duplicate   Cause = "duplicate" // source and target are those of an earlier record
	Surplus     Cause = "surplus"   // beyond MaxPairs
	ManyTokens  Cause = "tokens"    // a side of more than MaxTokens tokens
	// Leaking is a pair whose source, but for case, spaces and punctuation, is that of a held-out pair.
	// Learnt, it would give away what the held-out pair examines.
	Leaking Cause = "leak"
)

// Left is how many records were left out for one cause, and where.
type Left struct {
	Cause Cause
	Count int
	Lines []int // of the first few, from 1, ascending; a record's is that of its first line
}

// shown is how many line numbers a Left has at the most.
const shown = 10

// Side is what sources or targets are like. Counts are of pairs that are kept, training and held out.
type Side struct {
	Direction string // "ltr" or "rtl": how most of the texts are written

	Shortest, Median, Longest int       // tokens
	Lengths                   Histogram // in tokens

	Vocabulary int // its size, the marks counted

	Types  int // different tokens in training
	Known  int // of those, how many the vocabulary has
	Tokens int // in training
	Cut    int // of those, how many are read as ⟨unk⟩, for the vocabulary lacks them

	HeldOut int // tokens held out
	Unknown int // of those, how many the vocabulary lacks
}

// Histogram counts lengths: Counts[i] of them are more than i×Width and at most (i+1)×Width.
type Histogram struct {
	Width  int
	Counts []int
}

// bars is how many Counts a Histogram has at the most.
const bars = 12

// measure fills in the lengths, of which there are counts[n] of n tokens.
func (d *Side) measure(counts []int) {
	total := 0
	for n, count := range counts {
		if total += count; count > 0 {
			if d.Shortest == 0 {
				d.Shortest = n
			}
			d.Longest = n
		}
	}
	d.Lengths.Width = max((d.Longest+bars-1)/bars, 1)
	d.Lengths.Counts = make([]int, (d.Longest+d.Lengths.Width-1)/d.Lengths.Width)
	below := 0
	for n := 1; n <= d.Longest; n++ {
		if below*2 < total {
			d.Median = n
		}
		below += counts[n]
		d.Lengths.Counts[(n-1)/d.Lengths.Width] += counts[n]
	}
}

// leave enters a record that is left out.
func (r *Report) leave(cause Cause, line int) {
	i := 0
	for i < len(r.Left) && r.Left[i].Cause != cause {
		i++
	}
	if i == len(r.Left) {
		r.Left = append(r.Left, Left{Cause: cause})
	}
	left := &r.Left[i]
	left.Count++
	if len(left.Lines) < shown {
		left.Lines = append(left.Lines, line)
	}
}

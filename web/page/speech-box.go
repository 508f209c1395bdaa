package page

import (
	"strconv"

	"unroll/core/trace"
	"unroll/web/say"
	"unroll/web/setting"
)

// SpeechBox is where a reader chooses how the model speaks, or makes it say something, and sees how
// probable each output is.
type SpeechBox struct {
	Root *Root
}

func (c *SpeechBox) text() *say.Speech { return &c.Root.Text.Page.Speech }

func (c *SpeechBox) words() say.Setting { return c.Root.Text.Page.Settings.Field("decode") }

func (c *SpeechBox) label() string { return c.words().Label() }

// heading says what is chosen even while it is folded.
func (c *SpeechBox) heading() string {
	return c.label() + ": " + c.words().Choice(c.Root.Values.Decode.Method)
}

func (c *SpeechBox) methods() []Pill {
	f, _ := setting.Lookup("decode")
	var list []Pill
	for _, name := range f.Choices {
		list = append(list, Pill{name, c.words().Choice(name), name == c.Root.Values.Decode.Method})
	}
	return list
}

func (c *SpeechBox) about() string {
	return say.Find(c.text().About, c.Root.Values.Decode.Method).Part(1)
}

// fields are those that the method has, and the target. The seed of the draws has a button.
func (c *SpeechBox) fields() []setting.Field {
	var list []setting.Field
	for _, f := range setting.Schema {
		if f.Group == setting.Decoding && f.Name != "decode" && f.Name != "draw" && f.For(c.Root.Values) {
			list = append(list, f)
		}
	}
	return list
}

// probability is that of the output on screen.
func (c *SpeechBox) probability() string {
	if c.Root.Speech.Decoded == nil {
		return ""
	}
	h := c.Root.Speech.said()
	return say.Fill(c.text().Probability, "probability", probability(c.Root.Text, h.LogProb), "log", number(c.Root.Text, h.LogProb, 3))
}

// saidToken is a token of an output, and how probable the model found it there.
type saidToken struct{ Text, Share string }

func (c *SpeechBox) tokens() []saidToken {
	var list []saidToken
	if d := c.Root.Speech.Decoded; d != nil {
		for i := range d.Run.Decoder {
			s := &d.Run.Decoder[i]
			list = append(list, saidToken{visible(s.Output.Text), probability(c.Root.Text, logProbability(s))})
		}
	}
	return list
}

func (c *SpeechBox) copied() string {
	n := c.Root.Speech.said().Copied
	if n == 0 {
		return ""
	}
	return say.Fill(c.text().Copied, "count", count(c.Root.Text, n))
}

func (c *SpeechBox) heads() []string {
	t := c.text()
	return []string{t.Output, t.Chance, t.Log, t.Score}
}

// hypothesis is a row of the table.
type hypothesis struct {
	Place, Text string
	Picked      bool
	Numbers     []string
}

func (c *SpeechBox) hypotheses() []hypothesis {
	d := c.Root.Speech.Decoded
	if d == nil {
		return nil
	}
	var list []hypothesis
	for i, h := range d.Hypotheses {
		text := or(h.Text, c.Root.Text.Page.Entry.Nothing)
		if !h.Finished {
			text += " … (" + c.text().Cut + ")"
		}
		list = append(list, hypothesis{strconv.Itoa(i), text, i == d.Picked, []string{
			probability(c.Root.Text, h.LogProb), number(c.Root.Text, h.LogProb, 3), number(c.Root.Text, h.Score, 3)}})
	}
	return list
}

// tree is that of a beam search; nil without one.
func (c *SpeechBox) tree() *trace.Beam {
	if d := c.Root.Speech.Decoded; d != nil {
		return d.Tree
	}
	return nil
}

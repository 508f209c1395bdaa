package page

import (
	"math"
	"strconv"

	"unroll/core/trace"
	"unroll/core/train"
	"unroll/web/setting"
)

// Speech is how the model is made to speak, and what came of it.
type Speech struct {
	Decoded *train.Decoded // nil before the first run
	Open    bool           // unfolded
	Target  string         // what it is to be made to say, as typed
	Fault   error          // of corpus, if it cannot

	pick   int    // which of the hypotheses is asked for
	forced string // what the output on screen was made to be
}

// said is the hypothesis on screen; none before the first run.
func (s *Speech) said() (h train.Said) {
	if d := s.Decoded; d != nil && d.Picked < len(d.Hypotheses) {
		h = d.Hypotheses[d.Picked]
	}
	return h
}

// decode takes a field of decoding and has the model speak again.
func (c *Root) decode(f setting.Field, text string) {
	if f.Name == "target" {
		c.Speech.Target, c.Speech.Fault = text, nil
	}
	c.blame(f, c.Values.Set(f, text))
	c.Speech.pick = 0
	c.speakAgain()
}

// speakAgain asks for another run of the same input.
func (c *Root) speakAgain() {
	if len(c.pending) == 0 && c.Course.IsReady() {
		c.Trainer.Send(c.Values.Run(c.input(), c.Speech.pick))
	}
	c.link()
}

// unforce goes back to what was said before, since the model cannot say the target.
func (c *Root) unforce() {
	if c.Values.Target = c.Speech.forced; c.Player.run == nil {
		c.speakAgain()
	}
}

// HandleSpeech unfolds and folds.
func (c *Root) HandleSpeech() { c.Speech.Open = !c.Speech.Open }

// HandleMethod chooses a way to decode.
func (c *Root) HandleMethod(method string) {
	f, _ := setting.Lookup("decode")
	c.HandleField(f, method)
}

// HandleDraw draws another output.
func (c *Root) HandleDraw() {
	f, _ := setting.Lookup("draw")
	c.HandleField(f, strconv.FormatUint((c.Values.Decode.Seed+1)%(1<<32), 10))
}

// HandlePick has the film show another hypothesis.
func (c *Root) HandlePick(place string) {
	if n, err := strconv.Atoi(place); err == nil {
		c.Speech.pick = n
		c.speakAgain()
	}
}

// logProbability is that of a token which a step said, natural.
func logProbability(s *trace.Step) float64 {
	if s.Output.ID < len(s.Probabilities) {
		return math.Log(float64(s.Probabilities[s.Output.ID]))
	}
	return math.NaN()
}

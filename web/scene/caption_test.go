package scene

import (
	"strings"
	"testing"

	"unroll/core/trace"
	"unroll/web/say"
	"unroll/web/scene/scenetest"
)

// captions is those of a film of a run.
func captions(t *testing.T, id string, run *trace.Run, text *say.Catalogue) []string {
	t.Helper()
	f, err := New(id, run, Options{Text: text})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, b := range f.Beats {
		out = append(out, b.Caption)
	}
	return out
}

// TestCaptions reads what is said of each kind of model.
func TestCaptions(t *testing.T) {
	for _, c := range []struct {
		film  string
		model trace.Model
		want  []string // some of the captions, in their order
	}{
		{"unrolled", trace.Model{Layers: 2}, []string{
			"Encoder step 1 starts from states of zeros, reads «a» and makes, one layer after the other, h¹₁ and h²₁.",
			"Encoder step 2 takes h¹₁ and h²₁, reads «b» and makes, one layer after the other, h¹₂ and h²₂.",
			"h¹₃ and h²₃ cross to the decoder, each to the same layer. All 3 states stay within reach of its attention.",
		}},
		{"unrolled", trace.Model{Encoder: "reversed", Attention: "none"}, []string{
			"The input is 3 tokens. The model, trained for 4200 steps, will read them one at a time. It begins with the last one: the input is read from its end.",
			"Encoder step 1 starts from a state of zeros, reads «c» and makes h₁.",
			"h₃ crosses to the decoder. It is all that the decoder will know of the input.",
			"Decoder step 1 reads «⟨start⟩» and says «c» (p 0.98).",
		}},
		{"unrolled", trace.Model{Encoder: "both", Bridge: "dense", Layers: 2}, []string{
			"It begins at both ends: one direction reads from the first, one from the last.",
			"Encoder step 1, from both ends: forwards it reads «a» and makes h→¹₁; backwards it reads «c» and makes h←¹₃.",
			"Encoder step 3, from both ends: forwards it reads «c» and makes h→¹₃; backwards it reads «a» and makes h←¹₁.",
			"Layer 2 can begin only now: it reads [h→¹ₜ; h←¹ₜ], what both directions of layer 1 say of each token, again from both ends.",
			"The bridge, tanh(W·h + b), makes h′¹ and h′² of [h→¹₃; h←¹₁] and [h→²₃; h←²₁]; the decoder starts from that. All 3 states stay within reach of its attention.",
		}},
		{"unrolled", trace.Model{Bridge: "zero", Attention: "none"}, []string{
			"Nothing is handed over: the decoder starts from a state of zeros. It will know nothing of the input.",
		}},
		{"unrolled", trace.Model{Feed: "every", Attention: "none"}, []string{
			"h₃ crosses to the decoder. h₃, the summary, will be read by each of its steps. It is all that the decoder will know of the input.",
			"Decoder step 1 reads «⟨start⟩» with the summary and says «c» (p ",
		}},
		{"unrolled", trace.Model{Attention: "bahdanau"}, []string{
			"Decoder step 1 looks 97% at «c», reads «⟨start⟩» with what it saw there and says «c» (p ",
		}},
		{"unrolled", trace.Model{InputFeeding: true, Feed: "every"}, []string{
			"Decoder step 1 reads «⟨start⟩» with the summary, looks 97% at «c» and says «c» (p ",
			"Decoder step 2 reads «c» with h̃₄ and the summary, looks ",
		}},
		{"alignment-matrix", trace.Model{Encoder: "reversed"}, []string{
			"The encoder read the input from its end; here it stands as it is written.",
			"«c» looks 94% at «c».",
		}},
	} {
		all := strings.Join(captions(t, c.film, scenetest.Run(scenetest.Reverse("abc").With(c.model)), &say.English), "\n")
		rest := all
		for _, want := range c.want {
			_, after, found := strings.Cut(rest, want)
			if !found {
				t.Errorf("%+v: the captions do not say %q:\n%s", c.model, want, all)
				break
			}
			rest = after
		}
	}
}

// TestDecodingIsSaid tells how outputs were chosen, and never that what was chosen is what the model
// found most probable where it is not.
func TestDecodingIsSaid(t *testing.T) {
	for _, c := range []struct{ decoding, step, end string }{
		{"greedy", "Decoder step 1 reads «⟨start⟩», looks 97% at «c» and says «a» (p <0.01). «c» was more probable (p 0.98).", "«abc» has become «aba», at decoder step 4."},
		{"sampled", "looks 97% at «c» and draws «a» (p <0.01). «c» was more probable (p 0.98).", "«abc» has become «aba», at decoder step 4."},
		{"beam", "looks 97% at «c» and says, in the hypothesis that won, «a» (p <0.01). «c» was more probable (p 0.98).", "«abc» has become «aba», at decoder step 4."},
		{"forced", "looks 97% at «c» and is told to say «a», to which it gave p <0.01. «c» was more probable (p 0.98).", "For «abc» the decoder was told to say «aba», in 4 steps."},
	} {
		spec := scenetest.Reverse("abc")
		spec.Decoding = c.decoding
		run := scenetest.Run(spec)
		// Say, at the first step, what the model did not find most probable.
		run.Decoder[0].Output = run.Decoder[2].Output
		run.Decoder[1].Token = run.Decoder[0].Output
		said := captions(t, "unrolled", run, &say.English)
		if !strings.HasSuffix(said[5], c.step) {
			t.Errorf("%s: step 1 is told as %q, which does not end in %q", c.decoding, said[5], c.step)
		}
		if strings.Contains(said[6], "more probable") {
			t.Errorf("%s: step 2 said the most probable token and is told as %q", c.decoding, said[6])
		}
		if got := said[len(said)-1]; got != c.end {
			t.Errorf("%s: the end is told as %q, want %q", c.decoding, got, c.end)
		}
	}
}

// TestReversedMatrix has the source stand as it is written, whichever way it was read.
func TestReversedMatrix(t *testing.T) {
	run := scenetest.Run(scenetest.Reverse("abcd").With(trace.Model{Encoder: "reversed"}))
	f, err := New("alignment-matrix", run, Options{})
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]float64{}
	for _, s := range f.Picture(f.Duration()).Shapes {
		switch {
		case s.Kind == Text && strings.HasPrefix(s.Key, "encoder/"):
			at[s.Label] = s.X
			if s.Label == "a" && s.Hint != "Input token 1, read at step 4: «a»" {
				t.Errorf("the hint of «a» is %q", s.Hint)
			}
		case s.Ref == "decoder/0/attention/weights/3" && s.Kind == Rect: // what is read last
			if want := "Attention weight of «a», input token 1, at decoder step 1"; !strings.HasPrefix(s.Hint, want) {
				t.Errorf("the hint of the last weight is %q", s.Hint)
			}
			at["last"] = s.X + s.W/2
		}
	}
	if !(at["a"] < at["b"] && at["b"] < at["c"] && at["c"] < at["d"]) || at["last"] != at["a"] {
		t.Errorf("the columns stand at %v", at)
	}
}

// TestRightToLeft keeps a word's direction to itself.
func TestRightToLeft(t *testing.T) {
	run := scenetest.Run(scenetest.Spec{Source: []string{"مرحبا", "ab"}, Target: []string{"ברוכים"}, Trained: 1})
	all := strings.Join(captions(t, "unrolled", run, &say.English), "\n")
	if !strings.Contains(all, "reads «\u2068مرحبا\u2069» and") || !strings.Contains(all, "reads «ab» and") {
		t.Errorf("the captions are %q", all)
	}
	if got := fit("مرحبا بكم", 40, 13, false); !strings.HasSuffix(got, "…\u200f") {
		t.Errorf("the word is shortened to %q", got)
	}
	if got, want := fit("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 60, 13, false), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"; got != want {
		t.Errorf("families are shortened to %q, want %q", got, want)
	}
	if got, want := fit("e\u0301te\u0301te\u0301te\u0301", 40, 13, false), "e\u0301te\u0301t…"; got != want {
		t.Errorf("accents are shortened to %q, want %q", got, want)
	}
}

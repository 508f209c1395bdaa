package page

import (
	"strings"
	"testing"

	"github.com/vugu/html"

	"unroll/core/corpus"
	"unroll/core/decode"
	"unroll/core/trace"
	"unroll/core/train"
	"unroll/web/wire"
)

// searched is what the trainer says of a beam search two wide: "ab" won, "a" came second, and the third
// candidate of the first step was pruned.
func searched(input string) wire.Trace {
	token := func(id int, text string) trace.Token { return trace.Token{ID: id, Text: text} }
	a, b, end := token(3, "a"), token(4, "b"), token(corpus.End, "⟨end⟩")
	return wire.Trace{Decoded: &train.Decoded{
		Run: someRun(input),
		Hypotheses: []train.Said{
			{Text: "ab", Tokens: 3, Finished: true, LogProb: -0.5, Score: -0.4},
			{Text: "a", Tokens: 2, LogProb: -12, Score: -1.1},
		},
		Tree: &trace.Beam{Width: 2, Penalty: 0.6, Limit: 9, Stopped: "empty",
			Nodes: []trace.Node{
				{Parent: -1, Step: -1, Token: token(corpus.Start, "⟨start⟩")},
				{Parent: 0, Step: 0, Rank: 0, Token: a, LogProb: -0.1, Sum: -0.1, Score: -0.1, Fate: trace.Expanded},
				{Parent: 0, Step: 0, Rank: 1, Token: b, LogProb: -3, Sum: -3, Score: -3, Fate: trace.Pruned},
				{Parent: 1, Step: 1, Rank: 0, Token: b, LogProb: -0.2, Sum: -0.3, Score: -0.3, Fate: trace.Expanded},
				{Parent: 1, Step: 1, Rank: 1, Token: end, LogProb: -1, Sum: -1.25, Score: -1.1, Fate: trace.Finished},
				{Parent: 3, Step: 2, Rank: 0, Token: end, LogProb: -0.2, Sum: -0.5, Score: -0.4, Fate: trace.Finished},
			},
			Steps:    []trace.Expansion{{From: 1, To: 3, Live: 1}, {From: 3, To: 5, Live: 1}, {From: 5, To: 6, Live: 1}},
			Finished: []int{5, 4}, Best: []int{5, 4},
		},
	}}
}

func TestBeamSearchShowsItsHypothesesAndItsTree(t *testing.T) {
	b := open(t, "")
	b.ready(3000)
	b.trainer.take()
	b.fire("speech", "click", nil)
	b.root.HandleMethod("beam")
	b.set("setting-width", "change", "2")
	asked := b.trainer.take()
	last, ok := asked[len(asked)-1].(wire.Run)
	if !ok || last.Decode.Method != "beam" || last.Decode.Width != 2 || last.Decode.Best != 2 {
		t.Fatalf("the trainer is asked for %+v", asked)
	}
	if !contains(b.host.address, "decode=beam&width=2") {
		t.Errorf("the link says %q", b.host.address)
	}

	b.root.Receive(searched("unroll"))
	page := b.render()
	if got := text(search(page, tagged("output"))); got != "ab" {
		t.Errorf("the output is %q, want that of the hypothesis that won", got)
	}
	rows := search(search(page, classed("speech-box-hypotheses")), tagged("tbody"))
	if got := text(rows); !contains(got, "60.7 %") || !contains(got, "a … (cut off)") || !contains(got, "6.1 × 10⁻⁶") {
		t.Errorf("the hypotheses are %q", got)
	}
	tree := search(page, classed("beam-tree"))
	for class, words := range map[string]string{
		"beam-tree-pruned":                  "b: log p −3.000, of the whole beginning −3.000, score −3.000: pruned",
		"beam-tree-expanded beam-tree-best": "a: log p −0.100",
		"beam-tree-finished":                "a ⟨end⟩: log p −1.000, of the whole beginning −1.250, score −1.100: finished",
		"beam-tree-finished beam-tree-best": "a b ⟨end⟩",
	} {
		n := search(tree, func(n *html.Node) bool { return get(n, "class") == class })
		if n == nil || !strings.HasPrefix(get(n, "aria-label"), words) {
			t.Errorf("%q is missing, or not called %q: %v", class, words, n)
		}
	}

	// Another hypothesis is another film of the same search.
	b.root.HandlePick("1")
	if got := b.trainer.take(); len(got) != 1 || got[0].(wire.Run).Pick != 1 {
		t.Errorf("the trainer is asked for %+v", got)
	}
	second := searched("unroll")
	second.Decoded.Picked = 1
	b.root.Receive(second)
	if got := text(search(b.render(), tagged("output"))); got != "a" {
		t.Errorf("the output is %q, want that of the hypothesis that was picked", got)
	}
}

func TestSamplingDrawsAgain(t *testing.T) {
	b := open(t, "?decode=sample&temperature=0.5")
	b.ready(3000)
	first := b.root.Values.Decode.Seed
	b.trainer.take()
	b.fire("draw", "click", nil)
	if got := b.trainer.take(); len(got) != 1 || got[0].(wire.Run).Decode.Seed != first+1 || got[0].(wire.Run).Decode.Temperature != 0.5 {
		t.Errorf("the trainer is asked for %+v", got)
	}
}

func TestForcedTargetIsNotTheModelsOwn(t *testing.T) {
	b := open(t, "")
	b.ready(3000)
	b.root.Receive(traceOf(b))
	b.fire("speech", "click", nil)
	b.trainer.take()
	b.set("setting-target", "change", "abc")
	expect(t, b.trainer.take(), wire.Run{Input: "unroll", Target: "abc", Decode: decodeOf(b)})
	forced := searched("unroll")
	forced.Target, forced.Decoded.Tree = "abc", nil
	b.root.Receive(forced)
	if got := text(search(b.render(), classed("input-box-label"))); got != b.root.Text.Page.Entry.Forced {
		t.Errorf("what the model was made to say is called %q", got)
	}

	b.set("setting-target", "change", "7")
	b.root.Receive(wire.Failure{Reason: wire.UnknownToken, Token: "7", Target: true})
	if got := text(b.byID("setting-target-problem")); !contains(got, "“7”") {
		t.Errorf("beside the target: %q", got)
	}
	if field := b.byID("setting-target"); get(field, "value") != "7" || get(field, "aria-invalid") != "true" || b.root.Values.Target != "abc" {
		t.Errorf("the field holds %q, and the link %q", get(field, "value"), b.root.Values.Target)
	}
	if b.root.Entry.Fault != nil {
		t.Error("the input is blamed for the target")
	}
}

func decodeOf(b *bench) decode.Options { return b.root.Values.Run("", 0).Decode }

func tagged(tag string) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.Data == tag }
}

func classed(class string) func(*html.Node) bool {
	return func(n *html.Node) bool { return get(n, "class") == class }
}

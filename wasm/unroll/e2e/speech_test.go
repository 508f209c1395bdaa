package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"unroll/web/chrome"
)

// search is the query of the page's address.
func (v *view) search() string {
	v.t.Helper()
	return chrome.Eval[string](v.Page, `location.search`)
}

// count is how many elements a selector names.
func (v *view) count(selector string) int {
	v.t.Helper()
	return chrome.Eval[int](v.Page, "document.querySelectorAll(`"+selector+"`).length")
}

// TestAnotherModelSpeaks makes a model of another task and another attention, and has it search.
func TestAnotherModelSpeaks(t *testing.T) {
	v := open(t, "?hidden=16")
	v.choose("Task", "scan")
	v.until(30*time.Second, "model of commands", func() bool { return strings.Contains(v.search(), "task=scan") })
	if story := v.words("#task-story"); !strings.Contains(story, "Lake") {
		t.Errorf("the story of the task is %q", story)
	}
	v.choose("Attention", "bahdanau")
	v.until(30*time.Second, "model with Bahdanau's attention", func() bool { return strings.Contains(v.search(), "attention=bahdanau") })

	v.press("How it speaks: Greedy")
	v.Frames(2)
	v.Click(`input[value="beam"]`)
	v.until(30*time.Second, "beam", func() bool { return v.count(".beam-tree g") > 4 })
	if n := v.count(".speech-box-hypotheses tbody tr"); n < 2 {
		t.Fatalf("a beam search ends in %d hypotheses", n)
	}
	if n := v.count(".beam-tree-best"); n == 0 {
		t.Error("the tree does not show the way of the best hypothesis")
	}
	second := v.words(".speech-box-hypotheses tbody tr:nth-child(2) bdi")
	v.Click(`input[name="hypothesis"][value="1"]`)
	v.until(30*time.Second, "film of the second hypothesis", func() bool {
		said := v.words(".input-box output")
		return said != "" && strings.HasPrefix(second, said) // what was cut off says so
	})
	if n, steps := v.count(".speech-box-tokens li"), v.count("#film-canvas > *"); n == 0 || steps < 5 {
		t.Errorf("the second hypothesis has %d tokens and %d shapes", n, steps)
	}
}

// TestForcedTarget asks for the probability of an output that the model would not give.
func TestForcedTarget(t *testing.T) {
	v := open(t, "?hidden=16&embedding=8")
	v.press("How it speaks: Greedy")
	v.Frames(2)
	v.write("What would it give to …?", "zebra\r")
	v.until(30*time.Second, "forced output", func() bool { return v.words(".input-box output") == "zebra" })
	if said := v.words(".input-box-label"); said != "It was made to say" {
		t.Errorf("the page says of the output: %q", said)
	}
	if n := v.count(".speech-box-tokens li"); n != len("zebra")+1 {
		t.Errorf("the probabilities of %d tokens are given", n)
	}
	v.write("What would it give to …?", "7\r")
	v.until(30*time.Second, "sentence about it", func() bool { return strings.Contains(v.words("#setting-target-problem"), "“7”") })
}

// TestOpenedStep takes a training step and looks at the gradient on its way back.
func TestOpenedStep(t *testing.T) {
	v := open(t, "?hidden=16&embedding=8&encoder=both&bridge=dense")
	v.press("Step")
	v.until(30*time.Second, "step to be opened", func() bool { return v.words("#opened") == "Step 1, opened up" })
	v.press("Step 1, opened up")
	v.until(10*time.Second, "gradients", func() bool { return v.count("#gradients rect") > 12 })
	if n := v.count(".step-panel tbody tr"); n < 10 {
		t.Errorf("the norms of %d tables of weights are given", n)
	}
	v.focus("group", "The gradient on its way back: how strongly the loss depends on each state")
	before := v.words("#gradient-hint")
	v.Press(kb.ArrowRight)
	v.Frames(2)
	if after := v.words("#gradient-hint"); after == before || !strings.Contains(after, "∂L/∂") {
		t.Errorf("the arrow leads from %q to %q", before, after)
	}
}

// TestALinkCarriesTheModel opens, in a browser that has never seen the page, a link with the model in it.
func TestALinkCarriesTheModel(t *testing.T) {
	v := open(t, "?hidden=16&embedding=8")
	for n := range 3 {
		v.press("Step")
		v.until(30*time.Second, "step", func() bool { return v.steps() == n+1 })
	}
	v.press("Link with the model in it")
	v.until(30*time.Second, "link", func() bool { return v.count("#model-link") == 1 })
	link := v.value("textbox", "Address with the model in it")
	said := v.words(".input-box output")

	other := open(t, strings.TrimPrefix(link, address))
	other.until(30*time.Second, "linked model", func() bool { return other.steps() == 3 })
	if got := other.words(".input-box output"); got != said {
		t.Errorf("the linked model says %q, and the one that was sent %q", got, said)
	}
	if strings.Contains(chrome.Eval[string](other.Page, `location.href`), "model=") {
		t.Error("the model stays in the address, where a reload would find it instead of what it has become")
	}

	bad := openWith(t, "#model=AAAA", chrome.Options{})
	bad.until(30*time.Second, "alarm", func() bool { return strings.Contains(bad.words("[role=alert]"), "damaged") })
}

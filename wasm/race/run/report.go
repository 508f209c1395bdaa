package main

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strings"
)

// notes are what a person has to say about the figures.
//
//go:embed notes.md
var notes string

// report is all that was measured.
type report struct {
	machine  machine
	races    []raceResult
	quality  []quality
	load     float64 // of the machine before the runs to 99 %
	products []product
}

type raceResult struct {
	work work
	*outcome
	torch []torch
}

// page is Markdown in the making.
type page struct{ strings.Builder }

func (p *page) head(level int, text string) {
	fmt.Fprintf(p, "\n%s %s\n\n", strings.Repeat("#", level), text)
}
func (p *page) say(text string)     { p.WriteString(text + "\n") }
func (p *page) row(cells ...string) { p.say("| " + strings.Join(cells, " | ") + " |") }

func (r *report) markdown() string {
	var p page
	p.say("# The race\n\nWritten by `./build.sh race`; what is said at the end is kept in `wasm/race/run/notes.md`. One Chromium, one\n" +
		"page for each contestant, blocks of training steps in turn. Everyone begins from the same weights, sees the\n" +
		"same batches, and must reproduce PyTorch's losses; whoever does not is marked. Medians; a ratio is taken within\n" +
		"each round, then its median over the rounds. Milliseconds throughout, unless another unit is named.")
	r.describeMachine(&p)
	r.tellAims(&p)
	for _, race := range r.races {
		race.tell(&p)
	}
	r.tellQuality(&p)
	r.tellProducts(&p)
	p.WriteString("\n" + notes)
	return p.String()
}

// tell writes the table of one work.
func (r raceResult) tell(p *page) {
	p.head(2, r.work.name)
	p.say(fmt.Sprintf("%s. %d rounds.\n", r.work.what, r.outcome.Rounds))
	cells := []string{"contestant", "a step", "fastest–slowest", "target tokens/s"}
	line := []string{"---", "---:", "---:", "---:"}
	mine := slices.DeleteFunc([]string{alone, both}, func(id string) bool { return r.of(id) == nil })
	for _, id := range mine {
		cells, line = append(cells, "× "+id), append(line, "---:")
	}
	cells = append(cells, "first step", "ready", "one string", "worst loss error")
	p.row(cells...)
	p.row(append(line, "---:", "---:", "---:", "---:")...)
	for _, c := range r.Results {
		if c.Failed != "" {
			p.row(c.ID, "failed: "+strings.Join(strings.Fields(strings.ReplaceAll(c.Failed, "|", "/")), " "))
			continue
		}
		name := c.ID
		if !c.SameWork {
			name += " (**other losses**)"
		}
		cells := []string{name, number(c.MsPerStep), number(c.MsMin) + "–" + number(c.MsMax), fmt.Sprintf("%.0f", c.TokensPerSecond)}
		for _, id := range mine {
			cells = append(cells, number(r.ratio(c.ID, id)))
		}
		p.row(append(cells, number(c.FirstStepMs), number(c.ReadyMs), number(c.GreedyMs), fmt.Sprintf("%.1e", max(c.LossRelErr, c.BlockLossRelErr)))...)
	}
	for _, t := range r.torch {
		tokens := "–"
		if t.Measured {
			tokens = fmt.Sprintf("%.0f", t.Tokens)
		}
		cells := []string{t.name(), number(t.Milliseconds), "–", tokens}
		for _, id := range mine {
			cells = append(cells, number(ratio(t.Milliseconds, r.of(id).MsPerStep)))
		}
		p.row(append(cells, "–", "–", number(t.Greedy), "–")...)
	}
	switch {
	case len(r.torch) > 0 && r.torch[0].Measured:
		p.say("\nPyTorch is no page in the browser: it ran just before the race and just after, and this is the mean.")
	case len(r.torch) > 0:
		p.say("\n† not measured in this run, as PyTorch is not installed here: the figure that the peers' description gives.")
	}
}

func (r *report) tellQuality(p *page) {
	if len(r.quality) == 0 {
		return
	}
	p.head(2, "From nothing to 99 %")
	p.say("W1 at learning rate 1e-3 and clip 5, until 99 % of 500 held-out strings come out wholly right; looked at every 50\n" +
		"steps, and only training is counted. Each seed is other first weights; the examples are the same (PyTorch's\n" +
		"script draws others too). Rounding alone moves the number of steps.\n")
	p.row("contestant", "steps and seconds, by seed", "median steps", "median seconds")
	p.row("---", "---", "---:", "---:")
	for _, q := range r.quality {
		var runs []string
		for _, t := range q.Runs {
			steps := fmt.Sprint(t.Steps)
			if t.Steps == 0 {
				steps = "never"
			}
			runs = append(runs, fmt.Sprintf("%s in %.1f s", steps, t.Seconds))
		}
		if !q.Measured {
			runs = []string{"not measured in this run"}
		}
		steps, seconds := q.medians()
		p.row(q.ID, strings.Join(runs, ", "), number(steps), number(seconds))
	}
}

func (r *report) tellProducts(p *page) {
	if len(r.products) == 0 {
		return
	}
	p.head(2, "Products of matrices")
	p.say("Percent of the fastest that WebAssembly's SIMD multiplied and added beside it, and GFLOP/s: of each the best of five\n" +
		"runs, as other work on the machine only slows. *m*×*n*×*k*; T is the transposed factor. A batch of 64 is multiplied\n" +
		"in shards of 16.\n")
	p.row("work", "size", "NN", "TN", "NT")
	p.row("---", "---", "---:", "---:", "---:")
	for _, work := range []string{"W1", "W3"} {
		for _, size := range sizes[work] {
			cells := []string{work, size}
			for _, form := range []string{"NN", "TN", "NT"} {
				cell := "–"
				for _, x := range r.products {
					if x.Size == size && x.Form == form {
						cell = fmt.Sprintf("%.1f %% (%.0f)", x.share(), x.Speed)
					}
				}
				cells = append(cells, cell)
			}
			p.row(cells...)
		}
	}
}

// number has three digits that count, or is a dash.
func number(x float64) string {
	switch {
	case x == 0:
		return "–"
	case math.IsInf(x, 1):
		return "never"
	case x >= 100:
		return fmt.Sprintf("%.0f", x)
	case x >= 10:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.2f", x)
}

// ratio is 0 where there is nothing to divide by.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

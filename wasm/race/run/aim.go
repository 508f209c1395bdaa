package main

import "fmt"

// aim is a figure that the race is run for.
type aim struct {
	text     string
	measured float64
	unit     string
	limit    float64
	below    bool // the measured figure has to be at most the limit; else at least
	remark   string
}

func (a aim) kept() bool {
	if a.below {
		return a.measured <= a.limit
	}
	return a.measured >= a.limit
}

// aims are those whose contestants ran.
func (r *report) aims() []aim {
	var out []aim
	for _, race := range r.races {
		out = append(out, race.aims()...)
	}
	for _, q := range r.quality {
		if q.ID == alone {
			_, seconds := q.medians()
			out = append(out, aim{"W1 to 99 %, one worker", seconds, " s", 6, true, fmt.Sprintf("median of %d seeds", len(q.Runs)) + r.besides()})
		}
	}
	for _, work := range []string{"W1", "W3"} {
		if p := slowest(r.products, work); p != nil {
			out = append(out, aim{work + ": slowest product, of the peak", p.share(), " %", 85, false, p.Form + " " + p.Size})
		}
	}
	return out
}

// besides is what the strongest peer took for the same, as seconds alone say as much of the machine.
func (r *report) besides() string {
	for _, q := range r.quality {
		if _, seconds := q.medians(); q.ID == gates && q.Measured {
			return "; " + gates + " took " + number(seconds) + " s"
		}
	}
	return ""
}

func (r raceResult) aims() []aim {
	var out []aim
	faster := func(us, them string, limit float64) {
		if x := r.ratio(them, us); x > 0 {
			out = append(out, aim{fmt.Sprintf("%s: %s faster than %s", r.work.name, us, them), x, " ×", limit, false, ""})
		}
	}
	torch := func(us string, cores int, limit float64) {
		c := r.of(us)
		if c == nil || c.MsPerStep == 0 {
			return
		}
		for _, core := range []string{"", avx512} {
			if t := fastest(r.torch, cores, core); t != nil {
				out = append(out, aim{r.work.name + ": a step of " + us + " in steps of " + t.kind(), c.MsPerStep / t.Milliseconds, " ×", limit, true, t.name()})
			}
		}
	}
	if r.work.name == "W3" {
		faster(alone, gates, 2)
		faster(both, gatesThreads, 2.5)
	} else {
		faster(alone, gates, 3)
		faster(both, gates, 5)
		faster(alone, tape, 15)
		torch(alone, 1, 1.4)
		torch(both, 2, 1)
	}
	if us, them := r.of(alone), r.of(vanilla); us != nil && them != nil && them.GreedyMs > 0 {
		out = append(out, aim{r.work.name + ": one string of unroll in those of plain JavaScript", us.GreedyMs / them.GreedyMs, " ×", 0.5, true, ""})
	}
	for _, id := range []string{alone, both} {
		if c := r.of(id); c != nil && c.Failed == "" {
			out = append(out, aim{r.work.name + ": " + id + "'s losses off the reference, first ten steps", c.LossRelErr, "", 2e-4, true, "relative"})
		}
	}
	return out
}

func (r *report) tellAims(p *page) {
	aims := r.aims()
	if len(aims) == 0 {
		return
	}
	p.head(2, "What was aimed at")
	p.row("", "aim", "measured", "kept", "")
	p.row("---", "---:", "---:", "---", "---")
	for _, a := range aims {
		kept, sign, measured := "yes", "≥", number(a.measured)
		if !a.kept() {
			kept = "**no**"
		}
		if a.below {
			sign = "≤"
		}
		if a.measured < 0.01 {
			measured = fmt.Sprintf("%.1e", a.measured)
		}
		p.row(a.text, fmt.Sprintf("%s %g%s", sign, a.limit, a.unit), measured+a.unit, kept, a.remark)
	}
}

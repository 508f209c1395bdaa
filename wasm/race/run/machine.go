package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"
)

// machine is where the race was run, apart from what the runner itself tells.
type machine struct {
	Cores         int
	Go, Node, Sys string
}

func describe(ctx context.Context) machine {
	m := machine{Cores: runtime.NumCPU(), Go: strings.TrimPrefix(runtime.Version(), "go"), Sys: runtime.GOOS + "/" + runtime.GOARCH}
	if said, err := output(ctx, "", nil, "node", "--version"); err == nil {
		m.Node = strings.TrimPrefix(strings.TrimSpace(said), "v")
	}
	return m
}

func (r *report) describeMachine(p *page) {
	p.head(2, "The machine")
	p.row("", "")
	p.row("---", "---")
	if len(r.races) > 0 {
		first, last := r.races[0].outcome, r.races[len(r.races)-1].outcome
		p.row("processor", fmt.Sprintf("%s, %d cores, %s", first.CPU, r.machine.Cores, r.machine.Sys))
		p.row("browser", "Chromium "+first.Chromium+", headless")
		day, _, _ := strings.Cut(last.When, "T")
		p.row("day", day)
		for _, race := range r.races {
			p.row("load during "+race.work.name, fmt.Sprintf("%.2f at first, %.2f at last (average of a minute; a race alone makes 1 to 2)", race.Load[0], race.Load[len(race.Load)-1]))
		}
	}
	if r.load > 0 {
		p.row("load before the runs to 99 %", fmt.Sprintf("%.2f", r.load))
	}
	p.row("Go, Node.js", r.machine.Go+", "+r.machine.Node)
}

// Command run is the race: Unroll's trainer against its peers, on the same work, in one browser, block
// by block in turn. It builds our contestant, prepares the peers, drives their runner, and writes what
// came out as a table.
//
//	./build.sh race [flags]
//
// The peers are no part of this repository. They are looked for in ../shared/bench, beside the
// checkout; UNROLL_PEERS names another place. It may be read-only: a copy is made and built among the
// user's cached files. The runner needs Node.js with npm, and Chromium. Native PyTorch is measured too
// where Python has it; else the figures that the peers' description gives are quoted, and marked.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
)

// results is where a whole race is kept.
const results = "wasm/race/RESULTS.md"

func main() {
	var o options
	works := flag.String("works", "W1,W2,W3", "the `works` to race")
	field := flag.String("contestants", "", "the `contestants`; empty: ours, and for each work its strongest peers")
	flag.IntVar(&o.rounds, "rounds", 8, "timed `blocks` of each contestant")
	flag.IntVar(&o.seeds, "seeds", 5, "`runs` to 99 % from different first weights; 0: none")
	flag.StringVar(&o.out, "o", "", "the `file` to write; empty: "+results+" when all works race, else none")
	flag.Func("add", "another contestant of ours: `id={\"option\":…}`, as the adapter takes them; may be repeated", func(s string) error {
		return o.add(s)
	})
	flag.Parse()
	o.works, o.contestants = split(*works), split(*field)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "race:", err)
		os.Exit(1)
	}
}

func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
}

// options are what the flags say.
type options struct {
	works, contestants []string
	rounds, seeds      int
	out                string
	more               []contestant // of ours
}

func (o *options) add(s string) error {
	id, opts, found := strings.Cut(s, "=")
	if !found || id == "" || !json.Valid([]byte(opts)) {
		return errors.New(`want id={"option":…}`)
	}
	o.more = append(o.more, contestant{ID: id, Opts: rawJSON(opts)})
	return nil
}

// run races, prints the report and writes it. A contestant that fails or computes something else is an
// error, after its table has been written.
func run(ctx context.Context, o options) error {
	for _, name := range o.works {
		if !slices.ContainsFunc(works, func(w work) bool { return w.name == name }) {
			return fmt.Errorf("there is no work %q", name)
		}
	}
	place, err := preparePeers(ctx)
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "unroll-race-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := buildContestant(ctx, ".", folder); err != nil {
		return err
	}
	report, broken := race(ctx, runner{place, folder, append(slices.Clone(ours), o.more...)}, o)
	if report == nil {
		return broken
	}
	text := report.markdown()
	fmt.Print(text)
	if o.out == "" && len(o.works) == len(works) && len(o.contestants) == 0 {
		o.out = results
	}
	if o.out != "" {
		if err := os.WriteFile(o.out, []byte(text), 0o644); err != nil {
			return errors.Join(broken, err)
		}
	}
	return broken
}

// race measures everything. The report is nil when there is nothing to tell.
func race(ctx context.Context, r runner, o options) (*report, error) {
	report := &report{machine: describe(ctx)}
	var broken error
	for _, w := range works {
		if !slices.Contains(o.works, w.name) {
			continue
		}
		before, err := native(ctx, r.peers, w)
		broken = errors.Join(broken, err)
		field := o.contestants
		if len(field) == 0 {
			field = append(r.ids(), w.peers...)
		}
		outcome, err := r.race(ctx, w.name, field, o.rounds)
		if outcome == nil {
			return nil, errors.Join(broken, err)
		}
		broken = errors.Join(broken, err)
		after, err := native(ctx, r.peers, w)
		broken = errors.Join(broken, err)
		report.races = append(report.races, raceResult{w, outcome, between(before, after)})
	}
	if o.seeds > 0 && slices.Contains(o.works, "W1") {
		of := seeds(o.seeds)
		in, load, err := r.quality(ctx, of)
		out, errNative := nativeQuality(ctx, r.peers, of)
		report.quality, report.load, broken = append(in, out...), load, errors.Join(broken, err, errNative)
	}
	products, err := measureProducts(ctx)
	report.products = products
	return report, errors.Join(broken, err)
}

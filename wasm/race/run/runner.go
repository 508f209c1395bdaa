package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"unroll/web/chrome"
)

// outcome is what the peers' runner prints about a work. Times are in milliseconds; what could not be
// measured is zero.
type outcome struct {
	When, Chromium, Work string
	CPU                  string
	Rounds               int
	Load                 []float64 // of the machine, the average of a minute, after each round
	Results              []result
	Quality              []struct {
		ID           string
		Steps        int // 0: never
		TrainSeconds float64
	}
}

// result is one contestant's.
type result struct {
	ID              string
	Failed          string
	Exact, SameWork bool
	LossRelErr      float64 // the worst of the first ten steps, against the reference
	BlockLossRelErr float64 // the worst at the end of a timed block, up to step 60
	MsPerStep       float64 // median of the blocks
	MsMin, MsMax    float64
	TokensPerSecond float64
	GreedyMs        float64
	ReadyMs         float64 // since navigation
	FirstStepMs     float64
	Rounds          []float64 // ms a step, by round
}

// runner is the peers' program and our contestants.
type runner struct {
	peers, folder string // what it serves as itself, and as /ours/
	ours          []contestant
}

func (r runner) ids() []string {
	var ids []string
	for _, c := range r.ours {
		ids = append(ids, c.ID)
	}
	return ids
}

// race runs a work with the contestants of the field. There is an outcome beside an error when some of
// them failed or did other work.
func (r runner) race(ctx context.Context, work string, field []string, rounds int) (*outcome, error) {
	entries := make([]contestant, len(r.ours))
	for i, c := range r.ours {
		entries[i] = contestant{c.ID, adapter, c.Opts, true}
	}
	return r.run(ctx, work, entries, field, "--rounds", strconv.Itoa(rounds))
}

const adapter, seeded = "/ours/adapter.mjs", "/ours/seeded.mjs"

// run starts the runner. Its remarks go to the standard error as they come.
func (r runner) run(ctx context.Context, work string, entries []contestant, field []string, more ...string) (*outcome, error) {
	browser, err := chrome.Find()
	if err != nil {
		return nil, err
	}
	command := []string{"node", "run.mjs", "--work", work, "--chromium", browser, "--mount", "ours=" + r.folder, "--only", strings.Join(field, ",")}
	for _, c := range entries {
		text, err := json.Marshal(c)
		if err != nil {
			return nil, err
		}
		command = append(command, "--add", string(text))
	}
	cmd, out := prepare(ctx, r.peers, nil, append(command, more...))
	cmd.Stderr = os.Stderr
	broken := cmd.Run()
	if broken != nil {
		broken = fmt.Errorf("%s: a contestant failed or computed something else: %w", work, broken)
	}
	o, err := parseOutcome(out.Bytes(), field)
	if err != nil {
		return nil, fmt.Errorf("%s: %w, and the runner said: %v", work, err, broken)
	}
	return o, broken
}

// parseOutcome reads what the runner printed; it must be about the whole field.
func parseOutcome(text []byte, field []string) (*outcome, error) {
	o := new(outcome)
	if err := json.Unmarshal(text, o); err != nil {
		return nil, fmt.Errorf("no result: %w", err)
	}
	if len(o.Load) == 0 {
		return nil, errors.New("the runner does not tell the machine's load")
	}
	for _, id := range field {
		if o.of(id) == nil {
			return nil, fmt.Errorf("the runner does not know %s at this work", id)
		}
	}
	return o, nil
}

// of is a contestant's result, or nil when it did not run.
func (o *outcome) of(id string) *result {
	for i := range o.Results {
		if o.Results[i].ID == id {
			return &o.Results[i]
		}
	}
	return nil
}

// ratio is how many times as long as b a takes for a step: the median over the rounds, each of which saw the
// machine in one state. It is 0 when one of them has no rounds.
func (o *outcome) ratio(a, b string) float64 {
	x, y := o.of(a), o.of(b)
	if x == nil || y == nil || len(x.Rounds) != len(y.Rounds) {
		return 0
	}
	within := make([]float64, len(x.Rounds))
	for i := range within {
		within[i] = x.Rounds[i] / y.Rounds[i]
	}
	return median(within)
}

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strings"
)

// quality is how long W1 takes, from nothing, until 99 % of the held-out strings come out wholly right;
// looked at every 50 steps, at learning rate 1e-3 and clip 5.
type quality struct {
	ID       string
	Measured bool // in this run; else the peers' description gives it
	Runs     []trial
}

// trial is one run; Steps 0 says that it did not get there in Seconds.
type trial struct {
	Seed, Steps int
	Seconds     float64
}

// medians are of steps and of seconds, infinite when most runs never got there.
func (q quality) medians() (steps, seconds float64) {
	var all, took []float64
	for _, t := range q.Runs {
		if t.Steps == 0 {
			t.Seconds = math.Inf(1)
			all = append(all, math.Inf(1))
		} else {
			all = append(all, float64(t.Steps))
		}
		took = append(took, t.Seconds)
	}
	return median(all), median(took)
}

// quality trains ours and the strongest peer from each seed's weights, one after the other. The load is the
// machine's before the first.
func (r runner) quality(ctx context.Context, seeds []int) (of []quality, load float64, err error) {
	out := make([]quality, 0, len(r.ours)+1)
	for _, c := range r.ours {
		out = append(out, quality{ID: c.ID, Measured: true})
	}
	out = append(out, quality{ID: gates, Measured: true})
	var entries []contestant
	var ids []string
	for _, seed := range seeds {
		for i, q := range out {
			given := map[string]any{"seed": seed, "id": q.ID}
			if i < len(r.ours) {
				given["module"], given["opts"] = adapter, r.ours[i].Opts
			}
			opts, err := json.Marshal(given)
			if err != nil {
				return nil, 0, err
			}
			// From other weights the losses are others than the reference's.
			entries = append(entries, contestant{fmt.Sprintf("%s-seed-%d", q.ID, seed), seeded, rawJSON(opts), false})
			ids = append(ids, entries[len(entries)-1].ID)
		}
	}
	o, err := r.run(ctx, "W1", entries, ids, "--rounds", "1", "--quality", strings.Join(ids, ","), "--lr", "1e-3", "--clip", "5")
	if err != nil {
		return nil, 0, err
	}
	if len(o.Quality) != len(ids) {
		return nil, 0, fmt.Errorf("W1: %d runs to 99 %% of %d", len(o.Quality), len(ids))
	}
	for i, q := range o.Quality {
		to := &out[i%len(out)]
		to.Runs = append(to.Runs, trial{seeds[i/len(out)], q.Steps, q.TrainSeconds})
	}
	return out, o.Load[len(o.Load)-1], nil
}

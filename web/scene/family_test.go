package scene

import (
	"fmt"
	"testing"

	"unroll/core/model"
	"unroll/core/trace"
	"unroll/web/scene/scenetest"
)

// family is one of each kind of model, and those in which most comes together.
func family() map[string]trace.Model {
	return map[string]trace.Model{
		"gru":          {},
		"lstm":         {Cell: "lstm"},
		"bare":         {Attention: "none"},
		"rnn":          {Cell: "rnn", Attention: "dot"},
		"deep":         {Layers: 3, Attention: "additive"},
		"deep lstm":    {Cell: "lstm", Layers: 2, Attention: "none"},
		"residual":     {Layers: 3, Residual: true, Attention: "dot", Cell: "rnn"},
		"reversed":     {Encoder: "reversed"},
		"both":         {Encoder: "both", Bridge: "dense"},
		"both bare":    {Encoder: "both", Bridge: "dense", Attention: "none", Cell: "lstm"},
		"both deep":    {Encoder: "both", Bridge: "zero", Layers: 2, Residual: true},
		"dense":        {Bridge: "dense", Cell: "lstm"},
		"zero":         {Bridge: "zero", Attention: "none"},
		"every":        {Feed: "every", Attention: "none"},
		"both every":   {Encoder: "both", Bridge: "zero", Feed: "every", Attention: "none", Layers: 2},
		"bahdanau":     {Attention: "bahdanau"},
		"rnnsearch":    {Encoder: "both", Bridge: "dense", Attention: "bahdanau", Feed: "every"},
		"deep search":  {Encoder: "both", Bridge: "dense", Attention: "bahdanau", Layers: 2, Residual: true},
		"feeding":      {InputFeeding: true},
		"feeding deep": {InputFeeding: true, Cell: "lstm", Layers: 2, Residual: true, Feed: "every", Encoder: "reversed"},
		"deepest":      deepest(),
	}
}

// deepest has everything at once.
func deepest() trace.Model {
	return trace.Model{Cell: "lstm", Layers: 3, Residual: true, Encoder: "both", Bridge: "dense", Feed: "every", Attention: "additive", InputFeeding: true}
}

// models calls f with every model that core/model can build.
func models(f func(trace.Model)) int {
	n := 0
	for _, cell := range []string{"rnn", "gru", "lstm"} {
		for layers := 1; layers <= model.MostLayers; layers++ {
			for _, encoder := range []string{"forward", "reversed", "both"} {
				for _, bridge := range []string{"pass", "dense", "zero"} {
					for _, feed := range []string{"start", "every"} {
						for _, attention := range []string{"none", "dot", "general", "additive", "bahdanau"} {
							for bits := range 4 {
								a := model.Architecture{Cell: cell, Layers: layers, Encoder: encoder, Bridge: bridge, Feed: feed, Attention: attention,
									Residual: bits&1 != 0, InputFeeding: bits&2 != 0, Embedding: 4, Hidden: 6}
								if a.Check() != nil || a.Residual && layers == 1 {
									continue
								}
								n++
								f(trace.Model{Cell: cell, Layers: layers, Encoder: encoder, Bridge: bridge, Feed: feed, Attention: attention,
									Residual: a.Residual, InputFeeding: a.InputFeeding})
							}
						}
					}
				}
			}
		}
	}
	return n
}

// TestShapesStayFew draws the longest date on the narrowest and the widest stage: however much there is to
// a model, a picture has no more shapes than a browser redraws at ease; with everything at once, a few more.
func TestShapesStayFew(t *testing.T) {
	for name, m := range family() {
		spec := cases()["date"].With(m)
		most := shapesMost
		if name == "deepest" {
			most += 500
		}
		for _, width := range []float64{360, 1600} {
			f, err := New("unrolled", scenetest.Run(spec), Options{Width: width})
			if err != nil {
				t.Fatal(err)
			}
			if n := len(f.Picture(f.Poster()).Shapes); n > most {
				t.Errorf("%s at %g px has %d shapes", name, width, n)
			}
		}
	}
}

// TestEveryModel draws each model that can be built, on a phone and either on a tablet or on a desk: the
// poster and the last picture hold to the rules of TestNothingOverlaps.
func TestEveryModel(t *testing.T) {
	turn := 0
	n := models(func(m trace.Model) {
		spec := scenetest.Reverse("abc").With(m)
		spec.Hidden = 24
		run := scenetest.Run(spec)
		turn++
		for _, width := range []float64{360, []float64{768, 1440}[turn%2]} {
			f, err := New("unrolled", run, Options{Width: width})
			if err != nil {
				t.Fatalf("%+v: %v", m, err)
			}
			for _, at := range []float64{f.Poster(), f.Duration()} {
				tidy(t, fmt.Sprintf("%+v at %g px", m, width), f.Picture(at))
			}
			if t.Failed() {
				t.FailNow()
			}
		}
		if _, err := New("alignment-matrix", run, Options{}); err != nil && spec.Attends() {
			t.Fatalf("%+v: %v", m, err)
		}
	})
	if n < 900 {
		t.Errorf("only %d models were drawn; the walk is broken", n)
	}
}

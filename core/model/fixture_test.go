package model

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"path"
	"strings"
	"testing"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/layer"
	"unroll/core/optim"
)

// fixture is a reference run of PyTorch; testdata/README.md explains its fields.
type fixture struct {
	Format string
	Name   string
	Config struct {
		Cell          string
		Attention     *string
		Layers        int
		Bidirectional bool
		ConcatBias    *bool `json:"concat_bias"`
	}
	Sizes struct {
		Hidden, Embed, Vocab, Batch int
		SrcLen                      int `json:"src_len"`
		TgtLen                      int `json:"tgt_len"`
	}
	Tokens struct{ Pad, Sos, Eos int }
	Input  struct {
		Src    [][]int32
		SrcLen []int     `json:"src_len"`
		DecIn  [][]int32 `json:"dec_in"`
		DecOut [][]int32 `json:"dec_out"`
		DecLen []int     `json:"dec_len"`
	}
	Optimizer struct {
		Adam     struct{ Lr, Beta1, Beta2, Eps float64 }
		ClipNorm float64 `json:"clip_norm"`
	}
	Params, Grads map[string]any
	Trace         struct {
		SrcEmb  any `json:"src_emb"`
		Enc     []struct{ Fwd, Rev []map[string]any }
		Dec     [][]map[string]any
		Attn    []map[string]any
		DecInit []map[string]any `json:"dec_init"`
	}
	Logits    any
	Loss      float64
	GradNorm  float64        `json:"grad_norm"`
	ClipScale float64        `json:"clip_scale"`
	Params1   map[string]any `json:"params_after_1"`
	Loss1     float64        `json:"loss_after_1"`
	GradNorm1 float64        `json:"grad_norm_after_1"`
	Params2   map[string]any `json:"params_after_2"`
	Loss2     float64        `json:"loss_after_2"`
}

func (f *fixture) attention() string {
	if f.Config.Attention == nil {
		return "none"
	}
	return *f.Config.Attention
}

// architecture is the fixture's, whose encoder of both directions has a dense bridge.
func (f *fixture) architecture() Architecture {
	a := Architecture{
		Cell: f.Config.Cell, Layers: f.Config.Layers, Attention: f.attention(),
		NoConcatBias: f.Config.ConcatBias != nil && !*f.Config.ConcatBias,
		Embedding:    f.Sizes.Embed, Hidden: f.Sizes.Hidden,
	}
	if f.Config.Bidirectional {
		a.Encoder, a.Bridge = "both", "dense"
	}
	return a
}

// flat is every number of a nested array, row-major.
func flat(v any) []float64 {
	if n, ok := v.(float64); ok {
		return []float64{n}
	}
	var out []float64
	for _, e := range v.([]any) {
		out = append(out, flat(e)...)
	}
	return out
}

func timeMajor(rows [][]int32) []int32 {
	var out []int32
	for t := range rows[0] {
		for b := range rows {
			out = append(out, rows[b][t])
		}
	}
	return out
}

// fixtures travel in the test's binary, so that it can be run in a browser.
//
//go:embed testdata/*.json
var fixtures embed.FS

// arithmetics are the Ops that must reproduce every fixture.
var arithmetics = []kernel.Ops{kernel.Plain{}, kernel.Naive{}}

func TestFixtures(t *testing.T) {
	files, err := fs.Glob(fixtures, "testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no reference runs in testdata: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(path.Base(file), ".json"), func(t *testing.T) {
			raw, err := fixtures.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f := new(fixture)
			if err := json.Unmarshal(raw, f); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			if f.Format != "seq2seq-fixture/1" {
				t.Fatalf("%s has format %q, this test reads seq2seq-fixture/1", file, f.Format)
			}
			for _, ops := range arithmetics {
				t.Run(ops.Name(), func(t *testing.T) { (&replay{T: t, f: f}).run(ops) })
			}
		})
	}
}

// replay compares every tensor of one fixture.
type replay struct {
	*testing.T
	f *fixture
	m *Model
}

func (r *replay) close(what string, got float64, want, abs, rel float64) {
	if d := math.Abs(got - want); !(d <= abs+rel*math.Abs(want)) {
		r.Errorf("%s = %v, PyTorch has %v", what, got, want)
	}
}

func (r *replay) tensor(what string, got []float32, want []float64, abs, rel float64) {
	if len(got) != len(want) {
		r.Errorf("%s has %d numbers, PyTorch has %d", what, len(got), len(want))
		return
	}
	for i := range want {
		r.close(fmt.Sprintf("%s[%d]", what, i), float64(got[i]), want[i], abs, rel)
	}
}

func (r *replay) state(what string, got []float32, want []float64) {
	r.tensor(what, got, want, 1e-6, 1e-5)
}

func (r *replay) run(ops kernel.Ops) {
	f := r.f
	m, err := New(ops, Config{
		Architecture:     f.architecture(),
		SourceVocabulary: f.Sizes.Vocab, TargetVocabulary: f.Sizes.Vocab,
		MaxSource: f.Sizes.SrcLen, MaxTarget: f.Sizes.TgtLen, MaxBatch: f.Sizes.Batch,
	})
	if err != nil {
		r.Fatal(err)
	}
	r.m = m
	if len(m.Params.Params) != len(f.Params) {
		r.Errorf("the model has %d parameters, PyTorch %d", len(m.Params.Params), len(f.Params))
	}
	for _, p := range m.Params.Params {
		if f.Params[p.Name] == nil {
			r.Fatalf("PyTorch has no parameter %s", p.Name)
		}
		want := flat(f.Params[p.Name])
		if len(want) != len(p.Value) {
			r.Fatalf("%s has %d numbers, PyTorch has %d", p.Name, len(p.Value), len(want))
		}
		for i, v := range want {
			p.Value[i] = float32(v)
		}
	}

	batch := r.batch()
	r.close("loss", m.Forward(batch, Teach), f.Loss, 1e-6, 1e-5)
	r.forward()
	r.backward(batch)
	for _, p := range m.Params.Params {
		r.tensor("∂loss/∂"+p.Name, p.Grad, flat(f.Grads[p.Name]), 2e-6, 1e-4)
	}
	norm := optim.Norm(ops, m.Params.Grad)
	r.close("norm", norm, f.GradNorm, 2e-6, 1e-4)
	scale := optim.Clip(norm, f.Optimizer.ClipNorm)
	r.close("clip", float64(scale), f.ClipScale, 1e-6, 1e-5)

	if a := f.Optimizer.Adam; a.Beta1 != 0.9 || a.Beta2 != 0.999 || a.Eps != 1e-8 {
		r.Fatalf("the fixture's Adam has other constants: %+v", a)
	}
	adam, err := optim.New("adam", optim.Options{}, len(m.Params.Value))
	if err != nil {
		r.Fatal(err)
	}
	adam.Update(ops, m.Params.Value, m.Params.Grad, scale, f.Optimizer.Adam.Lr)
	r.moved("after one step", f.Params1, 1)
	r.close("loss after one step", m.Forward(batch, Teach), f.Loss1, 2e-6, 1e-5)
	r.backward(batch)
	norm = optim.Norm(ops, m.Params.Grad)
	r.close("norm after one step", norm, f.GradNorm1, 1e-5, 1e-4)
	adam.Update(ops, m.Params.Value, m.Params.Grad, optim.Clip(norm, f.Optimizer.ClipNorm), f.Optimizer.Adam.Lr)
	r.moved("after two steps", f.Params2, 2)
	r.close("loss after two steps", m.Forward(batch, Teach), f.Loss2, 1e-5, 1e-5)
}

func (r *replay) batch() *corpus.Batch {
	in, s := &r.f.Input, &r.f.Sizes
	b := &corpus.Batch{
		Size: s.Batch, S: s.SrcLen, T: s.TgtLen,
		Source: timeMajor(in.Src), SourceLength: in.SrcLen,
		Input: timeMajor(in.DecIn), Label: timeMajor(in.DecOut), TargetLength: in.DecLen,
	}
	for _, id := range b.Label {
		if id != corpus.Pad {
			b.Tokens++
		}
	}
	if r.f.Tokens.Pad != corpus.Pad || r.f.Tokens.Sos != corpus.Start || r.f.Tokens.Eos != corpus.End {
		r.Fatalf("the fixture's marks are %+v", r.f.Tokens)
	}
	return b
}

// backward replaces the gradients.
func (r *replay) backward(b *corpus.Batch) {
	clear(r.m.Params.Grad)
	r.m.Backward(b, Teach)
}

// forward compares everything that the forward pass left in the buffers.
func (r *replay) forward() {
	f, m := r.f, r.m
	s, t, b := f.Sizes.SrcLen, f.Sizes.TgtLen, f.Sizes.Batch
	r.state("source embeddings", m.x[:s*b*f.Sizes.Embed], flat(f.Trace.SrcEmb))
	if len(f.Trace.Enc) != m.encoder.Layers() || len(f.Trace.Dec) != m.decoder.Layers() {
		r.Fatalf("PyTorch has %d layers in the encoder and %d in the decoder", len(f.Trace.Enc), len(f.Trace.Dec))
	}
	for k, want := range f.Trace.Enc {
		for i := range s {
			r.cells(fmt.Sprintf("encoder layer %d step %d ", k, i), m.encoder.Way(k, 0), func(row int) int { return i }, want.Fwd[i], f.Input.SrcLen, i)
			if want.Rev != nil {
				// What PyTorch keeps at a position is our state after the steps from the end to it.
				place := func(row int) int { return f.Input.SrcLen[row] - 1 - i }
				r.cells(fmt.Sprintf("encoder layer %d, backwards, position %d ", k, i), m.encoder.Way(k, 1), place, want.Rev[i], f.Input.SrcLen, i)
			}
		}
	}
	for k, want := range f.Trace.DecInit {
		r.state(fmt.Sprintf("bridge %d h", k), m.decoder.Way(k, 0).H(-1), flat(want["h"]))
		if c := m.decoder.Way(k, 0).C(-1); c != nil {
			r.state(fmt.Sprintf("bridge %d c", k), c, flat(want["c"]))
		}
	}
	for k, layer := range f.Trace.Dec {
		for i, want := range layer {
			// PyTorch's script runs on through the padding; the model does not.
			r.cells(fmt.Sprintf("decoder layer %d step %d ", k, i), m.decoder.Way(k, 0), func(row int) int { return i }, want, f.Input.DecLen, i)
		}
	}
	d := m.Config.width()
	for i, want := range f.Trace.Attn {
		for row := range b {
			if i >= f.Input.DecLen[row] {
				continue
			}
			what := fmt.Sprintf("attention step %d of sentence %d: ", i, row)
			r.state(what+"score", m.attention.Scores(i, row), flat(want["score"])[row*s:(row+1)*s])
			r.state(what+"weight", m.attention.Weights(i, row), flat(want["weight"])[row*s:(row+1)*s])
			r.state(what+"context", place(m.attention.Context(), i*b+row, d), flat(want["context"])[row*d:(row+1)*d])
			if (want["attentional"] == nil) != (m.attentional == nil) {
				r.Fatalf("%sPyTorch has the attentional state %v", what, want["attentional"])
			}
			if h := f.Sizes.Hidden; m.attentional != nil {
				r.state(what+"attentional", place(m.attentional.Out(), i*b+row, h), flat(want["attentional"])[row*h:(row+1)*h])
			}
		}
	}
	logits := flat(f.Logits) // [B][T][V]
	v := f.Sizes.Vocab
	for i := range t {
		for row := range b {
			if i < f.Input.DecLen[row] {
				r.state(fmt.Sprintf("logits of step %d", i), m.Logits(i, row), logits[(row*t+i)*v:(row*t+i+1)*v])
			}
		}
	}
}

// cells compares the states and gates of one layer at one position, for the sentences that have it; our
// step for it is place(row).
func (r *replay) cells(what string, l *layer.Recurrent, place func(row int) int, want map[string]any, length []int, position int) {
	h, names := r.f.Sizes.Hidden, l.GateNames()
	for row, n := range length {
		if position >= n {
			continue
		}
		t := place(row)
		r.state(what+"h", l.H(t)[row*h:(row+1)*h], flat(want["h"])[row*h:(row+1)*h])
		if l.C(t) != nil {
			r.state(what+"c", l.C(t)[row*h:(row+1)*h], flat(want["c"])[row*h:(row+1)*h])
		}
		for g, name := range names {
			if want[name] == nil {
				continue // PyTorch's tanh cell has no gate apart from its state, which is compared as h
			}
			got := l.Gates(t)[(row*len(names)+g)*h:][:h]
			r.state(what+"gate "+name, got, flat(want[name])[row*h:(row+1)*h])
		}
	}
}

// moved compares the parameters after that many of Adam's steps. Its first step is rate·sign(g), so
// a gradient that is only rounding noise may move either way; an exact zero must not move at all.
func (r *replay) moved(when string, want map[string]any, steps float64) {
	for _, p := range r.m.Params.Params {
		before, grad, after := flat(r.f.Params[p.Name]), flat(r.f.Grads[p.Name]), flat(want[p.Name])
		for i, w := range after {
			tolerance := 1e-5
			if g := math.Abs(grad[i] * r.f.ClipScale); g == 0 && before[i] == w {
				tolerance = 0
			} else if g < 1e-6 {
				tolerance = 2 * steps * r.f.Optimizer.Adam.Lr
			}
			r.close(fmt.Sprintf("%s[%d] %s", p.Name, i, when), float64(p.Value[i]), w, tolerance, 0)
		}
	}
}

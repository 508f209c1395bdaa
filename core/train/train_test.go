package train

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"unroll/core/checkpoint"
	"unroll/core/corpus"
)

func config() Config {
	return Config{Task: "reverse", Shortest: 2, Longest: 4, Cell: "gru", Attention: "general",
		Embedding: 8, Hidden: 12, Batch: 8, LearningRate: 5e-3, TeacherForcing: 1, ClipNorm: 1, Seed: 1}
}

func begin(t testing.TB, c Config) *Session {
	t.Helper()
	s, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func steps(t testing.TB, s *Session, n int) (loss float64) {
	t.Helper()
	for range n {
		p, err := s.Step()
		if err != nil {
			t.Fatal(err)
		}
		loss = p.Loss
	}
	return loss
}

func configs() []Config {
	var all []Config
	for _, cell := range []string{"rnn", "gru", "lstm"} {
		for _, attention := range []string{"none", "dot", "general"} {
			for _, teacher := range []float64{1, 0.5} {
				c := config()
				c.Cell, c.Attention, c.TeacherForcing = cell, attention, teacher
				all = append(all, c)
			}
		}
	}
	return all
}

func TestEveryModelLearns(t *testing.T) {
	for _, c := range configs() {
		t.Run(fmt.Sprint(c.Cell, "/", c.Attention, "/", c.TeacherForcing), func(t *testing.T) {
			s := begin(t, c)
			first := steps(t, s, 1)
			if last := steps(t, s, 149); !(last < 0.9*first) {
				t.Errorf("the loss went from %.3f to %.3f in 150 steps", first, last)
			}
		})
	}
}

func TestEqualConfigsGiveEqualBits(t *testing.T) {
	a, b := begin(t, config()), begin(t, config())
	steps(t, a, 20)
	steps(t, b, 10)
	b.Evaluate(30) // looking must not touch
	if _, err := b.Run("abc"); err != nil {
		t.Fatal(err)
	}
	steps(t, b, 10)
	if !bytes.Equal(a.Save(), b.Save()) {
		t.Error("two runs of the same configuration differ")
	}
	other := config()
	other.Seed = 2
	c := begin(t, other)
	steps(t, c, 20)
	if bytes.Equal(a.Save(), c.Save()) {
		t.Error("another seed gives the same run")
	}
}

func TestResumedIsNeverStopped(t *testing.T) {
	for _, c := range configs() {
		a := begin(t, c)
		steps(t, a, 7)
		b, err := Load(a.Save())
		if err != nil {
			t.Fatal(err)
		}
		if b.Config() != c || b.Trained() != 7 {
			t.Fatalf("loaded %+v after %d steps", b.Config(), b.Trained())
		}
		steps(t, a, 5)
		steps(t, b, 5)
		if !bytes.Equal(a.Save(), b.Save()) {
			t.Errorf("%s/%s: the resumed run parted from the one that never stopped", c.Cell, c.Attention)
		}
	}
}

func TestDeliveredModelSpeaksAsTheTrained(t *testing.T) {
	c := config()
	c.Hidden, c.Embedding, c.Batch = 32, 16, 32
	a := begin(t, c)
	steps(t, a, 400)
	small := a.SaveWeights()
	b, err := Load(small)
	if err != nil {
		t.Fatal(err)
	}
	if b.Trained() != 400 {
		t.Errorf("delivered after %d steps", b.Trained())
	}
	want, got := a.Evaluate(200), b.Evaluate(200)
	t.Logf("%d bytes for %d numbers; exact %d, quantised %d of %d", len(small), a.Parameters(), want.Exact, got.Exact, got.Count)
	if want.Exact < want.Count/2 || math.Abs(float64(want.Exact-got.Exact)) > 0.05*float64(want.Count) {
		t.Errorf("%d of %d right before delivery, %d after", want.Exact, want.Count, got.Exact)
	}
	steps(t, b, 3) // and it can be trained on
}

func TestSteadyStepAllocatesNothing(t *testing.T) {
	for _, c := range configs() {
		c.Batch = 32
		s := begin(t, c)
		steps(t, s, 50)
		if n := testing.AllocsPerRun(20, func() { steps(t, s, 1) }); n != 0 {
			t.Errorf("%s/%s, teacher %v: a training step allocates %v times", c.Cell, c.Attention, c.TeacherForcing, n)
		}
	}
}

func TestDivergenceIsSaid(t *testing.T) {
	c := config()
	c.LearningRate, c.ClipNorm = 100, 0
	s := begin(t, c)
	var err error
	for i := 0; i < 50 && err == nil; i++ {
		_, err = s.Step()
	}
	if !errors.Is(err, ErrDiverged) {
		t.Fatalf("a learning rate of 100 gives %v", err)
	}
	s = begin(t, config())
	s.model.Params.Value[len(s.model.Params.Value)-1] = float32(math.NaN())
	if _, err := s.Step(); !errors.Is(err, ErrDiverged) {
		t.Fatalf("a weight that is NaN gives %v", err)
	}
	if s.Trained() != 0 {
		t.Error("a step that failed was counted")
	}
}

func TestEvaluationCounts(t *testing.T) {
	s := begin(t, config())
	e := s.Evaluate(50)
	if e.Count == 0 || len(e.Samples) != min(Shown, e.Count) || e.Step != 0 {
		t.Fatalf("%+v", e)
	}
	for _, c := range []struct {
		out, target []int
		want        int
	}{
		{[]int{5, 6}, []int{5, 6}, 3}, {[]int{5}, []int{5, 6}, 1}, {nil, []int{5}, 0}, {nil, nil, 1},
		{[]int{5, 6, 7}, []int{5, 6}, 2}, {[]int{9, 6}, []int{5, 6}, 2},
	} {
		if got := agreement(c.out, c.target); got != c.want {
			t.Errorf("agreement of %v with %v is %d, want %d", c.out, c.target, got, c.want)
		}
	}
}

func TestRunRefusesInWords(t *testing.T) {
	s := begin(t, config())
	var unknown *corpus.UnknownTokenError
	if _, err := s.Run("ab7"); !errors.As(err, &unknown) || unknown.Text != "7" {
		t.Errorf("ab7 gives %v", err)
	}
	if _, err := s.Run("  "); !errors.Is(err, corpus.ErrEmpty) {
		t.Errorf("nothing gives %v", err)
	}
	run, err := s.Run("abc")
	if err != nil || run.Input != "abc" || len(run.Encoder) != 3 {
		t.Errorf("%v, %v", run, err)
	}
}

func TestConfigRefusesInWords(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"hidden": func(c *Config) { c.Hidden = 0 }, "batch": func(c *Config) { c.Batch = 1 << 20 },
		"rate": func(c *Config) { c.LearningRate = math.NaN() }, "teacher": func(c *Config) { c.TeacherForcing = 2 },
		"task": func(c *Config) { c.Task = "chess" }, "cell": func(c *Config) { c.Cell = "mamba" },
		"attention": func(c *Config) { c.Attention = "much" }, "clip": func(c *Config) { c.ClipNorm = -1 },
		"lengths": func(c *Config) { c.Shortest, c.Longest = 5, 2 },
	} {
		c := config()
		change(&c)
		if s, err := New(c); err == nil || s != nil {
			t.Errorf("%s: %+v went through", name, c)
		}
	}
}

// damage loads a checkpoint with one thing changed.
func damage(t *testing.T, change func(*checkpoint.File)) error {
	t.Helper()
	s := begin(t, config())
	f, err := checkpoint.Decode(s.Save())
	if err != nil {
		t.Fatal(err)
	}
	change(f)
	_, err = Load(checkpoint.Encode(f))
	return err
}

func TestDamagedCheckpointsAreRefusedInWords(t *testing.T) {
	for want, change := range map[string]func(*checkpoint.File){
		"format":           func(f *checkpoint.File) { f.Metadata["format"] = "gpt" },
		"hidden":           func(f *checkpoint.File) { f.Metadata["hidden"] = "many" },
		"shape":            func(f *checkpoint.File) { f.Metadata["hidden"] = "13" },
		"learning rate":    func(f *checkpoint.File) { f.Metadata["rate"] = "NaN" },
		"vocabulary":       func(f *checkpoint.File) { f.Metadata["source"] = "x" },
		"step":             func(f *checkpoint.File) { f.Metadata["step"] = "-1" },
		"adam":             func(f *checkpoint.File) { f.Metadata["adam"] = "x" },
		"random stream":    func(f *checkpoint.File) { f.Metadata["stream.data"] = "zz" },
		"lacks the tensor": func(f *checkpoint.File) { f.Tensors = f.Tensors[1:] },
		"tensors; the conf": func(f *checkpoint.File) {
			f.Tensors = append(f.Tensors, checkpoint.Tensor{Name: "zz", Shape: []int{1}, Data: []float32{1}})
		},
	} {
		if err := damage(t, change); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("changing %s gives %v", want, err)
		}
	}
	if err := damage(t, func(*checkpoint.File) {}); err != nil {
		t.Errorf("an undamaged checkpoint gives %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	s, err := New(config())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(s.Save())
	f.Add(s.SaveWeights())
	f.Add([]byte("{}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if s, err := Load(b); err == nil {
			if _, err := Load(s.Save()); err != nil {
				t.Errorf("a state that was loaded cannot be loaded again: %v", err)
			}
		}
	})
}

package train

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"unroll/core/checkpoint"
	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/model"
	"unroll/core/optim"
)

func config() Config {
	return Config{Task: "reverse", Shortest: 2, Longest: 4,
		Architecture: model.Architecture{Cell: "gru", Attention: "general", Embedding: 8, Hidden: 12},
		Batch:        8, Rate: optim.Schedule{Base: 5e-3}, Forcing: Forcing{Share: 1}, ClipNorm: 1, Seed: 1}
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

// configs are one for each thing that a run can have, and a few that mix them.
func configs() map[string]Config {
	all := map[string]Config{}
	add := func(name string, change func(*Config)) {
		c := config()
		change(&c)
		all[name] = c
	}
	for _, cell := range []string{"rnn", "gru", "lstm"} {
		add(cell, func(c *Config) { c.Cell = cell })
	}
	for _, attention := range []string{"none", "dot", "additive", "bahdanau"} {
		add(attention, func(c *Config) { c.Attention = attention })
	}
	for _, optimiser := range optim.Names() {
		add(optimiser, func(c *Config) {
			c.Optimiser = optimiser
			if optimiser == "sgd" || optimiser == "momentum" {
				c.Rate.Base, c.ClipNorm = 0.1, 5
			}
		})
	}
	add("deep", func(c *Config) { c.Layers, c.Residual, c.Dropout = 3, true, 0.1 })
	add("both directions", func(c *Config) { c.Encoder, c.Bridge, c.Feed = "both", "dense", "every" })
	add("reversed", func(c *Config) { c.Encoder, c.Attention, c.Cell = "reversed", "none", "lstm" })
	add("zero bridge", func(c *Config) { c.Bridge = "zero" })
	add("input feeding", func(c *Config) { c.InputFeeding, c.Layers, c.Cell = true, 2, "lstm" })
	add("one table", func(c *Config) { c.Embeddings, c.Embedding = "all", c.Hidden })
	add("a coin a batch", func(c *Config) { c.Forcing.Share = 0.5 })
	add("a coin a token", func(c *Config) { c.Forcing = Forcing{Share: 1, Unit: "token", Decay: "linear", Steps: 400} })
	add("dropout", func(c *Config) { c.Dropout = 0.2 })
	add("smoothed", func(c *Config) { c.Smoothing = 0.1 })
	add("accumulated", func(c *Config) { c.Accumulate, c.Dropout = 3, 0.1 })
	add("scheduled", func(c *Config) { c.Rate = optim.Schedule{Kind: "cosine", Base: 1e-2, Warmup: 10, Horizon: 300} })
	add("own seeds", func(c *Config) { c.Seeds = Seeds{1, 2, 3, 4} })
	return all
}

func TestEveryModelLearns(t *testing.T) {
	for name, c := range configs() {
		t.Run(name, func(t *testing.T) {
			s := begin(t, c)
			first := steps(t, s, 1)
			sum := 0.0
			for i := range 199 {
				if loss := steps(t, s, 1); i >= 189 {
					sum += loss / 10
				}
			}
			if !(sum < 0.9*first) {
				t.Errorf("the loss went from %.3f to %.3f in 200 steps", first, sum)
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
}

// Each seed is that of its own stream, and moves nothing else.
func TestSeeds(t *testing.T) {
	base := config()
	base.Dropout, base.Forcing = 0.1, Forcing{Share: 0.5, Unit: "token"}
	loss := func(change func(*Config)) float64 {
		c := base
		change(&c)
		return steps(t, begin(t, c), 3)
	}
	seen := map[float64]string{loss(func(*Config) {}): "none"}
	for name, change := range map[string]func(*Config){
		"seed": func(c *Config) { c.Seed = 2 }, "weights": func(c *Config) { c.Seeds.Weights = 2 }, "data": func(c *Config) { c.Seeds.Data = 2 },
		"forcing": func(c *Config) { c.Seeds.Forcing = 2 }, "dropout": func(c *Config) { c.Seeds.Dropout = 2 },
	} {
		l := loss(change)
		if other, again := seen[l]; again {
			t.Errorf("another seed of %s gives the loss of that of %s", name, other)
		}
		seen[l] = name
	}
	all := loss(func(c *Config) { c.Seed, c.Seeds = 9, Seeds{1, 1, 1, 1} })
	if seen[all] != "none" {
		t.Error("with every stream's own seed given, the run's seed still matters")
	}
}

// In whichever order the pairs of a batch were drawn, the step is the same.
func TestOrderOfABatchDoesNotMatter(t *testing.T) {
	for name, c := range configs() {
		a, b := begin(t, c), begin(t, c)
		for range 3 {
			a.Begin()
			b.Begin()
			size := c.Batch
			for k := range c.batches() {
				batch := b.pairs[k*size : (k+1)*size]
				rand.Shuffle(size, func(i, j int) { batch[i], batch[j] = batch[j], batch[i] })
				arrange(batch)
			}
			b.stepper.Begin(b.trained, b.pairs, b.stepper.lesson.Truth)
			for _, s := range []*Session{a, b} {
				s.Share(0, 1)
				if _, err := s.Finish(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if !bytes.Equal(a.Save(), b.Save()) {
			t.Errorf("%s: the order in which a batch's pairs were drawn changes the run", name)
		}
	}
}

func TestForcing(t *testing.T) {
	for _, c := range []struct {
		f    Forcing
		step int
		want float64
	}{
		{Forcing{Share: 0.8}, 1000, 0.8},
		{Forcing{Share: 1, Decay: "linear", Steps: 100}, 25, 0.75},
		{Forcing{Share: 0.5, Decay: "linear", Steps: 100}, 500, 0},
		{Forcing{Share: 1, Decay: "exponential", Steps: 100}, 300, 0.125},
		{Forcing{Share: 1, Decay: "sigmoid", Steps: 100}, 0, 100. / 101},
		{Forcing{Share: 1, Decay: "sigmoid", Steps: 100}, 460, 100 / (100 + math.Exp(4.6))},
		{Forcing{Share: 1, Decay: "sigmoid", Steps: 1}, 1 << 30, 0},
	} {
		if got := c.f.At(c.step); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%+v is %v at step %d, want %v", c.f, got, c.step, c.want)
		}
	}
}

func TestResumedIsNeverStopped(t *testing.T) {
	for name, c := range configs() {
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
			t.Errorf("%s: the resumed run parted from the one that never stopped", name)
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
	want, got := a.Evaluate(200).Report.Overall, b.Evaluate(200).Report.Overall
	t.Logf("%d bytes for %d numbers; exact %d, quantised %d of %d", len(small), a.Parameters(), want.Exact, got.Exact, got.Pairs)
	if want.Exact < want.Pairs/2 || math.Abs(float64(want.Exact-got.Exact)) > 0.05*float64(want.Pairs) {
		t.Errorf("%d of %d right before delivery, %d after", want.Exact, want.Pairs, got.Exact)
	}
	steps(t, b, 3) // and it can be trained on
}

func TestSteadyStepAllocatesNothing(t *testing.T) {
	for name, c := range configs() {
		c.Batch = 32
		s := begin(t, c)
		steps(t, s, 50)
		if n := testing.AllocsPerRun(20, func() { steps(t, s, 1) }); n != 0 {
			t.Errorf("%s: a training step allocates %v times", name, n)
		}
	}
}

func TestDivergenceIsSaid(t *testing.T) {
	c := config()
	c.Rate.Base, c.ClipNorm = 100, 0
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
	c := config()
	c.Level, c.Batch = corpus.Hard, 32
	s := begin(t, c)
	steps(t, s, 300)
	e := s.Evaluate(50)
	all := e.Report.Overall
	if all.Pairs != 50 || len(e.Samples) != Shown || e.Step != 300 || len(e.Report.Lengths) != 3 || e.Report.Signature == "" {
		t.Fatalf("%+v", e)
	}
	// The loss must be the one that a forced pass over the same pairs has.
	b := corpus.NewBatch(50, s.task.MaxSource(), s.task.MaxTarget())
	b.Fill(s.task.HeldOut(50))
	m, err := model.New(kernel.Naive{}, c.model(s.task))
	if err != nil {
		t.Fatal(err)
	}
	m.Config.MaxBatch = 50
	loss := 0.0
	copy(m.Params.Value, s.model.Params.Value)
	for _, p := range s.task.HeldOut(50) {
		b.Fill([]corpus.Pair{p})
		loss += m.Forward(b, model.Teach) * float64(b.Tokens)
	}
	if want := loss / float64(all.Scored); math.Abs(all.Loss()-want) > 1e-5*want {
		t.Errorf("the held-out loss is %v, of single sentences %v", all.Loss(), want)
	}
	right := 0
	for _, sample := range e.Samples {
		if sample.Right != (sample.Output == sample.Target) {
			t.Errorf("%+v", sample)
		}
		if sample.Right {
			right++
		}
	}
	if all.Exact < right {
		t.Errorf("%d samples are right, of all pairs %d", right, all.Exact)
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
		"rate": func(c *Config) { c.Rate.Base = math.NaN() }, "teacher": func(c *Config) { c.Forcing.Share = 2 },
		"task": func(c *Config) { c.Task = "chess" }, "cell": func(c *Config) { c.Cell = "mamba" },
		"attention": func(c *Config) { c.Attention = "much" }, "clip": func(c *Config) { c.ClipNorm = -1 },
		"lengths": func(c *Config) { c.Shortest, c.Longest = 5, 2 }, "level": func(c *Config) { c.Level = "murderous" },
		"accumulate": func(c *Config) { c.Accumulate = 65 }, "accumulated": func(c *Config) { c.Accumulate = -1 },
		"optimiser": func(c *Config) { c.Optimiser = "luck" }, "schedule": func(c *Config) { c.Rate.Kind = "tide" },
		"smoothing": func(c *Config) { c.Smoothing = 1 }, "unit": func(c *Config) { c.Forcing.Unit = "day" },
		"fading": func(c *Config) { c.Forcing.Decay = "slow" }, "fades": func(c *Config) { c.Forcing.Decay = "linear" },
		"memory": func(c *Config) { c.Hidden, c.Batch, c.Layers, c.Encoder, c.Bridge = 512, 128, 3, "both", "dense" },
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
		"updates":          func(f *checkpoint.File) { f.Metadata["updates"] = "x" },
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

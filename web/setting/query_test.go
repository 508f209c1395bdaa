package setting

import (
	"net/url"
	"slices"
	"strconv"
	"testing"
	"unicode/utf8"

	"unroll/core/corpus"
	"unroll/core/decode"
	"unroll/core/model"
	"unroll/core/optim"
	"unroll/core/train"
)

func TestDefaultsAreTheEmptyLink(t *testing.T) {
	v, problems := Parse("")
	if len(problems) > 0 {
		t.Fatalf("problems with an empty link: %v", problems)
	}
	if v != Default("reverse") {
		t.Errorf("the empty link is %+v", v)
	}
	if q := v.Query(); q != "" {
		t.Errorf("the defaults print %q", q)
	}
	if q := Default("dates").Query(); q != "task=dates" {
		t.Errorf("the defaults of dates print %q", q)
	}
}

func TestLinkRestoresEveryField(t *testing.T) {
	want := Values{
		Config: train.Config{
			Task: "reverse", Level: "hard", Shortest: 2, Longest: 6,
			Architecture: model.Architecture{
				Cell: "lstm", Layers: 2, Residual: true, Encoder: "reversed", Bridge: "dense", Feed: "every",
				Attention: "additive", InputFeeding: true, Embeddings: "shared", Embedding: 5, Hidden: 300, Dropout: 0.1,
			},
			Batch: 7, Accumulate: 3, Optimiser: "momentum", Optim: optim.Options{Momentum: 0.8, Decay: 0.01},
			Rate:     optim.Schedule{Kind: "step", Base: 0.0125, Warmup: 5, Every: 50, Factor: 0.25, Horizon: 2000, Floor: 1e-4},
			ClipNorm: 2.5, Smoothing: 0.2, Forcing: train.Forcing{Share: 0.5, Unit: "token", Decay: "linear", Steps: 70},
			Seed: 1<<32 - 1, Seeds: train.Seeds{Weights: 1, Data: 2, Forcing: 3, Dropout: 4},
		},
		Decode: decode.Options{Method: "sample", Temperature: 0.5, TopK: 3, Seed: 9, Width: 4, Penalty: 0.6}, Target: "cba",
		Scene: "alignment-matrix", Input: "a&b=c #<b>ção</b> +%", T: 3.25, Speed: 0.5, Language: "pt",
	}
	q := want.Query()
	got, problems := Parse("?" + q)
	if len(problems) > 0 {
		t.Fatalf("problems with %q: %v", q, problems)
	}
	if got != want {
		t.Errorf("%q\n got %+v\nwant %+v", q, got, want)
	}
	for _, f := range Schema {
		if f.Name != "task" && f.For(want) && want.Get(f) == Default("reverse").Get(f) {
			t.Errorf("field %s is not tried: give it another value than its default", f.Name)
		}
	}
}

func TestProblems(t *testing.T) {
	for query, want := range map[string]Problem{
		"cell=mamba":            {Code: NotAChoice, Given: "mamba", Used: "gru"},
		"hidden=many":           {Code: NotANumber, Given: "many", Used: "64"},
		"hidden=NaN":            {Code: NotANumber, Given: "NaN", Used: "64"},
		"hidden=":               {Code: NotANumber, Given: "", Used: "64"},
		"hidden=1e999":          {Code: TooLarge, Given: "1e999", Used: "512"},
		"hidden=-3":             {Code: TooSmall, Given: "-3", Used: "1"},
		"hidden=12.6":           {Code: NotWhole, Given: "12.6", Used: "13"},
		"rate=20":               {Code: TooLarge, Given: "20", Used: "10"},
		"input=%zz":             {Code: Unreadable, Given: "%zz", Used: ""},
		"input=%ff":             {Code: Unreadable, Given: "\xff", Used: ""},
		"shortest=8&longest=4":  {Code: Crossed, Given: "4", Used: "8"},
		"task=chess&hidden=100": {Code: NotAChoice, Given: "chess", Used: "reverse"},

		"encoder=both":                           {Code: BothNeedDense, Given: "pass", Used: "dense"},
		"encoder=both&bridge=zero&attention=dot": {Code: DotNeedsEqual, Given: "dot", Used: "general"},
		"feeding=on&attention=none":              {Code: FeedingNeedsAttention, Given: "on", Used: "off"},
		"feeding=on&attention=bahdanau":          {Code: FeedsAlready, Given: "on", Used: "off"},
		"tables=shared&task=dates":               {Code: TwoVocabularies, Given: "shared", Used: "separate"},
		"tables=output&attention=bahdanau":       {Code: OutputIsWider, Given: "output", Used: "separate"},
		"tables=output":                          {Code: OneTableOneSize, Given: "32", Used: "64"},
		"schedule=cosine&horizon=50&warmup=90":   {Code: WarmupTooLong, Given: "90", Used: "49"},
		"rate=0.00005":                           {Code: FloorAboveRate, Given: "0.0001", Used: "0.00005"},
		"hidden=512&batch=512":                   {Code: TooMuchMemory, Given: "512", Used: "256"},
	} {
		_, problems := Parse(query)
		if len(problems) != 1 {
			t.Errorf("%s: %d problems, want 1: %v", query, len(problems), problems)
			continue
		}
		p := problems[0]
		if p.Code != want.Code || p.Given != want.Given || p.Used != want.Used {
			t.Errorf("%s: got %d %q → %q, want %d %q → %q", query, p.Code, p.Given, p.Used, want.Code, want.Given, want.Used)
		}
	}
}

func TestLinksForgive(t *testing.T) {
	for query, check := range map[string]func(Values) bool{
		"hidden=200":                    func(v Values) bool { return v.Hidden == 200 }, // beyond the panel, within the limit
		"rate=0,004":                    func(v Values) bool { return v.Rate.Base == 0.004 },
		"hidden=32&hidden=48":           func(v Values) bool { return v.Hidden == 32 },
		"utm_source=x&hidden=32":        func(v Values) bool { return v.Query() == "hidden=32" },
		"hidden=32#?secret=y&hidden=48": func(v Values) bool { return v.Hidden == 32 },
		"input=a%0Ab":                   func(v Values) bool { return v.Input == "a b" },
		"longest=5&task=dates":          func(v Values) bool { return v.Query() == "task=dates" },
		"seed=-0":                       func(v Values) bool { return v.Query() == "seed=0" },
	} {
		v, problems := Parse(query)
		if len(problems) > 0 {
			t.Errorf("%s: %v", query, problems)
		}
		if !check(v) {
			t.Errorf("%s gives %q", query, v.Query())
		}
	}
}

func TestSchemaHolds(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Schema {
		if seen[f.Name] || url.QueryEscape(f.Name) != f.Name {
			t.Errorf("field %q: its name comes twice or needs escaping", f.Name)
		}
		seen[f.Name] = true
		if f.Kind == Choice && len(f.Choices) < 2 {
			t.Errorf("field %q is no choice", f.Name)
		}
		if f.Kind == Whole || f.Kind == Real {
			if !(f.Floor <= f.Min && f.Min < f.Max && f.Max <= f.Ceiling && f.Step > 0) {
				t.Errorf("field %q: the panel's range is not within the link's", f.Name)
			}
		}
		for _, task := range Schema[0].Choices {
			v := Default(task)
			if v.Task != task {
				t.Fatalf("task %q has no defaults", task)
			}
			if !f.For(v) {
				continue
			}
			if p := v.Set(f, v.Get(f)); p != nil || v != Default(task) {
				t.Errorf("field %q refuses its own default for %s: %v", f.Name, task, p)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "?task=dates&input=3%20May%202021&t=4.5", "hidden=9e9&cell=%gg&=&&seed=1#?secret=a",
		"shortest=20&longest=1", "input=%00%ff", "t=-0&speed=Inf&teacher=0x1p-2",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		v, _ := Parse(query)
		for _, field := range Schema {
			probe := v
			if p := probe.Set(field, v.Get(field)); (p != nil || probe != v) && field.For(v) {
				t.Fatalf("Parse let %s=%q through", field.Name, v.Get(field))
			}
		}
		if !utf8.ValidString(v.Input) {
			t.Fatalf("the input is no UTF-8: %q", v.Input)
		}
		if v.Task != train.Own {
			if err := v.Config.Check(); err != nil {
				t.Fatalf("%q gives what cannot be trained: %v", query, err)
			}
		}
		again, problems := Parse(v.Query())
		if len(problems) > 0 || again != v {
			t.Fatalf("%q prints %q, which reads %+v (%v), not %+v", query, v.Query(), again, problems, v)
		}
	})
}

func FuzzEscape(f *testing.F) {
	for _, seed := range []string{"", "a b+c%", "%41%zz", "%4", "ção<&>", "\x00\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := escape(text), url.QueryEscape(text); got != want {
			t.Errorf("escape(%q) = %q, net/url says %q", text, got, want)
		}
		got, err := unescape(text)
		want, wantErr := url.QueryUnescape(text)
		if (err == nil) != (wantErr == nil) || err == nil && got != want {
			t.Errorf("unescape(%q) = %q, %v, net/url says %q, %v", text, got, err, want, wantErr)
		}
	})
}

// Every choice that the panel offers is one that the trainer takes; where it does not go together with
// the others, something is done about it that can be said.
func TestChoicesCanBeTrained(t *testing.T) {
	if want := append(corpus.Names(), train.Own); !slices.Equal(Schema[0].Choices, want) {
		t.Errorf("the tasks are %v, not %v", Schema[0].Choices, want)
	}
	for _, task := range corpus.Names() {
		for _, f := range Schema {
			if f.Group == View {
				continue
			}
			values := f.Choices
			if f.Kind == Whole || f.Kind == Real {
				values = []string{strconv.FormatFloat(f.Min, 'f', -1, 64), strconv.FormatFloat(f.Max, 'f', -1, 64)}
			}
			for _, value := range values {
				v := Default(task)
				if p := v.Set(f, value); p != nil {
					t.Errorf("%s: %s=%s is offered and refused: %v", task, f.Name, value, p)
				}
				v.Agree()
				if err := v.Config.Check(); err != nil {
					t.Errorf("%s: %s=%s: %v", task, f.Name, value, err)
				}
				if err := v.Decode.Check(); err != nil {
					t.Errorf("%s: %s=%s: %v", task, f.Name, value, err)
				}
			}
		}
	}
}

// Whatever is chosen of two fields together, they agree in the end, and agreeing again changes nothing.
func TestAnyTwoAgree(t *testing.T) {
	for _, a := range Schema {
		for _, b := range Schema {
			for _, x := range a.Choices {
				for _, y := range b.Choices {
					v := Default("reverse")
					v.Set(a, x)
					v.Set(b, y)
					v.Agree()
					if v.Task == train.Own {
						continue
					}
					if err := v.Config.Check(); err != nil {
						t.Fatalf("%s=%s&%s=%s: %v", a.Name, x, b.Name, y, err)
					}
					again := v
					if p := again.Agree(); len(p) > 0 || again != v {
						t.Fatalf("%s=%s&%s=%s agreed, and then again: %v", a.Name, x, b.Name, y, p)
					}
				}
			}
		}
	}
}

// A choice that cannot be made says why, and with which field it is at odds; making it nevertheless is
// put right for that same reason.
func TestConflicts(t *testing.T) {
	seen := map[Code]bool{}
	for _, c := range conflicts {
		f, ok := Lookup(c.field)
		if !ok || !slices.Contains(f.Choices, c.value) {
			t.Errorf("%s cannot be %s anyway", c.field, c.value)
		}
		v := Default("reverse")
		if c.code == TwoVocabularies {
			v = Default("dates")
		}
		with, ok := Lookup(c.with)
		if !ok {
			t.Fatalf("there is no field %s", c.with)
		}
		found := c.when(&v)
		for _, value := range with.Choices {
			if !found && with.Name != "task" {
				v.Set(with, value)
				found = c.when(&v)
			}
		}
		code, field := v.Conflict(f, c.value)
		if !found || code != c.code || field.Name != c.with {
			t.Errorf("%s=%s: the conflict is %d with %q", c.field, c.value, code, field.Name)
		}
		seen[code] = true
	}
	v := Default("reverse")
	for _, f := range Schema {
		if code, _ := v.Conflict(f, v.Get(f)); code != None {
			t.Errorf("the default of %s conflicts", f.Name)
		}
	}
}

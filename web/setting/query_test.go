package setting

import (
	"net/url"
	"slices"
	"strconv"
	"testing"
	"unicode/utf8"

	"unroll/core/corpus"
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
		Task: "reverse", Shortest: 2, Longest: 6, Cell: "lstm", Attention: "none", Embedding: 5, Hidden: 300,
		Batch: 7, Rate: 0.0125, Teacher: 0.5, Seed: 1<<32 - 1,
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
		if f.Name != "task" && want.Get(f) == Default("reverse").Get(f) {
			t.Errorf("field %s is not tried: give it another value than its default", f.Name)
		}
	}
}

func TestProblems(t *testing.T) {
	for query, want := range map[string]Problem{
		"cell=rnn":              {Code: NotAChoice, Given: "rnn", Used: "gru"},
		"hidden=many":           {Code: NotANumber, Given: "many", Used: "64"},
		"hidden=NaN":            {Code: NotANumber, Given: "NaN", Used: "64"},
		"hidden=":               {Code: NotANumber, Given: "", Used: "64"},
		"hidden=1e999":          {Code: TooLarge, Given: "1e999", Used: "512"},
		"hidden=-3":             {Code: TooSmall, Given: "-3", Used: "1"},
		"hidden=12.6":           {Code: NotWhole, Given: "12.6", Used: "13"},
		"rate=2":                {Code: TooLarge, Given: "2", Used: "1"},
		"input=%zz":             {Code: Unreadable, Given: "%zz", Used: ""},
		"input=%ff":             {Code: Unreadable, Given: "\xff", Used: ""},
		"shortest=8&longest=4":  {Code: Crossed, Given: "4", Used: "8"},
		"task=chess&hidden=100": {Code: NotAChoice, Given: "chess", Used: "reverse"},
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
		"rate=0,004":                    func(v Values) bool { return v.Rate == 0.004 },
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
			if !f.For(task) {
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
			if p := probe.Set(field, v.Get(field)); p != nil && field.For(v.Task) || probe != v && field.For(v.Task) {
				t.Fatalf("Parse let %s=%q through", field.Name, v.Get(field))
			}
		}
		if !utf8.ValidString(v.Input) {
			t.Fatalf("the input is no UTF-8: %q", v.Input)
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

// Every choice that the panel offers is one that the trainer takes.
func TestChoicesCanBeTrained(t *testing.T) {
	for _, task := range Schema[0].Choices {
		if !slices.Contains(corpus.Names(), task) {
			t.Errorf("the task %s is offered, and the tasks are %v", task, corpus.Names())
		}
		for _, f := range Schema {
			if f.Group == View || !f.For(task) {
				continue
			}
			values := f.Choices
			if f.Kind != Choice {
				values = []string{strconv.FormatFloat(f.Min, 'f', -1, 64), strconv.FormatFloat(f.Max, 'f', -1, 64)}
			}
			for _, value := range values {
				v := Default(task)
				if p := v.Set(f, value); p != nil {
					t.Errorf("%s: %s=%s is offered and refused: %v", task, f.Name, value, p)
				}
				v.Agree()
				if err := v.Config().Check(); err != nil {
					t.Errorf("%s: %s=%s: %v", task, f.Name, value, err)
				}
			}
		}
	}
}

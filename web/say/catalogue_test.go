package say

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestLanguagesAgree holds every catalogue against English: each message is there, and it asks for
// the same values, so that no sentence is empty or shows a bare placeholder in one language only.
func TestLanguagesAgree(t *testing.T) {
	for _, c := range []Catalogue{English, Portuguese} {
		t.Run(c.Tag, func(t *testing.T) {
			if n := agree(t, "", reflect.ValueOf(English), reflect.ValueOf(c)); n < 50 {
				t.Errorf("only %d messages were compared; the walk is broken", n)
			}
		})
	}
}

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

// agree walks two values of one type side by side and returns how many messages it compared.
func agree(t *testing.T, path string, want, got reflect.Value) int {
	t.Helper()
	switch want.Kind() {
	case reflect.String:
		if row, ok := want.Interface().(Row); ok {
			rowsAgree(t, path, row, got.Interface().(Row))
		}
		if got.String() == "" {
			t.Errorf("%s is missing", path)
		}
		w, g := placeholders(want.String()), placeholders(got.String())
		if !slices.Equal(w, g) {
			t.Errorf("%s: placeholders are %v, in English %v", path, g, w)
		}
		return 1
	case reflect.Struct:
		n := 0
		for i := range want.NumField() {
			if want.Type().Field(i).Name == "_" {
				continue // what keeps the struct from being compared
			}
			n += agree(t, path+"."+want.Type().Field(i).Name, want.Field(i), got.Field(i))
		}
		return n
	case reflect.Slice, reflect.Array:
		if want.Len() != got.Len() {
			t.Errorf("%s has %d entries, in English %d", path, got.Len(), want.Len())
			return 0
		}
		n := 0
		for i := range want.Len() {
			n += agree(t, path, want.Index(i), got.Index(i))
		}
		return n
	case reflect.Map:
		n := 0
		for _, k := range want.MapKeys() {
			if !got.MapIndex(k).IsValid() {
				t.Errorf("%s[%v] is missing", path, k)
				continue
			}
			n += agree(t, path+"["+k.String()+"]", want.MapIndex(k), got.MapIndex(k))
		}
		if want.Len() != got.Len() {
			t.Errorf("%s has %d entries, in English %d", path, got.Len(), want.Len())
		}
		return n
	}
	t.Errorf("%s is a %s, which this test cannot compare", path, want.Kind())
	return 0
}

// rowsAgree holds two rows against each other: they have one name and as many texts.
func rowsAgree(t *testing.T, path string, want, got Row) {
	t.Helper()
	w, g := strings.Split(string(want), "|"), strings.Split(string(got), "|")
	if w[0] != g[0] || len(w) != len(g) {
		t.Errorf("%s: the row %q has %d texts, and in English %q has %d", path, g[0], len(g)-1, w[0], len(w)-1)
	}
	if slices.Contains(g, "") {
		t.Errorf("%s: a text of the row %q is missing", path, g[0])
	}
}

// A choice has the same name in every language.
func TestChoicesAgree(t *testing.T) {
	for i, row := range English.Page.Settings.Fields {
		other := Portuguese.Page.Settings.Fields[i]
		for n := 3; row.Part(n) != ""; n += 2 {
			if row.Part(n) != other.Part(n) {
				t.Errorf("%s: choice %q is called %q in Portuguese", row.Part(0), row.Part(n), other.Part(n))
			}
		}
	}
}

func TestRows(t *testing.T) {
	s := Settings{Fields: []Row{"cell|Cell|Help.|gru|GRU|lstm|LSTM", "rate|Rate|More help."}}
	for _, c := range []struct{ got, want string }{
		{s.Field("cell").Label(), "Cell"},
		{s.Field("cell").Help(), "Help."},
		{s.Field("cell").Choice("lstm"), "LSTM"},
		{s.Field("cell").Choice("rnn"), "rnn"},
		{s.Field("cell").Choice("GRU"), "GRU"}, // no name of a choice, but a text
		{s.Field("rate").Choice("x"), "x"},
		{s.Field("else").Label(), "else"},
		{s.Field("else").Help(), ""},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func placeholders(s string) []string {
	p := placeholder.FindAllString(s, -1)
	slices.Sort(p)
	return slices.Compact(p)
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		template string
		pairs    []string
		want     string
	}{
		{"no placeholder", nil, "no placeholder"},
		{"step {step} of {steps}", []string{"steps", "7", "step", "3"}, "step 3 of 7"},
		{"{a}{a}", []string{"a", "x"}, "xx"},
		{"«{token}»", []string{"token", "{p} <b>"}, "«{p} <b>»"},
		{"{unknown} stays", []string{"a", "x"}, "{unknown} stays"},
		{"open { brace", []string{"a", "x"}, "open { brace"},
		{"", nil, ""},
	} {
		if got := Fill(c.template, c.pairs...); got != c.want {
			t.Errorf("Fill(%q, %q) = %q, want %q", c.template, c.pairs, got, c.want)
		}
	}
}

package corpus

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"unroll/core/token"
)

func TestParse(t *testing.T) {
	for _, c := range []struct{ task, input, want string }{
		{"reverse", "unroll", "unroll"},
		{"reverse", "  Unroll\n", "unroll"},
		{"reverse", "a", "a"}, // shorter than is drawn
		{"reverse", "ZYXWVUTSRQ", "zyxwvutsrq"},
		{"dates", "the 3rd of March 2024", "the 3rd of March 2024"},
		{"dates", " 3\t MAR\u00a0\u00a0mar ", "3 MAR mar"},
		{"dates", "the 22nd of September 2024", "the 22nd of September 2024"},
		{"dates", "99/99", "99/99"}, // no date, but characters that the model can read
	} {
		task := task(t, c.task, Options{})
		ids, err := task.Parse(c.input)
		if err != nil || task.source.Join(ids) != c.want {
			t.Errorf("%s: %q became %q, %v", c.task, c.input, task.source.Join(ids), err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, c := range []struct{ task, input, unknown string }{
		{"reverse", "ab1", "1"},
		{"reverse", "ab cd", " "},
		{"reverse", "abé", "é"},
		{"reverse", "abÉ", "É"},
		{"reverse", "abe\u0301", "e\u0301"},
		{"reverse", "İstanbul", "İ"},
		{"reverse", "⟨end⟩", "⟨"},
		{"reverse", "👩🏽‍🚀🚀", "👩🏽‍🚀"},
		{"reverse", "👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"},
		{"reverse", "🇧🇷🇵🇹", "🇧🇷"},
		{"reverse", "🏴󠁧󠁢󠁳󠁣󠁴󠁿x", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"},
		{"reverse", "❤️", "❤️"},
		{"reverse", "नि", "नि"},
		{"reverse", "\u1112\u1161\u11ab한", "\u1112\u1161\u11ab"},
		{"reverse", "\ud558\u11ab\uae00", "\ud558\u11ab"},
		{"reverse", "한글", "한"},
		{"reverse", "a\x00", "\x00"},
		{"reverse", "a\xff", "\xff"},
		{"dates", "3 März 2024", "ä"},
		{"dates", "3 kwietnia", "k"},
		{"dates", strings.Repeat("1", 99) + "?", "?"},
	} {
		_, err := task(t, c.task, Options{}).Parse(c.input)
		var unknown *UnknownTokenError
		if !errors.As(err, &unknown) || unknown.Text != c.unknown {
			t.Errorf("%s: the error for %q is %v, want one about %q", c.task, c.input, err, c.unknown)
		}
	}
	for _, input := range []string{"", " ", "\t\n\u00a0\u2003"} {
		if _, err := task(t, "reverse", Options{}).Parse(input); err != ErrEmpty {
			t.Errorf("the error for %q is %v", input, err)
		}
	}
	_, err := task(t, "reverse", Options{}).Parse("abcdefghijkl")
	var long *TooLongError
	if !errors.As(err, &long) || *long != (TooLongError{12, 10}) || long.Error() != "corpus: the input has 12 tokens, and the longest that is taken has 10" {
		t.Errorf("the error is %v", err)
	}
}

// Whatever is typed, Parse gives ids of the vocabulary or one of its three errors.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"unroll", "Mar 3, 2024", "é", "e\u0301", "👩🏽‍🚀", "🇧🇷🇵", "\u1112\u1161", "\xff\xfe", " \u00a0", "⟨pad⟩", "L’école .", "12 + 34 =", "forty-two"} {
		f.Add(s)
	}
	tasks := map[string]*Task{}
	for _, name := range Names() {
		tasks[name] = task(f, name, Options{})
	}
	f.Fuzz(func(t *testing.T, input string) {
		for _, task := range tasks {
			ids, err := task.Parse(input)
			read := input // as far as it is read
			if task.ignored != "" {
				read = task.without(input)
			}
			read = strings.Join(strings.Fields(read), " ")
			var unknown *UnknownTokenError
			var long *TooLongError
			switch {
			case err == nil:
				got := task.source.text(ids)
				if len(ids) == 0 || len(ids) > task.MaxSource() || !strings.EqualFold(spaceless(got), spaceless(read)) {
					t.Errorf("%s: %q became %q", task.name, input, got)
				}
			case errors.As(err, &unknown):
				if unknown.Text == "" || !strings.Contains(read, unknown.Text) {
					t.Errorf("%s: %q has no %q", task.name, input, unknown.Text)
				}
				if utf8.ValidString(input) && !utf8.ValidString(unknown.Text) {
					t.Errorf("%s: %q is cut within a character: %q", task.name, input, unknown.Text)
				}
			case errors.As(err, &long):
				if long.Limit != task.MaxSource() || long.Got <= long.Limit {
					t.Errorf("%s: %q: %v", task.name, input, err)
				}
			case err == ErrEmpty:
				if read != "" {
					t.Errorf("%s: %q is taken for empty", task.name, input)
				}
			default:
				t.Errorf("%s: %q: %v", task.name, input, err)
			}
		}
	})
}

// spaceless is a text without its spaces, which a cutter may put where there were none.
func spaceless(s string) string { return strings.ReplaceAll(s, " ", "") }

// elisions is whether token.Words cuts "l'école" in two.
var elisions = len(token.Words{}.Cut(nil, "l'école")) == 2

// Whatever is drawn is read again, in capitals, too.
func TestParseReadsWhatIsDrawn(t *testing.T) {
	each(t, func(t *testing.T, name string, _ Level, task *Task) {
		r := newRand(32)
		for range 500 {
			p := task.Draw(r)
			text := typed(task.source.text(p.Source))
			if strings.Contains(text, "'") && !elisions {
				continue
			}
			inputs := []string{text, "  " + strings.ReplaceAll(text, " ", " \t") + " \n"}
			if name != "dates" { // which knows capitals
				inputs = append(inputs, strings.ToUpper(text))
			}
			if task.ignored != "" {
				inputs = append(inputs, text+task.ignored)
			}
			for _, input := range inputs {
				ids, err := task.Parse(input)
				if err != nil || !slices.Equal(ids, p.Source) {
					t.Fatalf("%q became %q, %v", input, task.source.text(ids), err)
				}
			}
		}
	})
}

package fmt

import (
	"errors"
	std "fmt"
	"io/fs"
	"math"
	"testing"
)

type (
	name   string
	loud   struct{ what string }
	broken struct{ at int }
)

func (l loud) String() string   { return l.what + "!" }
func (b *broken) Error() string { return "broken" }

var values = []any{
	nil, true, false, 0, 1, -1, 42, int8(-128), int64(math.MinInt64), int64(math.MaxInt64), uint(7), uint8(200), uint64(math.MaxUint64),
	'x', 'é', '\n', rune(0x1f600), rune(-1), uint16(9), int16(-9), uint32(9), int32(-9),
	0.0, 1.5, -2.25, 1e6, 1e20, 1e21, 1e-7, 123456789.0, float32(0.1), float32(3e9), math.Pi, math.Inf(1), math.Inf(-1), math.NaN(), math.Copysign(0, -1),
	"", "text", "a\tb\"c", "olá ⟨unk⟩", "\xff",
	[]int{1, -2, 3}, []int(nil), []string{"a", "b c"},
	loud{"hear"}, &loud{"hear"}, errors.New("an error"), fs.ErrNotExist,
}

var formats = []string{
	"%v", "%d", "%s", "%q", "%t", "%c", "%U", "%#U", "%T", "%g", "%e", "%f", "%.3g", "%.0f", "%.2f", "%8.3f", "%08.3f", "%-8.2f|", "%+.1e",
	"%5d", "%-5d|", "%05d", "%+d", "%03d", "%4v", "%-4v|", "%6s", "%-6s|", "%.2s", "%8q", "%.3q", "%5t", "%3c", "%-3c|", "%10T", "%012v",
	"before %v after", "%v%%", "%[1]v and %[1]v", "%", "%!", "100%", "no verb",
}

func contains(s, part string) bool {
	for i := range len(s) - len(part) + 1 {
		if s[i:i+len(part)] == part {
			return true
		}
	}
	return false
}

// TestAsTheLibrary compares every format of every value. Where a verb is not for a value both say so; the
// library then shows the value too.
func TestAsTheLibrary(t *testing.T) {
	known := 0
	for _, format := range append([]string{"%x", "%4x", "%06x", "%-5x|"}, formats...) {
		for _, v := range values {
			if contains(format, "x") && contains(std.Sprintf("%x", v), "0x") || contains(std.Sprintf("%x", v), "Inf") || contains(std.Sprintf("%x", v), "NaN") {
				continue // the library's %x of real numbers is for those who look at their bits
			}
			got, want := Sprintf(format, v), std.Sprintf(format, v)
			switch {
			case contains(want, "%!"):
				if !contains(got, "%!") && !contains(want, "%!(EXTRA") {
					t.Errorf("%q of %#v is %q, where the library knows no such verb: %q", format, v, got, want)
				}
			case got != want:
				t.Errorf("%q of %#v is %q, want %q", format, v, got, want)
			default:
				known++
			}
		}
	}
	if known < 900 {
		t.Errorf("only %d of the formats are compared", known)
	}
}

// TestSaysWhatItDoesNotKnow: nothing is written wrongly in silence.
func TestSaysWhatItDoesNotKnow(t *testing.T) {
	for _, v := range []any{
		struct{ A any }{}, &broken{}, map[string]int{"a": 1}, name("a"), [][]int{{1}}, []error{errors.New("x")}, []*broken{nil}, []loud{{"x"}}, []any{1}, [2]int{}, 1i, make(chan int), &[]int{1},
	} {
		if got, want := Sprintf("%d", v), "%!d("+std.Sprintf("%T", v)+")"; !contains(got, want) {
			t.Errorf("%%d of %#v is %q, want %q", v, got, want)
		}
	}
}

func TestBytesAreTexts(t *testing.T) {
	for _, format := range []string{"%s", "%q", "%x", "%8s", "%.2s"} {
		for _, v := range [][]byte{nil, []byte("bytes"), {0xff, '\n'}} {
			if got, want := Sprintf(format, v), std.Sprintf(format, v); got != want {
				t.Errorf("%q of %q is %q, want %q", format, v, got, want)
			}
		}
	}
}

func TestTypes(t *testing.T) {
	for _, v := range []any{nil, 1, "a", name("a"), &broken{}, []*broken{}, map[name][]loud{}, func(int) error { return nil }, struct{ A any }{}, errors.New("x"), new(any)} {
		if got, want := Sprintf("%T", v), std.Sprintf("%T", v); got != want {
			t.Errorf("the type of %#v is %q, want %q", v, got, want)
		}
	}
}

func TestSprint(t *testing.T) {
	for _, list := range [][]any{{}, {"a"}, {"a", "b"}, {1, 2}, {"a", 1, 2, "b", nil, errors.New("e")}, {[]int{1}, "x", true}} {
		if got, want := Sprint(list...), std.Sprint(list...); got != want {
			t.Errorf("of %#v it is %q, want %q", list, got, want)
		}
	}
}

func TestHexadecimalWithItsPrefix(t *testing.T) {
	for _, format := range []string{"%#x", "%#6x", "%-#6x|", "%+#x"} {
		for _, v := range []any{0, 255, -255, uint8(7), 'x'} {
			if got, want := Sprintf(format, v), std.Sprintf(format, v); got != want {
				t.Errorf("%q of %v is %q, want %q", format, v, got, want)
			}
		}
	}
}

func TestErrorf(t *testing.T) {
	one, two := errors.New("one"), &broken{2}
	for _, c := range []struct {
		format    string
		arguments []any
	}{
		{"plain", nil}, {"%d of %d", []any{1, 2}}, {"a: %w", []any{one}}, {"%w: %q, %w", []any{one, "x", two}},
		{"%v", []any{one}}, {"%w", []any{nil}}, {"%[2]w %[1]d", []any{3, two}},
	} {
		got, want := Errorf(c.format, c.arguments...), std.Errorf(c.format, c.arguments...)
		if got.Error() != want.Error() {
			t.Errorf("%q says %q, want %q", c.format, got, want)
		}
		var found *broken
		if errors.Is(got, one) != errors.Is(want, one) || errors.As(got, &found) != errors.As(want, &found) || errors.Unwrap(got) != errors.Unwrap(want) {
			t.Errorf("%q wraps other errors", c.format)
		}
	}
}

func FuzzSprintf(f *testing.F) {
	for _, format := range formats {
		f.Add(format, "text", int64(-42), 2.5)
	}
	f.Fuzz(func(t *testing.T, format, s string, n int64, x float64) {
		arguments := []any{s, n, x}
		want := std.Sprintf(format, arguments...)
		if asksForMore(format) || contains(want, "%!") {
			return
		}
		if got := Sprintf(format, arguments...); got != want {
			t.Errorf("%q is %q, want %q", format, got, want)
		}
	})
}

// asksForMore reports whether a format has what is not known here.
func asksForMore(format string) bool {
	for _, more := range []string{"*", " ", "#", "X", "b", "o", "O", "E", "F", "G", "p", "[", "+q", "+v", "+s", "0000000"} {
		if contains(format, more) {
			return true
		}
	}
	return false
}

package token

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// Sentences with a bar wherever a word ends. Without the bars, each is what Join makes of its words.
func TestWords(t *testing.T) {
	for _, c := range []struct{ what, sentence string }{
		{"nothing", ""},
		{"one word", "word"},
		{"English", "Hello|,| world|!"},
		{"English contractions are whole", "I| don't| know| if| it's| Tom's| or| O'Brien's|,| ma'am|."},
		{"so they are with a curled apostrophe", "“|Don’t|,|”| she| said|."},
		{"a plural's apostrophe is a word", "the| dogs|'| tails"},
		{"numbers in words", "nine| hundred| and| forty-|two"},
		{"numbers", "-5| or| (|-5|)|,| 3.14|,| 1,000|,| 10:30|,| 1/2|,| 1914–|1918"},
		{"money", "$|5|,| 5| €|,| 50|%"},
		{"abbreviations", "e.g|.| U.S|.| or| b.com"},
		{"quotes in turn", `"|Yes|"|,| he| said|,| "|no|"|.`},
		{"brackets", "a| (|b| [|c|]|)| d"},
		{"an ellipsis is one word", "Well|...| no|?|!| Ah|…"},
		{"dashes", "a| —| b| -| c"},
		{"French elisions", "L'|homme| qu'|il| a| vu| n'|est| pas| là|,| lorsqu’|elle| dit|."},
		{"French inversions", "Où| vas-|tu|?"},
		{"Portuguese", "Dá-|me| um| copo| d'|água|,| por| favor|."},
		{"Italian", "L'|amico| dell'|università| c'|è|."},
		{"Turkish", "Türkiye'nin| başkenti| Ankara'dır|."},
		{"German", "„|Hallo|“|,| sagte| er|.| »|Ja|!|«"},
		{"Swedish", "”|Hej|”|,| sa| hon|."},
		{"Spanish", "¿|Qué| tal|?| ¡|Bien|!"},
		{"Catalan", "col·lega"},
		{"Ukrainian's apostrophe is a letter", "п'ять"},
		{"Greek", "Τι| κάνεις|;| Καλά|."},
		{"Arabic", "مرحبا|،| كيف| حالك|؟"},
		{"Hebrew", `שלום|,| צה"ל| צה״ל| בית־|ספר|!`},
		{"Hindi", "नमस्ते| दुनिया|।"},
		{"Armenian", "Բարև|։"},
		{"Korean", "안녕하세요|,| 세계|!"},
		{"Chinese", "我|爱|你|。"},
		{"Japanese", "「|こ|れ|は|ペ|ン|で|す|」|。"},
		{"Thai", "ส|วั|ส|ดี|ค|รั|บ"},
		{"Chinese among letters", "我|love|你|3|次"},
		{"emoji", "hi| 😀| 😀| 👩🏽‍🚀|!"},
		{"combining accents", "cafe\u0301| no\u0308el|."},
		{"a mark that is typed is none", "a| ⟨|end|⟩"},
		{"underscores", "snake_case"},
		{"signs", "#|1| @|me| a| &| b| =| c"},
	} {
		var want []string
		for word := range strings.SplitSeq(c.sentence, "|") {
			if word = strings.TrimSpace(word); word != "" {
				want = append(want, word)
			}
		}
		text := strings.ReplaceAll(c.sentence, "|", "")
		got := Words{}.Cut(nil, text)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q is cut into\n%q, want\n%q", c.what, text, got, want)
		}
		if joined := (Words{}).Join(want); joined != text {
			t.Errorf("%s: %q is joined to %q, want %q", c.what, want, joined, text)
		}
	}
}

func TestWordsJoin(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"⟨unk⟩ , ⟨unk⟩ !", "⟨unk⟩, ⟨unk⟩!"}, // as open vocabularies write what they lack
		{"forty-", "forty-"},
		{"l' ⟨unk⟩", "l'⟨unk⟩"},
		{"! !", "! !"}, // joined, they would be one word
		{`" "`, `" "`},
		{"« oui »", "«oui»"},
		{"( \u0301a", "( \u0301a"}, // the accent would be the bracket's
		{"' tis", "'tis"},
	} {
		if got := (Words{}).Join(strings.Fields(c.words)); got != c.want {
			t.Errorf("%q is joined to %q, want %q", c.words, got, c.want)
		}
	}
}

// Whatever the text: no word is empty or has white space, the words are the text but for white space,
// so is what Join makes of them, and cutting that gives the same words.
func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"Hello, world!", "don't l'homme forty-two -5 3.14", `"a" “b” «c» 'd'`, "我爱 you。", "a \u0301b ( \u0301c", "א\"ב ״",
		"! ! .. . .", "$ 5 ¥ x", "- 5 -5 --5 –5", "\u0600 中 ก ำ", "\xff\xfe a\x00b", "😀\u200d 😀", "u'au'a qu'a", "a. b .c",
	} {
		f.Add(s)
	}
	f.Fuzz(wordsHold)
}

// TestWordsHold asks the same of mixtures of all that the cutting of words looks at.
func TestWordsHold(t *testing.T) {
	parts := strings.Split(`a|e|qu|H|7|٣|_|-|–|—|'|’|"|“|”|„|‘|«|»|.|,|:|·|/|!|(|⟨|$|€|%|@|#|°|א|״|中|ก|ำ|가|😀|🇧|क|्|`, "|")
	parts = append(parts, "\u0301", "\u200d", "\u0600", "\xff", "\x00", " ", " ", " ")
	r := rand.New(rand.NewPCG(1, 2))
	for range 50_000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		wordsHold(t, b.String())
		if t.Failed() {
			return
		}
	}
}

func wordsHold(t *testing.T, text string) {
	words := Words{}.Cut(nil, text)
	for _, word := range words {
		if word == "" || strings.ContainsFunc(word, unicode.IsSpace) {
			t.Errorf("%q has the word %q", text, word)
		}
	}
	want := strings.Join(strings.Fields(text), "")
	if got := strings.Join(words, ""); got != want {
		t.Errorf("%q is cut into %q", text, words)
	}
	joined := Words{}.Join(words)
	if got := strings.Join(strings.Fields(joined), ""); got != want {
		t.Errorf("%q is joined to %q", words, joined)
	}
	if again := (Words{}).Cut(nil, joined); !slices.Equal(again, words) {
		t.Errorf("%q, cut into\n%q, is joined to %q, which is cut into\n%q", text, words, joined, again)
	}
}

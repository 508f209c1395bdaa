package corpus

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Numbers as a person writes them in words.
func TestNumbersInWords(t *testing.T) {
	for n, want := range map[int][2]string{
		0:       {"zero", "zero"},
		7:       {"seven", "sete"},
		13:      {"thirteen", "treze"},
		20:      {"twenty", "vinte"},
		21:      {"twenty- one", "vinte e um"},
		99:      {"ninety- nine", "noventa e nove"},
		100:     {"one hundred", "cem"},
		101:     {"one hundred and one", "cento e um"},
		116:     {"one hundred and sixteen", "cento e dezesseis"},
		200:     {"two hundred", "duzentos"},
		342:     {"three hundred and forty- two", "trezentos e quarenta e dois"},
		550:     {"five hundred and fifty", "quinhentos e cinquenta"},
		1000:    {"one thousand", "mil"},
		1001:    {"one thousand and one", "mil e um"},
		1042:    {"one thousand and forty- two", "mil e quarenta e dois"},
		1100:    {"one thousand one hundred", "mil e cem"},
		1101:    {"one thousand one hundred and one", "mil cento e um"},
		1984:    {"one thousand nine hundred and eighty- four", "mil novecentos e oitenta e quatro"},
		2300:    {"two thousand three hundred", "dois mil e trezentos"},
		21_000:  {"twenty- one thousand", "vinte e um mil"},
		100_000: {"one hundred thousand", "cem mil"},
		100_100: {"one hundred thousand one hundred", "cem mil e cem"},
		342_016: {"three hundred and forty- two thousand and sixteen", "trezentos e quarenta e dois mil e dezesseis"},
		999_999: {"nine hundred and ninety- nine thousand nine hundred and ninety- nine",
			"novecentos e noventa e nove mil novecentos e noventa e nove"},
	} {
		english, portuguese := task(t, "numbers", Options{Level: Hard}), task(t, "numeros", Options{Level: Hard})
		if got := english.target.text(side(putEnglish, n)); got != want[0] {
			t.Errorf("%d is %q, want %q", n, got, want[0])
		}
		if got := portuguese.target.text(side(putPortuguese, n)); got != want[1] {
			t.Errorf("%d is %q, want %q", n, got, want[1])
		}
	}
}

// side is what is put to an empty side.
func side(put func(*[]int, int), n int) (ids []int) {
	put(&ids, n)
	return ids
}

// The small numbers come often enough to be learnt.
func TestSmallNumbersAreDrawn(t *testing.T) {
	task := task(t, "numbers", Options{Level: Hard})
	short := 0
	r := newRand(23)
	for range 10_000 {
		if len(task.Draw(r).Source) <= 2 {
			short++
		}
	}
	if short < 1800 {
		t.Errorf("of 10 000 numbers below a million %d have one or two digits", short)
	}
}

// No number that is one word is held out.
func TestOneWordIsNotHeldOut(t *testing.T) {
	for _, name := range []string{"numbers", "numeros"} {
		for _, level := range levels {
			for _, p := range task(t, name, Options{Level: level}).HeldOut(5000) {
				if len(p.Target) < 2 {
					t.Errorf("%s, %s: %v is held out", name, level, p)
				}
			}
		}
	}
}

// checkEnglishNumber reads the words back, and puts the word and where it belongs.
func checkEnglishNumber(_ *testing.T, level Level, source, target string) bool {
	units := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
		"sixteen seventeen eighteen nineteen")
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	words := strings.Fields(target)
	bare := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "and" })
	total, n := 0, 0
	var spelled []string
	for i, w := range bare {
		rest := bare[i+1:]
		spelled = append(spelled, w)
		switch {
		case w == "thousand":
			total, n = n*1000, 0
			if len(rest) > 0 && !slices.Contains(rest, "hundred") {
				spelled = append(spelled, "and")
			}
		case w == "hundred":
			n *= 100
			if len(rest) > 0 && rest[0] != "thousand" {
				spelled = append(spelled, "and")
			}
		case slices.Contains(units, w):
			n += slices.Index(units, w)
		default:
			n += 10 * slices.Index(tens, strings.TrimSuffix(w, "-"))
			if strings.HasSuffix(w, "-") != (len(rest) > 0 && slices.Contains(units, rest[0])) {
				return false
			}
		}
	}
	return total+n <= level.of(999, 9_999, 999_999) && strconv.Itoa(total+n) == source && slices.Equal(spelled, words)
}

// checkPortugueseNumber reads the words back, and puts the word e where it belongs.
func checkPortugueseNumber(_ *testing.T, level Level, source, target string) bool {
	value := map[string]int{"cem": 100}
	for i, w := range strings.Fields("zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze " +
		"dezesseis dezessete dezoito dezenove") {
		value[w] = i
	}
	for i, w := range strings.Fields("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa") {
		value[w] = 20 + 10*i
	}
	for i, w := range strings.Fields("cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos") {
		value[w] = 100 + 100*i
	}
	// said is three digits in words, and how much they are.
	said := func(words []string) (n int, text string) {
		for _, w := range words {
			n += value[w]
		}
		return n, strings.Join(words, " e ")
	}
	bare := slices.DeleteFunc(strings.Fields(target), func(w string) bool { return w == "e" })
	total, spelled := 0, ""
	if i := slices.Index(bare, "mil"); i >= 0 {
		n, text := said(bare[:i])
		if n == 1 {
			return false // um mil
		}
		total, spelled = 1000*max(n, 1), strings.TrimLeft(text+" mil", " ")
		bare = bare[i+1:]
		if len(bare) == 1 || len(bare) > 0 && value[bare[0]] < 100 {
			spelled += " e"
		}
		spelled += " "
	}
	n, text := said(bare)
	total += n
	return total <= level.of(999, 9_999, 999_999) && strconv.Itoa(total) == source && strings.TrimRight(spelled+text, " ") == target
}

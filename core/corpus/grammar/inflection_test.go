package grammar

import (
	"strings"
	"testing"
)

// The lexicon has every form written out. Here they are held against the rules of the languages, and against
// tables by hand for what is irregular.

func (w *words) forms(ids []int) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		if texts[i] = "-"; id != none {
			texts[i] = w.list[id].text
		}
	}
	return strings.TrimRight(strings.Join(texts, " "), " -")
}

// What is not regular, by the infinitive: the present, then the participle.
var frenchVerbs = map[string]string{
	"manger":   "mange manges mange mangeons mangez mangent mangé",
	"nager":    "nage nages nage nageons nagez nagent nagé",
	"acheter":  "achète achètes achète achetons achetez achètent acheté",
	"dormir":   "dors dors dort dormons dormez dorment dormi",
	"partir":   "pars pars part partons partez partent parti partie partis parties",
	"courir":   "cours cours court courons courez courent couru",
	"ouvrir":   "ouvre ouvres ouvre ouvrons ouvrez ouvrent ouvert",
	"vendre":   "vends vends vend vendons vendez vendent vendu",
	"attendre": "attends attends attend attendons attendez attendent attendu",
	"perdre":   "perds perds perd perdons perdez perdent perdu",
	"prendre":  "prends prends prend prenons prenez prennent pris",
	"voir":     "vois vois voit voyons voyez voient vu",
	"boire":    "bois bois boit buvons buvez boivent bu",
	"lire":     "lis lis lit lisons lisez lisent lu",
	"écrire":   "écris écris écrit écrivons écrivez écrivent écrit",
	"avoir":    "ai as a avons avez ont eu",
	"aller":    "vais vas va allons allez vont allé allée allés allées",
}

func TestFrenchVerbs(t *testing.T) {
	g := New(French, Hard)
	known := 0
	for _, v := range g.lists[verbs] {
		if v.is("mn") {
			continue
		}
		all := strings.Fields(g.source.forms(v.own[:]))
		verb := all[infinitive]
		got := strings.Join(append(append([]string{}, all[:6]...), all[participle:]...), " ")
		want, ok := frenchVerbs[verb]
		if ok {
			known++
		} else if stem, regular := strings.CutSuffix(verb, "er"); regular {
			for _, ending := range strings.Fields("e es e ons ez ent é") {
				want += stem + ending + " "
			}
			if v.marked("*") {
				want += stem + "ée " + stem + "és " + stem + "ées"
			}
		}
		if strings.TrimSpace(want) != got {
			t.Errorf("%s: %s, want %s", verb, got, want)
		}
	}
	if known != len(frenchVerbs) {
		t.Errorf("%d of %d irregular verbs were found", known, len(frenchVerbs))
	}
}

// What is not regular, by the infinitive: eu, ele, nós, eles of the present, then of the past.
var portugueseVerbs = map[string]string{
	"dançar": "danço dança dançamos dançam dancei dançou dançamos dançaram",
	"pegar":  "pego pega pegamos pegam peguei pegou pegamos pegaram",
	"chegar": "chego chega chegamos chegam cheguei chegou chegamos chegaram",
	"ficar":  "fico fica ficamos ficam fiquei ficou ficamos ficaram",
	"perder": "perco perde perdemos perdem perdi perdeu perdemos perderam",
	"ler":    "leio lê lemos leem li leu lemos leram",
	"ver":    "vejo vê vemos veem vi viu vimos viram",
	"ter":    "tenho tem temos têm tive teve tivemos tiveram",
	"dormir": "durmo dorme dormimos dormem dormi dormiu dormimos dormiram",
	"cair":   "caio cai caímos caem caí caiu caímos caíram",
	"ir":     "vou vai vamos vão fui foi fomos foram",
	"dar":    "dou dá damos dão dei deu demos deram",
}

func TestPortugueseVerbs(t *testing.T) {
	regular := map[string][2]string{
		"ar": {"o a amos am", "ei ou amos aram"}, "er": {"o e emos em", "i eu emos eram"}, "ir": {"o e imos em", "i iu imos iram"},
	}
	g := New(Portuguese, Hard)
	known := 0
	for _, v := range g.lists[verbs] {
		if v.is("mn") {
			continue
		}
		person := func(n int) string { return g.source.list[v.own[n]].text }
		got := ""
		for _, n := range []int{0, 2, 3, 5, past, past + 2, past + 3, past + 5} {
			got += person(n) + " "
		}
		verb := "ir" // whose infinitive is not said
		if v.own[infinitive] != none {
			verb = person(infinitive)
		}
		want, ok := portugueseVerbs[verb]
		stem, ending := verb[:len(verb)-2], verb[len(verb)-2:]
		if ok {
			known++
			want += " "
		} else {
			for _, e := range strings.Fields(regular[ending][0] + " " + regular[ending][1]) {
				want += stem + e + " "
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", verb, got, want)
		}
		if person(1) != person(2) || person(4) != person(5) || person(past+1) != person(past+2) || person(past+4) != person(past+5) {
			t.Errorf("%s: você is not as ele, or vocês not as eles", verb)
		}
		if v.is("ilt") && person(gerund) != verb[:len(verb)-1]+"ndo" {
			t.Errorf("%s: the gerund is %s", verb, person(gerund))
		}
	}
	if known != len(portugueseVerbs) {
		t.Errorf("%d of %d irregular verbs were found", known, len(portugueseVerbs))
	}
}

func TestModalVerbs(t *testing.T) {
	want := map[Language]string{
		French: "veux veux veut voulons voulez veulent, aime aimes aime aimons aimez aiment, " +
			"peux peux peut pouvons pouvez peuvent, dois dois doit devons devez doivent, ",
		Portuguese: "quero quer quer queremos querem querem, gosto gosta gosta gostamos gostam gostam, " +
			"posso pode pode podemos podem podem, devo deve deve devemos devem devem, ",
	}
	for language, want := range want {
		g := New(language, Hard)
		got := ""
		for _, v := range g.lists[verbs] {
			if v.is("mn") {
				got += g.source.forms(v.own[:]) + ", "
			}
		}
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func frenchPlural(word string) string {
	switch {
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"):
		return word
	case strings.HasSuffix(word, "eau"):
		return word + "x"
	case strings.HasSuffix(word, "al"):
		return strings.TrimSuffix(word, "l") + "ux"
	}
	return word + "s"
}

func portuguesePlural(word string) string {
	for _, rule := range [...][2]string{
		{"mão", "mãos"}, {"ão", "ões"}, {"m", "ns"}, {"r", "res"}, {"z", "zes"},
		{"el", "éis"}, {"il", "is"}, {"l", "is"}, // hotéis, gentis, azuis
	} {
		if stem, ok := strings.CutSuffix(word, rule[0]); ok {
			return stem + rule[1]
		}
	}
	return word + "s"
}

func englishPlural(word string) string {
	switch {
	case word == "man" || word == "woman":
		return strings.TrimSuffix(word, "an") + "en"
	case word == "child":
		return "children"
	case word == "knife":
		return "knives"
	case strings.HasSuffix(word, "ry"):
		return strings.TrimSuffix(word, "y") + "ies"
	case strings.HasSuffix(word, "s"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "h"):
		return word + "es"
	}
	return word + "s"
}

func TestPlurals(t *testing.T) {
	for name, language := range both {
		g := New(language, Hard)
		plural := portuguesePlural
		if g.french {
			plural = frenchPlural
		}
		for _, kind := range []int{nouns, adjectives} {
			for _, l := range g.lists[kind] {
				for i, id := range l.own[:2] {
					many := l.own[i+2]
					switch {
					case id == none && many != none, id != none && many == none && !l.class.has(uncounted):
						t.Errorf("%s: of %q there is a form too many or too few", name, g.source.forms(l.own[:4]))
					case id == none || many == none:
					case g.source.list[many].text != plural(g.source.list[id].text):
						t.Errorf("%s: the plural of %q is %q", name, g.source.list[id].text, g.source.list[many].text)
					}
				}
				if kind == nouns && l.english[1] != none {
					if one, many := g.target.list[l.english[0]].text, g.target.list[l.english[1]].text; many != englishPlural(one) {
						t.Errorf("the plural of %q is %q", one, many)
					}
				}
			}
		}
	}
}

// The feminine of an adjective is by rule, or by hand.
func TestFeminines(t *testing.T) {
	irregular := map[string]string{
		"vieux": "vieille", "nouveau": "nouvelle", "bon": "bonne", "beau": "belle", "blanc": "blanche", "heureux": "heureuse",
		"gentil": "gentille", "sérieux": "sérieuse", "délicieux": "délicieuse", "cher": "chère", "bom": "boa",
	}
	for name, language := range both {
		g := New(language, Hard)
		for _, a := range g.lists[adjectives] {
			one, other := g.source.list[a.own[0]].text, g.source.list[a.own[1]].text
			want, ok := irregular[one]
			switch {
			case name == "portuguese" && one != "bom":
				want = one
				if stem, o := strings.CutSuffix(one, "o"); o {
					want = stem + "a"
				}
			case !ok:
				want = strings.TrimSuffix(one, "e") + "e"
			}
			if other != want {
				t.Errorf("%s: the feminine of %q is %q, want %q", name, one, other, want)
			}
		}
	}
}

// What is not regular, by the base: the forms in -s, of the past, in -ing.
var englishVerbs = map[string]string{
	"sleep": "sleeps slept sleeping", "sing": "sings sang singing", "run": "runs ran running", "speak": "speaks spoke speaking",
	"fall": "falls fell falling", "see": "sees saw", "have": "has had", "buy": "buys bought buying", "sell": "sells sold selling",
	"eat": "eats ate eating", "drink": "drinks drank drinking", "read": "reads read reading", "go": "goes went",
	"swim": "swims swam swimming", "cry": "cries cried crying", "leave": "leaves left leaving", "find": "finds found",
	"write": "writes wrote writing", "lose": "loses lost losing", "take": "takes took taking", "give": "gives gave", "watch": "watches watched watching",
	"wash": "washes washed washing", "can": "can", "must": "must", "want": "wants", "like": "likes",
}

func TestEnglishVerbs(t *testing.T) {
	g := New(Portuguese, Hard)
	known := 0
	for _, v := range g.lists[verbs] {
		verb, got, _ := strings.Cut(g.target.forms(v.english[:]), " ")
		want, ok := englishVerbs[verb]
		if ok {
			known++
		} else {
			stem := strings.TrimSuffix(verb, "e")
			want = verb + "s " + stem + "ed"
			if v.is("ilt") {
				want += " " + stem + "ing"
			}
		}
		if got != want {
			t.Errorf("%s: %s, want %s", verb, got, want)
		}
	}
	if known != len(englishVerbs) {
		t.Errorf("%d of %d irregular verbs were found", known, len(englishVerbs))
	}
}

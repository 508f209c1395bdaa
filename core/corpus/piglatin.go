package corpus

import (
	"math/rand/v2"
	"strings"
)

// piglatin: an English word, and what children make of it in Pig Latin; "square" becomes "aresquay".
// Tokens are characters.
//
// The rule: a word that begins with a vowel letter has "way" put after it. From any other the
// consonants that it begins with are taken away and put after it, and "ay" after them. A y that is the
// word's first letter is a consonant, any other y is a vowel; and "qu" is never parted.
//
// A model must find a boundary in what it reads and begin to speak there, go on to the end, and then
// come back for the beginning. The attention is a diagonal that has been cut and laid down the other
// way round.
//
// Half of the words are English, half are made up of syllables as English has them, so that there are
// always words that no model has seen:
//
//	easy    words of up to 6 letters, those made up of one syllable
//	medium  words of up to 10 letters, those made up of one syllable or two
//	hard    phrases of two or three words of up to 8 letters
//
// Held out are words; a phrase is if one of its words is.
type pigLatin struct {
	words                            []string // of English
	onsets, middles, nuclei, endings []string // of syllables
	longest, syllables               int      // of a word
	phrases                          bool
}

// pigLatinSalt holds the example out.
const pigLatinSalt = 23

const (
	pigLetters = alphabet + " "
	space      = firstText + len(alphabet) // the id of the space between words
)

// pigWords are common words: of all lengths, with all beginnings, and no letter left out.
const pigWords = "able about above across act add adult after again age air album all almost alone also amber angle animal answer " +
	"any apple arm army art ask autumn away baby back bag ball band bank basket bath beach bean bear bed bell bird black " +
	"blanket bless blossom blue board boat bone book bottle box boy branch bread breakfast breeze brick bridge bright bring brother " +
	"brown brush bucket build butter button cake camera candle captain card carpet castle cat chair chalk change cheese " +
	"cherry child choose church circle city class clean clever climb clock cloud clown coat coffee cold colour corner country " +
	"cream cross crowd crown cry cup curtain dance day dear deep desk dinner doctor dog dolphin door dragon draw dream " +
	"dress drink drive drum dry duck dwarf each ear early earth east easy eat egg eight elbow empty engine " +
	"enjoy evening every eye face fair family farm father feather fence field finger fish five flag flame flower fly " +
	"follow food forest fork fox frame free fresh friend frog fruit funny garden gate gentle ghost giant gift girl " +
	"give glad glass globe glove goat gold good grand grass great green ground grow guitar hand happy hat heart " +
	"heavy hello help hill holiday honey horse house hungry ice idea inch ink iron island ivory jacket jam jazz " +
	"jelly jewel job joke journey jump jungle just kettle key kind king kitchen kite knee knife knock ladder lake lamp " +
	"language large laugh leaf learn lemon letter library light lion little long lucky lunch machine magic maple map " +
	"market maybe meadow melon middle milk minute mirror money monkey month moon morning mother mountain mouse music my name " +
	"near needle nest never new night nine noise north nose number ocean odd off office oil old olive only " +
	"open orange other oven owl oxygen page paint paper parrot party past peace pencil people pepper phone photo piano " +
	"picnic picture pillow pirate place planet plant plate play please plum pocket poem point potato present price prince print " +
	"promise proud pupil purple puzzle quarter queen question quick quiet quilt quite rabbit rain read red rhythm rice " +
	"ride river road rocket roof room rose round ruby rule sail salt sand scarf school science scratch screen sea " +
	"season secret shadow shape sharp sheep ship shoe shop short shoulder silver simple sing sister skate skirt sky sleep " +
	"slow small smart smile smoke smooth snack snail snow soft song soup south space spice spider splash spoon spread " +
	"spring square squirrel stage star station stone story strange straw stream street string strong student sugar summer sun " +
	"sweet swim swing table talk teacher ten thank theatre thing think three throat throne through thumb thunder tiger time " +
	"tomato tower town train travel treasure tree true trumpet twelve twenty twin twist ugly umbrella uncle under unroll until " +
	"upper use valley vase velvet very village violin visit voice voyage wagon walk warm wash water wave weather week " +
	"welcome whale wheel where whisper white wild window winter wonder word work world write wrong yard year yellow yes " +
	"yesterday young zebra zero zigzag zoo"

// The parts of syllables: what a word begins with, what stands between two vowels, vowels, and what a word
// that is made up ends in. What is not among them is left out so that no rude word is made up.
const (
	pigOnsets = "b bl br ch cl cr d dr f fl fr gl gr h j l m n pl pr qu r scr sh sl sm sn spl spr squ st str sw " +
		"th thr tr tw v w y z"
	pigMiddles = "l r v dr fl fr sl sm sn sw"
	pigNuclei  = "a e i o u ai ea ee oa oo ou"
	pigEndings = "lb lf lk lm lp nch nd nt rb rf rm rp rst sk sp x"
)

func newPigLatin(o Options) (*Task, error) {
	rule := &pigLatin{
		onsets:    strings.Fields(pigOnsets),
		middles:   strings.Fields(pigMiddles),
		nuclei:    strings.Fields(pigNuclei),
		endings:   strings.Fields(pigEndings),
		longest:   o.Level.of(6, 10, 8),
		syllables: o.Level.of(1, 2, 2),
		phrases:   o.Level == Hard,
	}
	for _, word := range strings.Fields(pigWords) {
		if len(word) <= rule.longest {
			rule.words = append(rule.words, word)
		}
	}
	t := &Task{
		rule:      rule,
		source:    characters(alphabet),
		maxSource: rule.longest,
		maxTarget: rule.longest + len("way") + 1,
		example:   "square",
	}
	if rule.phrases {
		t.source = characters(pigLetters)
		t.maxSource = 3*rule.longest + 2
		t.maxTarget = t.maxSource + 3*len("way") + 1
		t.example = "square school"
	}
	t.target = t.source
	return t, nil
}

func (t *pigLatin) draw(r *rand.Rand, p *Pair) {
	words := 1
	if t.phrases {
		words = 2 + r.IntN(2)
	}
	for n := range words {
		if n > 0 {
			put(&p.Source, space)
			put(&p.Target, space)
		}
		first := len(p.Source)
		if r.IntN(2) == 0 {
			putLetters(&p.Source, anyOf(r, t.words))
		} else {
			t.makeUp(r, &p.Source)
		}
		putPigLatin(&p.Target, p.Source[first:])
	}
}

// makeUp puts a word to a side that is no English, or seldom. One in eight begins with a vowel.
func (t *pigLatin) makeUp(r *rand.Rand, side *[]int) {
	first := len(*side)
	for {
		*side = (*side)[:first]
		if r.IntN(8) > 0 {
			putLetters(side, anyOf(r, t.onsets))
		}
		putLetters(side, anyOf(r, t.nuclei))
		if r.IntN(t.syllables) > 0 {
			putLetters(side, anyOf(r, t.middles))
			putLetters(side, anyOf(r, t.nuclei))
		}
		putLetters(side, anyOf(r, t.endings))
		if len(*side)-first <= t.longest {
			return
		}
	}
}

func anyOf(r *rand.Rand, texts []string) string { return texts[r.IntN(len(texts))] }

func putLetters(side *[]int, text string) {
	for i := range len(text) {
		put(side, firstLetter+int(text[i]-'a'))
	}
}

// putPigLatin puts what becomes of one word to a side.
func putPigLatin(side *[]int, word []int) {
	n := 0 // the letters that are taken away
	for n < len(word) && !pigVowel(word, n) {
		n++
	}
	for i := range word {
		put(side, word[(n+i)%len(word)])
	}
	if n == 0 {
		putLetters(side, "w")
	}
	putLetters(side, "ay")
}

// pigVowel reports whether letter n of a word is a vowel, for the purpose of Pig Latin.
func pigVowel(word []int, n int) bool {
	switch alphabet[word[n]-firstLetter] {
	case 'a', 'e', 'i', 'o':
		return true
	case 'u':
		return n == 0 || alphabet[word[n-1]-firstLetter] != 'q'
	case 'y':
		return n > 0
	}
	return false
}

func (*pigLatin) held(p *Pair) bool {
	word := p.Source
	for {
		n := 0
		for n < len(word) && word[n] != space {
			n++
		}
		if heldOut(pigLatinSalt, word[:n]) {
			return true
		}
		if n == len(word) {
			return false
		}
		word = word[n+1:]
	}
}

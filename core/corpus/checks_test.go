package corpus

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// checks tell whether a source becomes a target, each by another way than the task's own.
var checks = map[string]func(t *testing.T, level Level, source, target string) bool{
	"reverse": func(_ *testing.T, level Level, source, target string) bool {
		letters := []byte(source)
		slices.Reverse(letters)
		return lengthFits(level, source) && string(letters) == target
	},
	"copy": func(_ *testing.T, level Level, source, target string) bool {
		return lengthFits(level, source) && source == target
	},
	"sort": func(_ *testing.T, level Level, source, target string) bool {
		letters := []byte(source)
		slices.Sort(letters)
		return lengthFits(level, source) && string(letters) == target
	},
	"dates": checkDate,
	"addition": func(_ *testing.T, level Level, source, target string) bool {
		a, b, _ := strings.Cut(source, "+")
		most := level.of(99, 99, 999)
		x, errX := strconv.Atoi(a)
		y, errY := strconv.Atoi(b)
		carries := x%10+y%10 > 9 || x/10%10+y/10%10 > 9
		return errX == nil && errY == nil && x <= most && y <= most && !(carries && level == Easy) &&
			strconv.Itoa(x)+"+"+strconv.Itoa(y) == source && strconv.Itoa(x+y) == target
	},
	"numbers":     checkEnglishNumber,
	"numeros":     checkPortugueseNumber,
	"piglatin":    checkPigLatin,
	"roman":       checkRoman,
	"french":      checkSentence,
	"portuguese":  checkSentence,
	"scan":        checkSCAN,
	"scan-length": checkSCAN,
	"scan-jump":   checkSCAN,
	"sounds":      checkSounds,
}

func lengthFits(level Level, s string) bool {
	return len(s) >= level.of(3, 3, 10) && len(s) <= level.of(6, 10, 20)
}

package answer

import (
	"strings"

	"unroll/core/corpus"
	"unroll/core/own"
	"unroll/web/wire"
)

// shown is how many examples there are.
const shown = 6

// examples are a few of the pairs, from all over the files.
func examples(c *own.Corpus) []wire.Example {
	_, pairs, _ := strings.Cut(string(c.Bytes()), "\n") // without the title
	var list []wire.Example
	for i := range shown {
		part := pairs[lineFrom(pairs, i*len(pairs)/shown):lineFrom(pairs, (i+1)*len(pairs)/shown)]
		if pair := short(part); pair != "" {
			source, target, _ := strings.Cut(pair, "\t")
			list = append(list, wire.Example{Source: pieces(c.Task().Source(), source), Target: pieces(c.Task().Target(), target)})
		}
	}
	return list
}

// lineFrom is where the first line begins that does not begin before at.
func lineFrom(text string, at int) int {
	for at > 0 && at < len(text) && text[at-1] != '\n' {
		at++
	}
	return at
}

// glance is how many bytes of a pair are seen at one, and near among how many pairs one so short is
// looked for.
const (
	glance = 80
	near   = 50
)

// short is the first pair that is seen at a glance, or else the shortest.
func short(text string) string {
	best, rest := "", text
	for range near {
		line := ""
		line, rest, _ = strings.Cut(rest, "\n")
		if best == "" || line != "" && len(line) < len(best) {
			best = line
		}
		if len(best) <= glance {
			break
		}
	}
	return best
}

func pieces(v *corpus.Vocabulary, text string) []wire.Piece {
	var list []wire.Piece
	for _, token := range v.Cutter().Cut(nil, text) {
		_, known := v.ID(token)
		list = append(list, wire.Piece{Text: token, Known: known})
	}
	return list
}

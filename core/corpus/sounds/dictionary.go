package main

import (
	"fmt"
	"strings"
)

// entry is a word and its phonemes, without stress.
type entry struct {
	word string
	said []string
}

// dictionary is what cmudict.dict tells.
type dictionary struct {
	entries  []entry           // of each word the first, in the order of the file, which is the alphabet's
	said     map[string]string // the same by word, with spaces between the phonemes
	doubtful map[string]bool   // words that are said in several ways, or marked as names or as foreign
}

// read reads the format of cmudict.dict: a word, its phonemes with the stress of vowels as a digit, and
// perhaps a comment after a #. Further ways to say a word have a number in brackets after it.
func read(text string) (dictionary, error) {
	d := dictionary{said: map[string]string{}, doubtful: map[string]bool{}}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line, _, comment := strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) < 2 {
			return d, fmt.Errorf("line %d of the dictionary has no word with phonemes: %q", n, line)
		}
		word, _, again := strings.Cut(fields[0], "(")
		if comment || again {
			d.doubtful[word] = true
		}
		if again {
			continue
		}
		e := entry{word: word}
		for _, phoneme := range fields[1:] {
			e.said = append(e.said, strings.TrimRight(phoneme, "012"))
		}
		d.entries = append(d.entries, e)
		d.said[word] = strings.Join(e.said, " ")
	}
	return d, nil
}

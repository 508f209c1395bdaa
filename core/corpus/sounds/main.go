// Command sounds writes the words of the task sounds, a part of the CMU Pronouncing Dictionary, to
// static/corpora/sounds.txt. It needs the dictionary, which is not part of this repository:
//
//	git clone https://github.com/cmusphinx/cmudict
//	go run ./core/corpus/sounds [-to static/corpora/sounds.txt] cmudict
//
// The file was made from the dictionary of 17 December 2024, commit 0f8072f. Its head has the licence,
// which asks to be kept with it.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	to := flag.String("to", filepath.Join("static", "corpora", "sounds.txt"), "the file to write")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: go run ./core/corpus/sounds [-to file] cmudict")
		os.Exit(2)
	}
	if err := write(flag.Arg(0), *to); err != nil {
		fmt.Fprintln(os.Stderr, "sounds:", err)
		os.Exit(1)
	}
}

func write(folder, to string) error {
	text, err := os.ReadFile(filepath.Join(folder, "cmudict.dict"))
	if err != nil {
		return err
	}
	licence, err := os.ReadFile(filepath.Join(folder, "LICENSE"))
	if err != nil {
		return err
	}
	d, err := read(string(text))
	if err != nil {
		return err
	}
	families := d.families()
	words := 0
	for _, f := range families {
		words += len(f)
	}
	fmt.Printf("%d words of %d families\n", words, len(families))
	return os.WriteFile(to, file(families, string(licence)), 0o644)
}

// file is the families, one a line, after the licence.
func file(families [][]entry, licence string) []byte {
	var b bytes.Buffer
	b.WriteString("# English words and how they are said: a part of the CMU Pronouncing Dictionary,\n" +
		"# https://github.com/cmusphinx/cmudict, chosen and rewritten by core/corpus/sounds.\n#\n")
	for line := range strings.Lines(strings.TrimRight(licence, "\n")) {
		b.WriteString(strings.TrimRight("# "+strings.TrimRight(line, "\n"), " ") + "\n")
	}
	for _, f := range families {
		for i, e := range f {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(e.word + " " + strings.Join(e.said, " "))
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

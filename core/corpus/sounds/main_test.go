package main

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// few is a dictionary in the format of cmudict.dict.
const few = `'em AH0 M
bake B EY1 K
baked B EY1 K T
baker B EY1 K ER0
bakes B EY1 K S
baking B EY1 K IH0 NG
box B AA1 K S
boxed B AA1 K S T
boxes B AA1 K S AH0 Z
boxing B AA1 K S IH0 NG
brown B R AW1 N
browne B R AW1 N
brownely B R AW1 N L IY0
cry K R AY1
cried K R AY1 D
cries K R AY1 Z
crying K R AY1 IH0 NG
kind K AY1 N D
kindly K AY1 N D L IY0
koch K AO1 CH # name
kocher K AO1 CH ER0
kochs K AO1 CH S
mann M AE1 N
manns M AE1 N Z
manner M AE1 N ER0
paint P EY1 N T
painted P EY1 N T IH0 D
painting P EY1 N T IH0 NG
paintings P EY1 N T IH0 NG Z
paints P EY1 N T S
read R EH1 D
read(2) R IY1 D
reads R IY1 D Z
reading R EH1 D IH0 NG
shit SH IH1 T
shits SH IH1 T S
shitting SH IH1 T IH0 NG
strengthen S T R EH1 NG K TH AH0 N
strengthened S T R EH1 NG K TH AH0 N D
strengthening S T R EH1 NG K TH AH0 N IH0 NG
walk W AO1 K
walked W AO1 K T
walking W AO1 K IH0 NG
walks W AO1 K S
`

func TestFamilies(t *testing.T) {
	d, err := read(few)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, family := range d.families() {
		line := ""
		for _, e := range family {
			line += e.word + " " + strings.Join(e.said, " ") + ","
		}
		got = append(got, line)
	}
	want := []string{
		"bake B EY K,bakes B EY K S,baked B EY K T,baking B EY K IH NG,",
		"box B AA K S,boxes B AA K S AH Z,boxed B AA K S T,boxing B AA K S IH NG,",
		"cry K R AY,cries K R AY Z,cried K R AY D,crying K R AY IH NG,",
		"kind K AY N D,", // kindly shows that it is a word, and is none of the forms that are taken
		"paint P EY N T,paints P EY N T S,painted P EY N T IH D,painting P EY N T IH NG,",
		"strengthen S T R EH NG K TH AH N,", // whose forms are too long
		"walk W AO K,walks W AO K S,walked W AO K T,walking W AO K IH NG,",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the families are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestReadRefusesWhatIsNoDictionary(t *testing.T) {
	if _, err := read("walk W AO1 K\nwalks\n"); err == nil || !strings.Contains(err.Error(), `line 2 of the dictionary has no word with phonemes: "walks`) {
		t.Errorf("the error is %v", err)
	}
}

func TestWritten(t *testing.T) {
	for _, c := range []struct{ word, ending, want string }{
		{"bake", "ing", "baking"}, {"bake", "s", "bakes"}, {"cry", "ed", "cried cryed"}, {"cry", "es", "cries cryes"},
		{"cry", "s", ""}, {"cry", "ing", "crying"}, {"play", "ed", "played"}, {"hop", "ing", "hopping hoping"},
		{"park", "ing", "parking"}, {"box", "ed", "boxed"}, {"happy", "ness", "happiness happyness"},
	} {
		if got := strings.Join(written(c.word, c.ending), " "); got != c.want {
			t.Errorf("%s and -%s are %q, want %q", c.word, c.ending, got, c.want)
		}
	}
}

// What is delivered has its licence with it, is in order, and small.
func TestDelivered(t *testing.T) {
	text, err := os.ReadFile("../../../static/corpora/sounds.txt")
	if err != nil {
		t.Fatalf("%v; go run ./core/corpus/sounds makes it", err)
	}
	head, body, _ := bytes.Cut(text, []byte("\nabandon "))
	for _, part := range []string{
		"https://github.com/cmusphinx/cmudict",
		"# Copyright (C) 1993-2015 Carnegie Mellon University. All rights reserved.\n",
		"# Redistribution and use in source and binary forms, with or without\n",
		"# 2. Redistributions in binary form must reproduce the above copyright\n",
		"# THIS SOFTWARE IS PROVIDED BY CARNEGIE MELLON UNIVERSITY ``AS IS'' AND\n",
		"# OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.",
	} {
		if !bytes.Contains(head, []byte(part)) {
			t.Errorf("the head does not say %q", part)
		}
	}
	lines := strings.Split(strings.TrimRight(string(body), "\n"), "\n")
	if !slices.IsSorted(lines[1:]) || len(lines) < 4000 {
		t.Errorf("%d lines, or they are not in order", len(lines))
	}
	var packed bytes.Buffer
	w := brotli.NewWriterLevel(&packed, brotli.BestCompression)
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if packed.Len() > 60_000 {
		t.Errorf("it is %d bytes when it is sent, and must not be more than 60 000", packed.Len())
	}
}

// What file writes is what read and families took apart, whenever it is done.
func TestFile(t *testing.T) {
	d, _ := read(few)
	licence := "Copyright\n\nAll of it.\n"
	got := string(file(d.families(), licence))
	want := "# Copyright\n#\n# All of it.\nbake B EY K, bakes B EY K S, baked B EY K T, baking B EY K IH NG\nbox "
	if _, after, _ := strings.Cut(got, "core/corpus/sounds.\n#\n"); !strings.HasPrefix(after, want) {
		t.Errorf("the file is\n%s", got)
	}
	for range 10 {
		if again := string(file(d.families(), licence)); again != got {
			t.Fatal("the same dictionary gave another file")
		}
	}
}

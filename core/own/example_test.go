package own_test

import (
	"errors"
	"fmt"
	"strings"

	"unroll/core/own"
)

func Example() {
	// A header, a column too many, a line without a target, one pair twice.
	file := "English;Português;from\r\nGood night.;Boa noite.;me\r\nThanks.;;me\r\nGood night.;Boa noite.;you\r\n"
	for i, name := range strings.Fields("one two three four five six seven eight nine ten") {
		for j, animal := range strings.Fields("cat dog cow") {
			file += fmt.Sprintf("I see %s %ss.;Vejo %d %s.;me\r\n", name, animal, i+1, strings.Fields("gatos cães vacas")[j])
		}
	}
	c, err := own.Read([]own.File{{Name: "pairs.csv", Data: []byte(file)}}, own.Options{Tokens: "words"})
	if err != nil {
		fmt.Println(err)
		return
	}
	r := c.Report
	fmt.Printf("columns %v, separated by %q\n", r.Columns, r.Separator)
	fmt.Printf("%d records: %d pairs to learn, %d held out\n", r.Records, r.Training, r.HeldOut)
	for _, left := range r.Left {
		fmt.Printf("%d left out for %q, lines %v\n", left.Count, left.Cause, left.Lines)
	}
	fmt.Printf("%d to %d words in a source, %d in the vocabulary\n", r.Source.Shortest, r.Source.Longest, r.Source.Vocabulary)
	fmt.Printf("cut into %s; %s are advised\n", r.Tokens, r.Advice.Tokens)
	// Output:
	// columns [1 2], separated by ';'
	// 33 records: 28 pairs to learn, 3 held out
	// 1 left out for "empty", lines [3]
	// 1 left out for "duplicate", lines [4]
	// 3 to 5 words in a source, 21 in the vocabulary
	// cut into words; words are advised
}

func ExampleRead_twoFiles() {
	_, err := own.Read([]own.File{
		{Name: "a.en", Data: []byte("Go.\nHi.\n")},
		{Name: "a.fr", Data: []byte("Va !\n")},
	}, own.Options{})
	var e *own.Error
	fmt.Println(errors.As(err, &e), e.Code, e.File, e.Limit, e.Got)
	fmt.Println(err)
	// Output:
	// true lines a.fr 1 2
	// own: "a.fr" ends after line 1, and the other file has 2 lines; line i of one must belong to line i of the other
}

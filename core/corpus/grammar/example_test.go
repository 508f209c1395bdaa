package grammar_test

import (
	"fmt"
	"math/rand/v2"

	"unroll/core/corpus/grammar"
)

func Example() {
	g := grammar.New(grammar.French, grammar.Medium)
	own, english := g.Source(), g.Target()
	r := rand.New(rand.NewPCG(1, 2))
	var sentence, translation []int
	for range 4 {
		sentence, translation = g.Draw(r, sentence, translation)
		for _, word := range sentence {
			fmt.Print(own[word], " ")
		}
		fmt.Print("→")
		for _, word := range translation {
			fmt.Print(" ", english[word])
		}
		fmt.Println()
	}
	// Output:
	// il ne mange pas mon orange → he does not eat my orange
	// l' enfant est artiste → the child is an artist
	// cette chanteuse forte mange une pomme → this strong singer eats an apple
	// ils ne perdent jamais de lettre → they never lose a letter
}

package token_test

import (
	"fmt"
	"slices"

	"unroll/core/token"
)

func ExampleWords() {
	words := token.Words{}.Cut(nil, "L'homme dit: «J'ai vingt-deux chats!»")
	fmt.Printf("%q\n", words)
	fmt.Println(token.Words{}.Join(words))
	// Output:
	// ["L'" "homme" "dit" ":" "«" "J'" "ai" "vingt-" "deux" "chats" "!" "»"]
	// L'homme dit: «J'ai vingt-deux chats!»
}

func ExampleLearn() {
	p := token.Learn(slices.Values([]string{"low low low lower", "newest newest widest"}), 6)
	fmt.Printf("%q\n", p.Merges())
	pieces := p.Cut(nil, "the lowest!")
	fmt.Printf("%q\n", pieces)
	fmt.Println(p.Join(pieces))
	// Output:
	// ["l o" "▁ lo" "▁lo w" "e s" "es t" "e w"]
	// ["▁" "t" "h" "e" "▁low" "est" "!"]
	// the lowest!
}

package corpus_test

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"unroll/core/corpus"
)

func Example() {
	task, err := corpus.New("dates", corpus.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 4 {
		p := task.Draw(r)
		fmt.Println(task.Source().Join(p.Source), "→", task.Target().Join(p.Target))
	}
	// Output:
	// 12/09/2026 → 2026-12-09
	// 29 Aug 2029 → 2029-08-29
	// wed 29 dec 1999 → 1999-12-29
	// February 6th, 2044 → 2044-02-06
}

func ExampleTask_Parse() {
	task, _ := corpus.New("reverse", corpus.Options{})
	ids, _ := task.Parse(" Unroll ")
	fmt.Println(ids, task.Source().Join(ids))

	_, err := task.Parse("naïve")
	var unknown *corpus.UnknownTokenError
	fmt.Println(errors.As(err, &unknown), unknown.Text)
	// Output:
	// [23 16 20 17 14 14] unroll
	// true ï
}

func ExampleBatch() {
	b := corpus.NewBatch(2, 10, 11)
	b.Fill([]corpus.Pair{
		{Source: []int{3, 4, 5}, Target: []int{5, 4, 3}},
		{Source: []int{6, 7}, Target: []int{7, 6}},
	})
	for t := range b.T {
		fmt.Println(b.Input[t*b.Size:][:b.Size], b.Label[t*b.Size:][:b.Size])
	}
	// Output:
	// [1 1] [5 7]
	// [5 7] [4 6]
	// [4 6] [3 2]
	// [3 0] [2 0]
}

package decode_test

import (
	"fmt"
	"math"

	"unroll/core/corpus"
	"unroll/core/decode"
	"unroll/core/kernel"
	"unroll/core/model"
	"unroll/core/token"
)

// grammar is how probable each word is after another.
var grammar = map[string]map[string]float64{
	"⟨start⟩": {"the": 0.6, "a": 0.4},
	"the":     {"cat": 0.35, "dog": 0.35, "bird": 0.3},
	"a":       {"cat": 0.05, "dog": 0.9, "bird": 0.05},
	"cat":     {"⟨end⟩": 1},
	"dog":     {"⟨end⟩": 1},
	"bird":    {"⟨end⟩": 1},
}

// speaker is a model that speaks by the grammar, whatever it reads: its state is the last word, one number
// each, of which the output layer has the logarithms.
func speaker() (*decode.Decoder, *corpus.Vocabulary) {
	source := corpus.NewVocabulary(token.Words{}, []string{"?"})
	words := corpus.NewVocabulary(token.Words{}, []string{"the", "a", "cat", "dog", "bird"})
	v := words.Len()
	m, err := model.New(kernel.Plain{}, model.Config{
		Architecture:     model.Architecture{Cell: "rnn", Embedding: v, Hidden: v},
		SourceVocabulary: source.Len(), TargetVocabulary: v, MaxSource: 1, MaxTarget: 4, MaxBatch: 4,
	})
	if err != nil {
		panic(err)
	}
	embedding, in, out := m.Params.Find("emb_tgt").Value, m.Params.Find("dec.l0.w_ih").Value, m.Params.Find("out.w").Value
	for last, text := range words.Texts() {
		embedding[last*v+last], in[last*v+last] = 20, 1 // tanh 20 = 1
		for next, word := range words.Texts() {
			out[next*v+last] = float32(math.Log(grammar[text][word] + 1e-12))
		}
	}
	return decode.New(m, source, words), words
}

// The greedy decoder takes "the", which is the more probable first word, and has no good noun for it.
func Example() {
	decoder, words := speaker()
	for _, o := range []decode.Options{{Method: "greedy"}, {Method: "beam", Width: 2, Best: 2}} {
		found, err := decoder.Decode([]int{3}, o)
		if err != nil {
			panic(err)
		}
		for _, h := range found.Hypotheses {
			fmt.Printf("%-7s %-8s %.2f\n", o.Method, words.Join(h.IDs), math.Exp(h.LogProb))
		}
	}
	// Output:
	// greedy  the cat  0.21
	// beam    a dog    0.36
	// beam    the cat  0.21
}

// The tree of a beam search, step by step: what was kept and what just missed.
func Example_tree() {
	decoder, _ := speaker()
	found, err := decoder.Decode([]int{3}, decode.Options{Method: "beam", Width: 2})
	if err != nil {
		panic(err)
	}
	tree := found.Tree
	for i, step := range tree.Steps {
		fmt.Printf("step %d: the best %d of %d\n", i, step.To-step.From, step.Considered)
		for _, node := range tree.Nodes[step.From:step.To] {
			if p := math.Exp(node.Sum); p > 0.001 {
				fmt.Printf("  %-3s %-5s %.2f %s\n", tree.Nodes[node.Parent].Token.Text, node.Token.Text, p, node.Fate)
			}
		}
	}
	fmt.Println(tree.Stopped)
	// Output:
	// step 0: the best 4 of 8
	//   ⟨start⟩ the   0.60 expanded
	//   ⟨start⟩ a     0.40 expanded
	// step 1: the best 4 of 16
	//   a   dog   0.36 expanded
	//   the cat   0.21 expanded
	//   the dog   0.21 pruned
	//   the bird  0.18 pruned
	// step 2: the best 4 of 16
	//   dog ⟨end⟩ 0.36 finished
	//   cat ⟨end⟩ 0.21 finished
	// empty
}

// How probable is a sentence that is given?
func ExampleDecoder_Force() {
	decoder, words := speaker()
	the, _ := words.ID("the")
	dog, _ := words.ID("dog")
	forced, err := decoder.Force([]int{3}, []int{the, dog})
	if err != nil {
		panic(err)
	}
	for _, p := range forced.LogProbs {
		fmt.Printf("%.2f ", math.Exp(p))
	}
	fmt.Printf("→ %.2f\n", math.Exp(forced.LogProb))
	// Output: 0.60 0.35 1.00 → 0.21
}

// Each sentence is drawn as often as it is probable.
func Example_sampling() {
	decoder, words := speaker()
	count := map[string]int{}
	for seed := range uint64(1000) {
		drawn, err := decoder.Decode([]int{3}, decode.Options{Method: "sample", Seed: seed})
		if err != nil {
			panic(err)
		}
		count[words.Join(drawn.Hypotheses[0].IDs)]++
	}
	fmt.Println("a dog:", count["a dog"], "the cat:", count["the cat"], "a bird:", count["a bird"])
	// Output: a dog: 376 the cat: 201 a bird: 16
}

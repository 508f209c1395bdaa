package main

// work is one piece of work that the peers define, and who is worth racing at it.
type work struct {
	name, what string
	peers      []string
	form       string  // of PyTorch's script: fused, by hand, is the faster one and knows the GRU alone
	torch      []torch // what the peers' description gives
}

const (
	gates        = "tfjs-gates-wasm"    // TensorFlow.js, its backward written and fused by hand
	gatesThreads = "tfjs-gates-wasm-mt" // the same with two threads
	tape         = "tfjs-tape-wasm"     // TensorFlow.js as its documentation shows
	vanilla      = "vanilla-js"         // plain JavaScript
)

var works = []work{
	{"W1", "GRU, Luong's general attention; vocabulary 29, embedding 64, hidden 128; batch 64 of lengths 4–10",
		[]string{gates, gatesThreads, tape, vanilla}, "fused", []torch{{Threads: 1, Milliseconds: 9.2, Greedy: 0.85}, {Threads: 2, Milliseconds: 7.5}}},
	{"W2", "LSTM, no attention; the sizes of W1",
		[]string{gates, gatesThreads, tape}, "nn", []torch{{Threads: 1, Milliseconds: 10.4}, {Threads: 2, Milliseconds: 9.1}}},
	{"W3", "GRU, Luong's general attention; vocabulary 1000, embedding 128, hidden 256; batch 64 of lengths 8–20",
		[]string{gates, gatesThreads}, "fused", []torch{{Threads: 1, Milliseconds: 57}, {Threads: 2, Milliseconds: 42.7}}},
}

// contestant is one of ours: the same program and adapter, by the options that the adapter takes.
type contestant struct {
	ID     string  `json:"id"`
	Module string  `json:"module"`
	Opts   rawJSON `json:"opts"`
	Exact  bool    `json:"exact"` // its losses are held against the reference
}

// rawJSON is JSON that goes through as it is.
type rawJSON string

func (r rawJSON) MarshalJSON() ([]byte, error) { return []byte(r), nil }

// alone and both are our contestants, by the number of workers that compute.
const alone, both = "unroll", "unroll-2"

var ours = []contestant{{ID: alone, Opts: "{}"}, {ID: both, Opts: `{"workers":2}`}}

// seeds are the first weights' seeds, the work's own first and then those that PyTorch's runs take.
func seeds(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = 1000 + 2*i
	}
	out[0] = 3
	return out
}

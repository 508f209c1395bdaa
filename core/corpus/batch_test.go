package corpus

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestBatch(t *testing.T) {
	b := NewBatch(3, 4, 4)
	b.Fill([]Pair{
		{Source: []int{3, 4, 5}, Target: []int{5, 4, 3}},
		{Source: []int{6}, Target: []int{6}},
	})
	want := Batch{
		Size: 2, S: 3, T: 4, Tokens: 6,
		Source: []int32{
			3, 6,
			4, Pad,
			5, Pad},
		SourceLength: []int{3, 1},
		Input: []int32{
			Start, Start,
			5, 6,
			4, Pad,
			3, Pad},
		Label: []int32{
			5, 6,
			4, End,
			3, Pad,
			End, Pad},
		TargetLength: []int{4, 2},
	}
	check := func() {
		t.Helper()
		if b.Size != want.Size || b.S != want.S || b.T != want.T || b.Tokens != want.Tokens ||
			!slices.Equal(b.Source, want.Source) || !slices.Equal(b.SourceLength, want.SourceLength) ||
			!slices.Equal(b.Input, want.Input) || !slices.Equal(b.Label, want.Label) || !slices.Equal(b.TargetLength, want.TargetLength) {
			t.Errorf("the batch is\n%+v\nwant\n%+v", *b, want)
		}
	}
	check()

	// A larger batch in the same room, then the first again: nothing of one is left in the other.
	b.Fill([]Pair{
		{Source: []int{9, 9, 9, 9}, Target: []int{9, 9, 9}},
		{Source: []int{9, 9, 9, 9}, Target: []int{9, 9, 9}},
		{Source: []int{9, 9, 9, 9}, Target: []int{9, 9, 9}},
	})
	b.Fill([]Pair{{Source: []int{3, 4, 5}, Target: []int{5, 4, 3}}, {Source: []int{6}, Target: []int{6}}})
	check()

	// A target may be empty: the decoder says End at once.
	b.Fill([]Pair{{Source: []int{7}}})
	want = Batch{Size: 1, S: 1, T: 1, Tokens: 1, Source: []int32{7}, SourceLength: []int{1},
		Input: []int32{Start}, Label: []int32{End}, TargetLength: []int{1}}
	check()
}

// What is not padding is the pairs, for any of them.
func TestBatchHoldsThePairs(t *testing.T) {
	for _, name := range Names() {
		task := task(t, name, Options{})
		r := rand.New(rand.NewPCG(17, 18))
		b := NewBatch(64, task.MaxSource(), task.MaxTarget())
		for range 50 {
			pairs := make([]Pair, 1+r.IntN(64))
			for i := range pairs {
				pairs[i] = task.Draw(r)
			}
			b.Fill(pairs)
			tokens := 0
			for row, p := range pairs {
				for s := range b.S {
					want := int32(Pad)
					if s < len(p.Source) {
						want = int32(p.Source[s])
					}
					if b.Source[s*b.Size+row] != want {
						t.Fatalf("source %d of row %d is %d, want %d", s, row, b.Source[s*b.Size+row], want)
					}
				}
				input, label := append([]int{Start}, p.Target...), append(slices.Clone(p.Target), End)
				for s := range b.T {
					var in, out int32
					if s < len(input) {
						in, out = int32(input[s]), int32(label[s])
						tokens++
					}
					if b.Input[s*b.Size+row] != in || b.Label[s*b.Size+row] != out {
						t.Fatalf("target %d of row %d is wrong", s, row)
					}
				}
				if b.SourceLength[row] != len(p.Source) || b.TargetLength[row] != len(label) {
					t.Fatalf("row %d has the lengths %d and %d", row, b.SourceLength[row], b.TargetLength[row])
				}
			}
			if b.Tokens != tokens {
				t.Fatalf("%d tokens, want %d", b.Tokens, tokens)
			}
		}
	}
}

func TestFillAllocatesNothing(t *testing.T) {
	task := task(t, "dates", Options{})
	r := rand.New(rand.NewPCG(19, 20))
	pairs := make([]Pair, 64)
	b := NewBatch(len(pairs), task.MaxSource(), task.MaxTarget())
	for i := range pairs {
		pairs[i] = task.Draw(r)
	}
	if n := testing.AllocsPerRun(100, func() { b.Fill(pairs) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestBatchPanics(t *testing.T) {
	b := NewBatch(1, 2, 2)
	one := Pair{Source: []int{3}, Target: []int{3}}
	for name, f := range map[string]func(){
		"no room":         func() { NewBatch(0, 1, 1) },
		"no pair":         func() { b.Fill(nil) },
		"too many":        func() { b.Fill([]Pair{one, one}) },
		"no source":       func() { b.Fill([]Pair{{}}) },
		"too long":        func() { b.Fill([]Pair{{Source: []int{3, 3, 3}}}) },
		"target too long": func() { b.Fill([]Pair{{Source: []int{3}, Target: []int{3, 3}}}) },
	} {
		if !panics(f) {
			t.Errorf("%s: it did not panic", name)
		}
	}
}

package corpus

import "fmt"

// Batch is a number of pairs side by side, in the form that training reads: time-major, so that the
// tokens of one time step are together, and padded with Pad to the longest of these pairs.
//
// Row b of time step s is Source[s*Size+b]. The decoder reads Input and should say Label:
//
//	Input  Start y₁ … yₙ
//	Label  y₁ … yₙ End
//
// All slices are cut from buffers made once by NewBatch and are overwritten by the next Fill.
type Batch struct {
	Size         int     // B, the pairs of this batch: as many as Fill was given
	S, T         int     // the longest source and, End counted, the longest target among them
	Source       []int32 // [S][B]
	SourceLength []int   // [B]
	Input, Label []int32 // [T][B]
	TargetLength []int   // [B], End counted
	Tokens       int     // labels that are not Pad: the sum of TargetLength
	// Whole is the Tokens of the batch that this one is a part of; 0, as Fill leaves it, if it is none.
	Whole int

	size, maxSource, maxTarget int
}

// NewBatch makes room for up to size pairs of up to maxSource source tokens, and up to maxTarget
// target tokens with End counted, as Task.MaxSource and Task.MaxTarget give them.
func NewBatch(size, maxSource, maxTarget int) *Batch {
	if size < 1 || maxSource < 1 || maxTarget < 1 {
		panic(fmt.Sprintf("corpus: a batch of [%d][%d] sources and [%d][%d] targets", maxSource, size, maxTarget, size))
	}
	return &Batch{
		Source:       make([]int32, 0, maxSource*size),
		SourceLength: make([]int, 0, size),
		Input:        make([]int32, 0, maxTarget*size),
		Label:        make([]int32, 0, maxTarget*size),
		TargetLength: make([]int, 0, size),
		size:         size,
		maxSource:    maxSource,
		maxTarget:    maxTarget,
	}
}

// Divisor is how many tokens a mean over the batch is divided by. Those of a part are the whole's, so that
// the parts' losses and gradients add up to its own.
func (b *Batch) Divisor() int {
	if b.Whole > 0 {
		return b.Whole
	}
	return b.Tokens
}

// Fill makes b the batch of these pairs. It allocates nothing. It panics if there is no pair or
// more than there is room for, and if a pair has no source or one longer than there is room for.
func (b *Batch) Fill(pairs []Pair) {
	if len(pairs) == 0 || len(pairs) > b.size {
		panic(fmt.Sprintf("corpus: %d pairs for a batch of 1 to %d", len(pairs), b.size))
	}
	b.Size, b.S, b.T, b.Tokens, b.Whole = len(pairs), 0, 0, 0, 0
	b.SourceLength, b.TargetLength = b.SourceLength[:0], b.TargetLength[:0]
	for i, p := range pairs {
		s, t := len(p.Source), len(p.Target)+1
		if s == 0 || s > b.maxSource || t > b.maxTarget {
			panic(fmt.Sprintf("corpus: pair %d has %d source and, with End, %d target tokens; a batch takes 1 to %d and 1 to %d",
				i, s, t, b.maxSource, b.maxTarget))
		}
		b.SourceLength = append(b.SourceLength, s)
		b.TargetLength = append(b.TargetLength, t)
		b.S, b.T = max(b.S, s), max(b.T, t)
		b.Tokens += t
	}

	b.Source = b.Source[:b.S*b.Size]
	b.Input = b.Input[:b.T*b.Size]
	b.Label = b.Label[:b.T*b.Size]
	clear(b.Source) // Pad is zero
	clear(b.Input)
	clear(b.Label)
	for row, p := range pairs {
		for s, id := range p.Source {
			b.Source[s*b.Size+row] = int32(id)
		}
		b.Input[row] = Start
		for t, id := range p.Target {
			b.Input[(t+1)*b.Size+row] = int32(id)
			b.Label[t*b.Size+row] = int32(id)
		}
		b.Label[len(p.Target)*b.Size+row] = End
	}
}

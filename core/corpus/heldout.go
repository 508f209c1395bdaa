package corpus

import "math/rand/v2"

// The class of pairs that training never sees.

const (
	// share: one in this many keys is held out.
	share = 16

	// salt is where the hash begins, for a task that has none of its own. It is chosen so that two of
	// the single letters are held out, and the examples of reverse and dates with default options.
	// Changing it turns every model trained before into one that may have seen its own examination.
	// The tasks' own salts are chosen for the sake of their examples, too.
	salt = 1047

	// patience is how many draws in a row HeldOut makes without finding anything new before it
	// takes the class for exhausted. The chance to give up while one pair in a thousand draws is
	// still to be found is about e⁻¹⁶.
	patience = 16384
)

// heldOut reports whether pairs with this key are kept from training.
func heldOut(salt uint64, key []int) bool { return hash(salt, key)%share == 0 }

// hash is FNV-1a over the key, finished with the mixing of SplitMix64 so that all of its bits are worth
// taking.
func hash(salt uint64, key []int) uint64 {
	h := salt
	for _, n := range key {
		h = (h ^ uint64(n)) * 0x100000001b3
	}
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// HeldOut returns n distinct pairs, always the same ones in the same order, none of which Draw can
// give. They are drawn as the training pairs are, so all lengths and ways of writing are among them.
// HeldOut(10) is the beginning of HeldOut(500).
//
// Where the task cannot say enough, there are fewer: of the 26 strings of one letter one or two are
// held out, of the 676 of two letters about 42.
//
// It draws about 16 pairs for each that it returns; callers that need them often keep them.
func (t *Task) HeldOut(n int) []Pair {
	if l, ok := t.rule.(*list); ok {
		return l.heldOut[:min(n, len(l.heldOut))]
	}
	r := rand.New(rand.NewPCG(1, 1))
	pairs := make([]Pair, 0, n)
	seen := make(map[string]bool, n)
	var p Pair
	for idle := 0; len(pairs) < n && idle < patience; idle++ {
		p.Source, p.Target = p.Source[:0], p.Target[:0]
		t.draw(r, &p)
		if !t.held(&p) {
			continue
		}
		source := t.source.Join(p.Source)
		if seen[source] {
			continue
		}
		seen[source] = true
		pairs = append(pairs, Pair{
			Source: append([]int(nil), p.Source...),
			Target: append([]int(nil), p.Target...),
		})
		idle = 0
	}
	return pairs
}

package measure

// grams counts the n-grams that two sentences have in common. It works order by order: an n-gram is
// the (n−1)-gram that it begins with, by name, and its last word, which together fit into one number.
// So n-grams are compared as numbers, exactly, whatever their length; no string is ever built.
type grams struct {
	slots     []slot
	round     uint32   // the slots of earlier rounds are empty
	shift     int      // how far a hash is shifted to be the index of a slot
	out, want []uint32 // [i] names the n-gram of the order before that begins at token i
}

// slot holds one n-gram of the reference; its index is the n-gram's name.
type slot struct {
	gram  uint64 // name of the (n−1)-gram, last word
	round uint32
	left  int32 // how many of it are not matched yet
}

// nothing names the n-grams that the reference has not got.
const nothing = ^uint32(0)

// overlap counts two sentences of tokens, given as numbers that are equal where the tokens are.
func (g *grams) overlap(out, reference []uint32) Overlap {
	o := Overlap{Output: len(out), Reference: len(reference)}
	g.out, g.want = blank(g.out, len(out)), blank(g.want, len(reference))
	for n := range Order { // n-grams of n+1 tokens
		g.begin(len(reference) - n)
		for i := n; i < len(reference); i++ {
			name := g.find(g.want[i-n], reference[i])
			s := &g.slots[name]
			if s.round != g.round {
				*s = slot{gram: join(g.want[i-n], reference[i]), round: g.round}
			}
			s.left++
			g.want[i-n] = name
		}
		o.Totals[n] = max(0, len(out)-n)
		for i := n; i < len(out); i++ {
			if g.out[i-n] == nothing {
				continue
			}
			name := g.find(g.out[i-n], out[i])
			s := &g.slots[name]
			if s.round != g.round {
				g.out[i-n] = nothing // and nothing longer that begins here
				continue
			}
			g.out[i-n] = name
			if s.left > 0 {
				s.left--
				o.Matches[n]++
			}
		}
	}
	return o
}

// begin empties the table and makes room for n different n-grams, leaving half of it free.
func (g *grams) begin(n int) {
	g.round++
	size := 8
	g.shift = 64 - 3
	for size < 2*n {
		size *= 2
		g.shift--
	}
	if size > len(g.slots) || g.round == 0 {
		g.slots, g.round = make([]slot, max(size, len(g.slots))), 1
	}
}

// find returns where this n-gram is, or the empty slot where it would be: open addressing, the next
// slot tried where one is taken.
func (g *grams) find(name, word uint32) uint32 {
	gram := join(name, word)
	mask := uint64(1)<<(64-g.shift) - 1
	i := gram * 0x9e3779b97f4a7c15 >> g.shift // Fibonacci hashing (Knuth, vol. 3, §6.4)
	for g.slots[i].round == g.round && g.slots[i].gram != gram {
		i = (i + 1) & mask
	}
	return uint32(i)
}

func join(name, word uint32) uint64 { return uint64(name)<<32 | uint64(word) }

// blank is n zeros, in x's room where it is large enough.
func blank(x []uint32, n int) []uint32 {
	if cap(x) < n {
		return make([]uint32, n)
	}
	x = x[:n]
	clear(x)
	return x
}

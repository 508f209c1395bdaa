// Package strconv has a file in the place of one of the library's internal/strconv: the table of powers of
// ten that numbers are read and written by. As a list it is 11 KB that do not compress; computed it takes
// some tenths of a millisecond when the program begins.
package strconv

// The powers of ten in the table.
const (
	pow10Min = -348
	pow10Max = 347
)

// pow10Tab has of each power its first 128 bits, the highest of which is set.
var pow10Tab [pow10Max - pow10Min + 1]uint128

func init() {
	var n wide
	n[0] = 1
	for e := 0; e <= pow10Max; e++ {
		pow10Tab[e-pow10Min] = n.first()
		n.multiply()
	}
	// Below one: 1 is 2^1312, which leaves 128 bits of the last. What a division drops, the next would too.
	n = wide{}
	n[len(n)-1] = 1
	for e := -1; e >= pow10Min; e-- {
		n.divide()
		pow10Tab[e-pow10Min] = n.first()
	}
}

// wide is a whole number in base 2^32, its lowest digit first.
type wide [42]uint32

// multiply multiplies it by ten.
func (n *wide) multiply() {
	carry := uint64(0)
	for i, d := range n {
		carry += 10 * uint64(d)
		n[i] = uint32(carry)
		carry >>= 32
	}
}

// divide divides it by ten and drops the rest.
func (n *wide) divide() {
	rest := uint64(0)
	for i := len(n) - 1; i >= 0; i-- {
		rest = rest<<32 | uint64(n[i])
		n[i] = uint32(rest / 10)
		rest %= 10
	}
}

// first are its first 128 bits.
func (n *wide) first() uint128 {
	top := len(n) - 1
	for n[top] == 0 {
		top--
	}
	shift := 0
	for n[top]<<shift>>31 == 0 {
		shift++
	}
	var words [4]uint64
	for i := range words {
		if at := top - i; at >= 0 {
			words[i] = uint64(n[at]) << shift
		}
		if at := top - i - 1; at >= 0 {
			words[i] |= uint64(n[at]) << shift >> 32
		}
		words[i] &= 1<<32 - 1
	}
	return uint128{words[0]<<32 | words[1], words[2]<<32 | words[3]}
}

package corpus

import "math/rand/v2"

// What the tasks about numbers have in common.

const (
	digits     = "0123456789"
	firstDigit = firstText // the id of 0, where a vocabulary begins with the digits
)

// drawNumber draws a number of 0 to most. It is below a hundred, below a thousand and so on up to
// most, each with equal chance: were it simply uniform, of the numbers up to 999 999 only one in
// ten thousand would have two digits, and a model would never learn to say them.
func drawNumber(r *rand.Rand, most int) int {
	limits := 1
	for n := 100; n <= most; n *= 10 {
		limits++
	}
	limit := 100
	for range r.IntN(limits) {
		limit *= 10
	}
	return r.IntN(min(limit, most+1))
}

// putDigits puts the ids of n's decimal digits to a side.
func putDigits(side *[]int, n int) {
	if n >= 10 {
		putDigits(side, n/10)
	}
	put(side, firstDigit+n%10)
}

// readDigits is the number whose digits ids begins with, and the ids after it.
func readDigits(ids []int) (n int, rest []int) {
	for len(ids) > 0 && ids[0] < firstDigit+len(digits) {
		n = 10*n + ids[0] - firstDigit
		ids = ids[1:]
	}
	return n, ids
}

package measure

// EditDistance is the least number of insertions, deletions and substitutions of single tokens that
// make b of a (Levenshtein 1966). With d(i, j) the distance of the first i of a from the first j of b:
//
//	d(i, 0) = i    d(0, j) = j
//	d(i, j) = min(d(i−1, j) + 1, d(i, j−1) + 1, d(i−1, j−1) + [aᵢ ≠ bⱼ])
//
// The time is the product of the lengths, less what the two have in common at both ends.
func EditDistance(a, b []int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var room [128]int // on the stack: sentences are seldom longer
	row := room[:]
	if len(b) >= len(row) {
		row = make([]int, len(b)+1)
	}
	row = row[:len(b)+1] // d(i, ·), written over d(i−1, ·)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0] // d(i−1, j−1)
		row[0] = i + 1
		for j, y := range b {
			substituted := diagonal
			if x != y {
				substituted++
			}
			diagonal = row[j+1]
			row[j+1] = min(substituted, diagonal+1, row[j]+1)
		}
	}
	return row[len(b)]
}

package parts

import "strconv"

// Grid is 30 rows of 20 cells, for the benchmarks: 661 elements, of which each step changes some.
type Grid struct {
	Step    int // how often the grid has changed
	Changed int // how many cells change with a step
}

const rows, columns = 30, 20

func (c *Grid) Rows() []struct{}     { return make([]struct{}, rows) }
func (c *Grid) Columns() []struct{}  { return make([]struct{}, columns) }
func (c *Grid) Shift(row int) string { return "translate(0 " + strconv.Itoa(21*row) + ")" }
func (c *Grid) X(column int) int     { return 30 * column }

// Fill is another colour at each step for the first c.Changed cells.
func (c *Grid) Fill(row, column int) string {
	cell := row*columns + column
	level := cell % 200
	if cell < c.Changed {
		level = (cell + 7*c.Step) % 200
	}
	return "rgb(" + strconv.Itoa(level) + "," + strconv.Itoa(level) + ",99)"
}

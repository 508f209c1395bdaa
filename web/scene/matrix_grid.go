package scene

import "math"

// grid is where everything of the alignment matrix stands. Where the source is too long for the
// width, its columns go on in further bands below, each with all the rows.
type grid struct {
	width, margin float64
	left          float64 // where the titles begin
	header        float64 // the room for the words beside the rows
	columnsX      float64 // where the first column begins
	cellW, cellH  float64
	bands         []band
	outer         frame
}

// band is the columns first … last−1 and the y of its first row.
type band struct {
	first, last int
	y           float64
}

const (
	columnLeast, columnMost = 20.0, 84.0 // as words need it
	columnWide              = 60.0       // as wide as it gets without need
	rowLow, rowHigh         = 22.0, 40.0
	headRoom                = 44.0 // the words over the columns
)

func newGrid(width, top float64, sources, outputs []string, axis string) *grid {
	g := &grid{width: width, margin: 14}
	if width < 600 {
		g.margin = 8
	}
	g.header = math.Max(math.Min(widest(outputs)+12, 100), textWidth(axis, type1, false, false)+12)
	room := width - 2*g.margin - g.header - 12
	least := math.Min(math.Max(widest(sources)+8, columnLeast), columnMost)
	n := len(sources)
	bands := int(math.Ceil(float64(n) / math.Max(math.Floor(room/least), 1)))
	each := even(n, bands)
	g.cellW = math.Min(math.Floor(room/float64(each)), math.Max(least, columnWide))
	g.cellH = math.Min(math.Max(g.cellW*.75, rowLow), rowHigh)

	// A narrow matrix stands in the middle, in a frame that still has room for the titles.
	inner := math.Max(g.header+12+float64(each)*g.cellW, math.Min(300, width-2*g.margin))
	x := math.Floor((width - inner) / 2)
	g.left, g.columnsX = x, x+g.header
	y := top
	for first := 0; first < n; first += each {
		y += headRoom
		g.bands = append(g.bands, band{first, min(first+each, n), y})
		y += float64(len(outputs))*g.cellH + 8
	}
	g.outer = frame{x - g.margin + .75, .75, inner + 2*g.margin - 1.5, y + g.margin - 8}
	return g
}

// widest is the width of the widest of the words, as the matrix writes them.
func widest(texts []string) float64 {
	w := 0.0
	for _, t := range texts {
		w = math.Max(w, textWidth(t, 13, true, false))
	}
	return w
}

// columnX is where the i-th column of a band begins.
func (g *grid) columnX(i int) float64 { return g.columnsX + float64(i)*g.cellW }

// printed reports whether a cell has room for its number; where not, the hint alone gives it.
func (g *grid) printed() bool { return g.cellW >= textWidth("0.00", type1, false, true)+4 }

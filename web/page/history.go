package page

// historyLimit bounds the points of a curve: more could not be told apart on a screen.
const historyLimit = 240

// Point is one measured value.
type Point struct {
	Step  int
	Value float64
}

// History is a curve that grows for ever in bounded room. When it is full, every two neighbours
// become their mean, and from then on so many more values make a point.
type History struct {
	points []Point
	each   int // values that make a point; 0 is 1
	sum    float64
	summed int // values in sum
}

// Add appends a value. Steps never go back; a history of another run begins with Reset.
func (h *History) Add(step int, value float64) {
	if h.each == 0 {
		h.each = 1
	}
	h.sum += value
	h.summed++
	if h.summed < h.each {
		return
	}
	h.points = append(h.points, Point{step, h.sum / float64(h.summed)})
	h.sum, h.summed = 0, 0
	if len(h.points) == historyLimit {
		h.halve()
	}
}

// halve merges neighbours. The first point stays, since a curve's beginning is part of its story,
// and so does the last.
func (h *History) halve() {
	half := h.points[:1]
	for i := 1; i+1 < len(h.points); i += 2 {
		a, b := h.points[i], h.points[i+1]
		half = append(half, Point{b.Step, (a.Value + b.Value) / 2})
	}
	if len(h.points)%2 == 0 {
		half = append(half, h.points[len(h.points)-1])
	}
	h.points = half
	h.each *= 2
}

// Reset empties the curve.
func (h *History) Reset() { *h = History{points: h.points[:0]} }

// Points are the values to draw, at most historyLimit.
func (h *History) Points() []Point { return h.points }

// Last is the newest point; ok is false for an empty curve.
func (h *History) Last() (p Point, ok bool) {
	if len(h.points) == 0 {
		return p, false
	}
	return h.points[len(h.points)-1], true
}

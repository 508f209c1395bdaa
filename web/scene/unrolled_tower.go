package scene

import "math"

// tower is the cells of one time step, one above the other, and the ways past them. It is the same
// at every step of the encoder, and of the decoder. Its y count down from the slot's, its x from the
// slot's to the right.
type tower struct {
	floors  []floor // lowest first
	storeys []storey
	height  float64 // from the highest cell's head to the lowest cell's foot
	spine   float64 // the x of the way up through the middle of the cells
	feed    float64 // the x of the way down on which what attention found comes to be read
	around  float64 // the x of the way round a cell to what adds its input
	beside  float64 // the x of the way past a cell that reads backwards
	turn    float64 // how far over a row's top the first of the lines runs that come round to it
	reach   float64 // how far left of the column vectors stand, with their names
}

// floor is one cell of a tower.
type floor struct {
	index int  // its place among the floors
	layer int  // 0 is the lowest
	back  bool // it reads from the end, so that states are handed to the left
	y     float64
	x, w  float64
}

// storey is what a layer's one or two cells say, on its way up from them.
type storey struct {
	head  float64 // of the highest cell
	foot  float64 // of the lowest cell
	joint float64 // where both directions come together, if there are two
	plus  float64 // where the layer's input is added, if it is
	exit  float64 // where the way up goes on
	adds  bool
}

const (
	plusRadius = 5.0
	jointRise  = 11.0 // of a joint over the cells below it
	plusRise   = 11.0 // of a plus over what is below it
	storeyRise = 25.0 // from where a layer's way up goes on to the next layer's foot
	innerRise  = 26.0 // from the one direction's cell to the other's
	footJoin   = 12.0 // how far under a foot what else is read comes to the way up
)

// newTower lays out the cells of a step: of both directions, or fed by what attention found.
func (p *plan) newTower(both, fed bool) tower {
	t := tower{around: passing / 2}
	left, right := 0.0, 0.0
	if fed {
		t.feed = passing / 2
		t.around += passing
		left += passing
	}
	if both || p.residual {
		left += passing
	}
	if both {
		right = passing
		t.beside = p.boxWidth - passing/2
		t.reach = p.stripGap() + p.breadth + p.nameReach()
	}
	t.spine = left + (p.boxWidth-left)/2

	// From the bottom up; a storey's y are first negative, as the lowest foot is at 0.
	y := 0.0
	for k := range p.layers {
		s := storey{foot: y, adds: p.residual && k > 0}
		t.add(floor{layer: k, y: y - p.boxHeight(), x: left, w: p.boxWidth - left})
		y -= p.boxHeight()
		if both {
			y -= innerRise + p.boxHeight()
			back := floor{layer: k, back: true, y: y, w: p.boxWidth - right}
			if s.adds {
				back.x, back.w = left, p.boxWidth-left-right
			}
			t.add(back)
		}
		s.head, s.exit = y, y-3
		if both {
			s.joint = s.exit - jointRise + 3
			s.exit = s.joint - 1
		}
		if s.adds {
			s.plus = s.exit - plusRise
			s.exit = s.plus - plusRadius
		}
		t.storeys = append(t.storeys, s)
		y = s.exit - storeyRise
	}
	t.height = -t.storeys[len(t.storeys)-1].head
	for i := range t.floors {
		t.floors[i].y += t.height
	}
	for i := range t.storeys {
		s := &t.storeys[i]
		for _, v := range []*float64{&s.head, &s.foot, &s.joint, &s.plus, &s.exit} {
			*v += t.height
		}
	}
	return t
}

func (t *tower) add(f floor) {
	f.index = len(t.floors)
	t.floors = append(t.floors, f)
}

// top is the highest storey.
func (t *tower) top() *storey { return &t.storeys[len(t.storeys)-1] }

// rise is how far over the highest cell the way up goes on.
func (t *tower) rise() float64 { return math.Max(-t.top().exit-3, 0) }

// floor is the floor of a layer, read backwards or not.
//
//go:noinline
func (t *tower) floor(layer int, back bool) *floor {
	for i := range t.floors {
		if f := &t.floors[i]; f.layer == layer && f.back == back {
			return f
		}
	}
	return nil
}

// slot is one time step's place: the left edge of its column and the head of its highest cell.
type slot struct {
	*tower
	x, y        float64
	row         int
	first, last bool    // of its row
	top         float64 // of its row, words and all
}

// middle is the x of the way up through a slot's cells, foot the y of the lowest cell's lower edge.
func (s *slot) middle() float64 { return s.x + s.spine }
func (s *slot) foot() float64   { return s.y + s.height }

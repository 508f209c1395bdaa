package scene

// shapesMost is about how many shapes a picture may have: what a browser redraws at ease while a
// reader drags the timeline.
const shapesMost = 1500

// fold settles how many of a vector's numbers are shown: all of a short one, else so few that the
// picture stays low and within its shapes. Nothing is folded to save a single cell. Where even that
// does not make room, vectors go without their names.
func (p *plan) fold(sources, targets int) {
	most := 8
	switch {
	case !p.wide || sources+targets > 20:
		most = 4
	case p.lanes > 1:
		most = 5
	}
	switch floors := p.layers * p.ways(); {
	case floors > 3:
		most = int(pick(p.wide, 3, 2))
	case floors > 1:
		most = min(most, int(pick(p.wide, 5, 3)))
	}
	for p.shown = most; p.shown > 1 && p.shapes(sources, targets) > shapesMost; p.shown-- {
		if p.shown <= 2 && !p.terse {
			p.terse, p.shown = true, most+1
		}
	}
	if p.hidden <= p.shown+1 {
		p.shown = p.hidden
	}
}

// shapes is about how many shapes a picture of so many steps has.
func (p *plan) shapes(sources, targets int) int {
	cell := 3 + p.lanes*(p.shown+1) // box, arrows, cells and a torn edge for each vector
	if !p.terse {
		cell += 1 + p.lanes
	}
	reading, saying := 5+p.layers*p.ways()*cell, 12+p.shown+p.layers*cell
	if p.outs {
		reading += p.ways() * (p.shown + 1)
	}
	return sources*reading + targets*saying
}

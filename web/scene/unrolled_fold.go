package scene

// shapesMost is about how many shapes a picture may have: what a browser redraws at ease while a
// reader drags the timeline.
const shapesMost = 1500

// fold settles how many of a vector's numbers are shown: all of a short one, else so few that the
// picture stays low and within its shapes. Nothing is folded to save a single cell. Where even few
// numbers do not make room, vectors go without their names, and an LSTM's cell state is folded away.
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
	for _, spared := range []struct{ names, memory bool }{{false, false}, {true, false}, {true, true}} {
		p.terse = spared.names
		if spared.memory {
			p.lanes = 1
		}
		for p.shown = most; p.shown > 1 && p.shapes(sources, targets) > shapesMost; p.shown-- {
		}
		if p.shapes(sources, targets) <= shapesMost {
			break
		}
	}
	if p.hidden <= p.shown+1 {
		p.shown = p.hidden
	}
}

// shapes is about how many shapes a picture of so many steps has.
func (p *plan) shapes(sources, targets int) int {
	vector := p.shown + 1 // with its torn edge
	if !p.terse {
		vector += 2 // its name, and the arrow on which it is handed on
	}
	cell := 3 + p.lanes*vector
	storey := 0 // what joins a layer's cells and its input
	if p.both {
		storey = 2
	}
	if p.residual {
		storey += 3
	}
	lying := p.shown + 2
	reading, saying := 5+p.layers*(p.ways()*cell+storey), 12+p.layers*(cell+storey)
	if p.attending {
		reading += 3
		saying += p.ways() * lying
	}
	if p.outs {
		reading += p.ways() * lying
	}
	if p.fed {
		saying += lying
	}
	return sources*reading + targets*saying
}

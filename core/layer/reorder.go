package layer

// Reorder has row i go on, after step t, from where row parent[i] stands: what a beam search does when it
// keeps some hypotheses twice and others not at all.
func (s *Stack) Reorder(t int, parent []int) {
	for _, f := range s.floors {
		for _, r := range f.ways {
			r.room = reorder(r.room, r.H(t), r.Hidden, parent)
			if c := r.C(t); c != nil {
				r.room = reorder(r.room, c, r.Hidden, parent)
			}
		}
	}
}

// Reorder is a Stack's for what the next step is fed.
func (a *Attentional) Reorder(t int, parent []int) {
	a.room = reorder(a.room, at(a.Out(), t, a.b*a.hidden), a.hidden, parent)
}

// reorder gives row i of x, which is width long, what row parent[i] had. It returns the room that it took.
func reorder(room, x []float32, width int, parent []int) []float32 {
	room = append(room[:0], x...)
	for i, p := range parent {
		copy(x[i*width:(i+1)*width], room[p*width:(p+1)*width])
	}
	return room
}

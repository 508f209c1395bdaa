package paint

import (
	"slices"

	"unroll/web/scene"
)

// order works out how one list of keyed things becomes another. It keeps its memory from one frame
// to the next.
type order struct {
	index map[string]int
	kept  []bool // of the old ones, whether it is still there
	stays []bool // of the new ones, whether it need not be moved
	tails []int  // for longest: the new index that ends the best run of each length
	links []int  // for longest: of each new index, the one before it in its best run
	now   []int  // the canvas as it is under way: new indices
}

// places appends, for each new shape, its index among the old ones, or −1. A shape that has changed
// its kind is a new one, since an element cannot change its tag. Keys that come twice match once.
func (o *order) places(dst []int, old, shapes []scene.Shape) []int {
	if o.index == nil {
		o.index = make(map[string]int, len(old))
	}
	clear(o.index)
	for i := range old {
		o.index[old[i].Key] = i
	}
	for i := range shapes {
		from, ok := o.index[shapes[i].Key]
		if ok && old[from].Kind == shapes[i].Kind {
			delete(o.index, shapes[i].Key)
		} else {
			from = -1
		}
		dst = append(dst, from)
	}
	return dst
}

// apply removes from the canvas what is gone, then goes from the last element to the first: what is
// new is inserted before its successor, and what is not part of the longest run that is in order
// already is moved there. No sequence of fewer moves does it.
func (o *order) apply(places []int, before int, shapes []scene.Shape, c Canvas) {
	o.kept = resized(o.kept, before)
	o.now = resized(o.now, before)
	for i, from := range places {
		if from >= 0 {
			o.kept[from], o.now[from] = true, i
		}
	}
	for i := before - 1; i >= 0; i-- {
		if !o.kept[i] {
			c.Remove(i)
			o.now = slices.Delete(o.now, i, i+1)
		}
	}
	o.longest(places)
	next := len(o.now) // where the successor of the element at hand is
	for i := len(places) - 1; i >= 0; i-- {
		switch {
		case places[i] < 0:
			c.Insert(next, tags[shapes[i].Kind])
			o.now = slices.Insert(o.now, next, i)
		case o.stays[i]:
			for next--; o.now[next] != i; next-- {
			}
		default:
			from := slices.Index(o.now, i)
			if from < next {
				next--
			}
			if from != next {
				c.Move(from, next)
			}
			o.now = slices.Insert(slices.Delete(o.now, from, from+1), next, i)
		}
	}
}

// longest marks the longest run of new indices whose old places rise (patience sorting).
func (o *order) longest(places []int) {
	o.stays = resized(o.stays, len(places))
	o.links = resized(o.links, len(places))
	o.tails = o.tails[:0]
	for i, from := range places {
		if from < 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(o.tails, from, func(t, from int) int { return places[t] - from })
		o.links[i] = -1
		if at > 0 {
			o.links[i] = o.tails[at-1]
		}
		if at == len(o.tails) {
			o.tails = append(o.tails, i)
		} else {
			o.tails[at] = i
		}
	}
	if len(o.tails) == 0 {
		return
	}
	for i := o.tails[len(o.tails)-1]; i >= 0; i = o.links[i] {
		o.stays[i] = true
	}
}

// resized is a slice of n zeros, in the memory that there is.
func resized[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

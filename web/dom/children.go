package dom

import (
	"slices"
	"strconv"
	"unsafe"
)

// children makes the items the children of parent. Equal ends are compared in place, which is all
// that most renders need; what remains in the middle is matched by identity, and of the nodes that
// are in both trees as few as possible are moved.
func (d *differ) children(parent *node, items []item) {
	old := parent.children
	first := 0
	for first < len(old) && first < len(items) && old[first].identity == items[first].identity {
		d.patch(old[first], items[first].v)
		first++
	}
	if first == len(old) && first == len(items) {
		return
	}
	oldEnd, end := len(old), len(items)
	for oldEnd > first && end > first && old[oldEnd-1].identity == items[end-1].identity {
		oldEnd, end = oldEnd-1, end-1
	}

	next := make([]*node, len(items))
	copy(next, old[:first])
	copy(next[end:], old[oldEnd:])
	from := d.match(old, first, oldEnd, items, end) // for each item of the middle, its place in old or -1
	for i, o := range from {
		if o >= 0 {
			next[first+i] = old[o]
			next[first+i].identity = items[first+i].identity // the owner may be another
			old[o] = nil
		}
	}
	for _, n := range old[first:oldEnd] {
		if n != nil {
			d.remove(n)
		}
	}
	parent.children = next
	for i := first; i < len(items); i++ {
		if next[i] == nil {
			next[i] = d.create(items[i])
		} else {
			d.patch(next[i], items[i].v)
		}
	}
	stay := longestIncreasing(from)
	for i := end - 1; i >= first; i-- { // from the end, so that the next sibling is in its place
		before := uint32(0)
		if i+1 < len(next) {
			before = next[i+1].number
		}
		switch {
		case from[i-first] < 0:
			d.op(opInsert, parent.number, next[i].number, before)
		case !stay[i-first]:
			d.op(opMove, parent.number, next[i].number, before)
		}
	}
}

// match finds for items[first:end] their places in old[first:oldEnd], -1 for those that are new.
func (d *differ) match(old []*node, first, oldEnd int, items []item, end int) []int {
	from := make([]int, end-first)
	for i := range from {
		from[i] = -1
	}
	d.duplicates(items)
	if first == oldEnd {
		return from
	}
	queue := make(map[identity][]int, oldEnd-first)
	for o := first; o < oldEnd; o++ {
		queue[old[o].identity] = append(queue[old[o].identity], o)
	}
	taken := make([]bool, oldEnd-first)
	for i := range from {
		id := items[first+i].identity
		if q := queue[id]; len(q) > 0 {
			from[i], queue[id] = q[0], q[1:]
			taken[q[0]-first] = true
		}
	}
	adopt(old, first, items, from, taken)
	return from
}

// adopt matches roots of components whose instance is another than in the last render. Vugu gives a
// nested component a new instance, or a cousin's, when a component before its parent comes or goes,
// and programs may build one afresh each time; the elements are still the same to the user. But
// where another instance of the same type kept its identity the type is in a keyed list, and there
// an instance that is new is a new thing.
func adopt(old []*node, first int, items []item, from []int, taken []bool) {
	kept := map[kind]bool{}
	for _, it := range items {
		if it.owner != nil && slices.ContainsFunc(old, func(n *node) bool { return n.owner == it.owner }) {
			kept[kindOf(it.owner)] = true
		}
	}
	next := 0
	for i := range from {
		it := items[first+i]
		if from[i] >= 0 || it.owner == nil || kept[kindOf(it.owner)] {
			continue
		}
		for o := next; o < len(taken); o++ {
			n := old[first+o]
			if taken[o] || n.owner == nil || kindOf(n.owner) != kindOf(it.owner) {
				continue
			}
			id := n.identity
			id.owner = it.owner
			if id == it.identity {
				from[i], taken[o], next = first+o, true, o+1
				break
			}
		}
	}
}

// duplicates reports keys that two children of one parent share. They are rendered all the same,
// told apart by their order.
func (d *differ) duplicates(items []item) {
	var seen map[identity]bool
	for _, it := range items {
		if !it.keyed {
			continue
		}
		if seen == nil {
			seen = make(map[identity]bool, len(items))
		}
		if seen[it.identity] {
			d.warn("dom: two <" + it.tag + "> side by side have the key " + strconv.Quote(it.key) +
				": give each child of one parent a key of its own, or its state may end up in the other")
		}
		seen[it.identity] = true
	}
}

// longestIncreasing marks the members of one longest increasing subsequence of the numbers in from
// that are not negative: the nodes that can stay where they are. It takes O(n log n) steps
// (Fredman 1975, "On computing the length of longest increasing subsequences").
func longestIncreasing(from []int) []bool {
	stay := make([]bool, len(from))
	var tails []int // tails[l] is the index of the smallest end of a subsequence of length l+1
	before := make([]int, len(from))
	for i, x := range from {
		if x < 0 {
			continue
		}
		l, _ := slices.BinarySearchFunc(tails, x, func(t, x int) int { return from[t] - x })
		before[i] = -1
		if l > 0 {
			before[i] = tails[l-1]
		}
		if l == len(tails) {
			tails = append(tails, i)
		} else {
			tails[l] = i
		}
	}
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = before[i] {
			stay[i] = true
		}
	}
	return stay
}

// kind tells values of one type from those of another.
type kind unsafe.Pointer

// kindOf is reflect.TypeOf, for which all of package reflect would be linked: the first word of an
// interface's two, which says what is in it.
func kindOf(v any) kind { return *(*kind)(unsafe.Pointer(&v)) }

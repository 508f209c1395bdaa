package checkpoint

import "sort"

// order sorts x. Package slices would compile the whole algorithm anew for each element type, and
// this one is read by every page: sort's compiles it once.
func order[T any](x []T, less func(a, b *T) bool) {
	sort.Sort(ordering{len(x),
		func(i, j int) bool { return less(&x[i], &x[j]) },
		func(i, j int) { x[i], x[j] = x[j], x[i] },
	})
}

type ordering struct {
	n    int
	less func(i, j int) bool
	swap func(i, j int)
}

func (o ordering) Len() int           { return o.n }
func (o ordering) Less(i, j int) bool { return o.less(i, j) }
func (o ordering) Swap(i, j int)      { o.swap(i, j) }

package dom

import (
	"fmt"

	"github.com/vugu/vugu"
)

// lifecycle calls Rendered on the components of a build and knows which were there before.
type lifecycle struct {
	known map[any]uint64 // the render in which a component was seen last
	count uint64         // renders so far
	order []any          // the components of this build, children before parents
	fresh bool           // a build was walked since the last call
	css   []*vugu.VGNode // of this build, parents before children
	guard func(what string, f func())
}

// walk lists the components and the style sheets of a build. Vugu does not say which component is
// the root; nil leaves it out.
func (l *lifecycle) walk(results *vugu.BuildResults, root vugu.Builder) {
	clear(l.order)
	l.order, l.css, l.fresh = l.order[:0], l.css[:0], true
	l.visit(results, results.Out)
	if root != nil {
		l.order = append(l.order, root)
	}
}

func (l *lifecycle) visit(results *vugu.BuildResults, out *vugu.BuildOut) {
	l.css = append(l.css, out.CSS...)
	for _, c := range out.Components {
		if built := results.ResultFor(c); built != nil {
			l.visit(results, built)
		}
		l.order = append(l.order, c)
	}
}

// call calls Rendered in the two forms that Vugu has.
func (l *lifecycle) call(env vugu.EventEnv) {
	if !l.fresh {
		return // the build failed
	}
	l.fresh = false
	if l.known == nil {
		l.known = map[any]uint64{}
	}
	l.count++
	for _, c := range l.order {
		_, before := l.known[c]
		l.known[c] = l.count
		switch c := c.(type) {
		case interface{ Rendered() }:
			l.guard(fmt.Sprintf("Rendered of %T", c), c.Rendered)
		case interface{ Rendered(vugu.RenderedCtx) }:
			l.guard(fmt.Sprintf("Rendered of %T", c), func() { c.Rendered(&renderedContext{env, !before}) })
		}
	}
	for c, seen := range l.known {
		if seen != l.count {
			delete(l.known, c)
		}
	}
}

type renderedContext struct {
	env   vugu.EventEnv
	first bool
}

func (c *renderedContext) EventEnv() vugu.EventEnv { return c.env }
func (c *renderedContext) First() bool             { return c.first }

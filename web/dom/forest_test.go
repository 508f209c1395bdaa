package dom

import (
	"math/rand/v2"
	"strconv"

	"github.com/vugu/vugu"
)

// forest makes random builds. The components and keys come from small pools, so that two builds
// share some of them.
type forest struct {
	*rand.Rand
	pool [4]*built
}

func (g *forest) build() *built {
	b := &built{}
	used := [len(forest{}.pool)]bool{}
	var grow func(depth int) *vugu.VGNode
	list := func(depth int) (out []*vugu.VGNode) {
		for i := range g.IntN(6) {
			v := grow(depth)
			if v.Type == vugu.ElementNode && v.Data != "" && g.IntN(2) == 0 {
				key := strconv.Itoa(i)
				if g.IntN(20) > 0 {
					key = strconv.Itoa(g.IntN(1000) % 12) // mostly different ones
				}
				v.Attr = append(v.Attr, vugu.VGAttribute{Key: "key", Val: key})
			}
			out = append(out, v)
		}
		return out
	}
	grow = func(depth int) *vugu.VGNode {
		kind := g.IntN(10)
		if depth == 0 && kind < 7 {
			kind = 9
		}
		switch {
		case kind == 0:
			return with(&vugu.VGNode{Type: vugu.ElementNode}, list(depth-1)...)
		case kind == 1:
			i := g.IntN(len(g.pool))
			if used[i] {
				return text("again")
			}
			used[i] = true
			g.pool[i].nodes = []*vugu.VGNode{with(element("section"), list(depth-1)...)}
			b.components = append(b.components, g.pool[i])
			return &vugu.VGNode{Component: g.pool[i]}
		case kind == 7:
			return &vugu.VGNode{Type: vugu.CommentNode, Data: g.word()}
		case kind >= 8:
			return text(g.word())
		}
		v := element([]string{"p", "div", "input", "svg", "g", "foreignObject"}[g.IntN(6)])
		for range g.IntN(4) {
			name := []string{"class", "style", "value", "checked", "title", "xlink:href", "id", "type", "xmlns"}[g.IntN(9)]
			v.Attr = append(v.Attr, vugu.VGAttribute{Key: name, Val: g.word()})
		}
		for range g.IntN(3) {
			v.DOMEventHandlerSpecList = append(v.DOMEventHandlerSpecList, vugu.DOMEventHandlerSpec{
				EventType: []string{"click", "click.capture", "wheel.passive", "x.y"}[g.IntN(4)]})
		}
		if g.IntN(6) == 0 {
			html := []string{"", "a &amp; b", "<b>bold</b>"}[g.IntN(3)]
			v.InnerHTML = &html
			return v
		}
		return with(v, list(depth-1)...)
	}
	for range 1 + g.IntN(2) {
		b.nodes = append(b.nodes, with(element("main"), list(4)...))
	}
	return b
}

func (g *forest) word() string {
	return []string{"", "a", "b c", "ç", "日本", "😀", "bad \xff", "<i>&amp;"}[g.IntN(8)]
}

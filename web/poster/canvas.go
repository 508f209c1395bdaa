package poster

import (
	"slices"

	"github.com/vugu/vugu"

	"unroll/web/paint"
)

var _ paint.Canvas = (*canvas)(nil)

// canvas keeps what is painted as nodes, ready to become the children of an <svg>.
type canvas struct{ nodes []*vugu.VGNode }

func (c *canvas) Insert(i int, tag string) {
	c.nodes = slices.Insert(c.nodes, i, &vugu.VGNode{Type: vugu.ElementNode, Data: tag})
}

func (c *canvas) Remove(i int) { c.nodes = slices.Delete(c.nodes, i, i+1) }

func (c *canvas) Move(from, to int) {
	n := c.nodes[from]
	c.nodes = slices.Insert(slices.Delete(c.nodes, from, from+1), to, n)
}

func (c *canvas) Set(i int, name, value string) {
	c.Clear(i, name)
	n := c.nodes[i]
	n.Attr = append(n.Attr, vugu.VGAttribute{Key: name, Val: value})
}

func (c *canvas) Clear(i int, name string) {
	n := c.nodes[i]
	n.Attr = slices.DeleteFunc(n.Attr, func(a vugu.VGAttribute) bool { return a.Key == name })
}

func (c *canvas) Text(i int, text string) {
	n := c.nodes[i]
	n.FirstChild, n.LastChild = nil, nil
	n.AppendChild(&vugu.VGNode{Type: vugu.TextNode, Data: text})
}

func (c *canvas) Flush() {}

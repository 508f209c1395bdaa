package dom

import (
	"fmt"

	"github.com/vugu/vugu"
)

// identity says which node of the last render a node of this render is: the one with the same
// identity under the same parent. Nodes that share an identity, as texts do, are told apart by order.
type identity struct {
	kind  vugu.VGNodeType
	space space
	keyed bool   // key was written in the template as key
	tag   string // of an element
	key   string // the attribute key, or else the attribute id
	input string // the type of an <input>, whose state is another's when it changes
	owner any    // the component whose root this is, unless the root has a key
}

// node is what we know of one node in the document: what the last render said about it.
type node struct {
	identity
	number     uint32 // its name in instructions
	data       string // of a text or comment
	html       *string
	attributes []vugu.VGAttribute
	properties []vugu.VGProperty
	listeners  []*listener
	children   []*node
}

// item is one node that the document should have after this render.
type item struct {
	identity
	v *vugu.VGNode
}

// collect appends the nodes that v stands for to d.items: none to many, because components are
// replaced by what they built and templates by their children.
func (d *differ) collect(v *vugu.VGNode, owner any, inherited space) {
	switch {
	case v.Component != nil:
		out := d.results.ResultFor(v.Component)
		if out == nil {
			d.fail(fmt.Errorf("dom: the component %T was not built: it is missing in BuildOut.Components", v.Component))
			return
		}
		for _, root := range out.Out {
			d.collect(root, v.Component, inherited)
		}
	case v.IsTemplate():
		for c := v.FirstChild; c != nil; c = c.NextSibling {
			d.collect(c, nil, inherited)
		}
	case v.Type == vugu.TextNode || v.Type == vugu.CommentNode:
		d.items = append(d.items, item{identity{kind: v.Type}, v})
	case v.Type == vugu.ElementNode:
		d.items = append(d.items, item{identify(v, owner, inherited), v})
	default:
		d.fail(fmt.Errorf("dom: a node of type %d cannot be rendered", int(v.Type)))
	}
}

// identify returns the identity of an element.
func identify(v *vugu.VGNode, owner any, inherited space) identity {
	id := identity{kind: v.Type, tag: v.Data, owner: owner, space: spaceOf(v.Namespace, v.Data, inherited)}
	if id.space == spaceSVG && v.Namespace == "" {
		id.tag = svgTag(v.Data)
	}
	for i := range v.Attr {
		switch a := &v.Attr[i]; a.Key {
		case "key":
			id.key, id.keyed, id.owner = a.Val, true, nil
		case "id":
			if !id.keyed {
				id.key = a.Val
			}
		case "type":
			if v.Data == "input" {
				id.input = a.Val
			}
		}
	}
	return id
}

// contents appends the children that an element should have to d.items, unless they are HTML to be
// parsed, which it returns instead.
func (d *differ) contents(v *vugu.VGNode, of *node) (html *string) {
	if v.InnerHTML != nil {
		text, plain := plainText(of.tag, *v.InnerHTML)
		if !plain {
			return v.InnerHTML
		}
		if text != "" {
			text := &vugu.VGNode{Type: vugu.TextNode, Data: text}
			d.items = append(d.items, item{identity{kind: vugu.TextNode}, text})
		}
		return nil
	}
	within := inside(of.space, of.tag)
	for c := v.FirstChild; c != nil; c = c.NextSibling {
		d.collect(c, nil, within)
	}
	return nil
}

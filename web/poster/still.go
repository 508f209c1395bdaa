package poster

import (
	"slices"
	"strings"

	"github.com/vugu/vugu"
)

// lively are the attributes that mean something only while a program runs, or refer to an id.
var lively = []string{"id", "for", "name", "tabindex", "data-key"}

// still makes a build fit to be looked at only: it takes what is lively out of it and puts into it
// what was painted.
func still(results *vugu.BuildResults, out *vugu.BuildOut, h *host) {
	for _, n := range out.Out {
		stillNode(n, h)
	}
	for _, c := range out.Components {
		if built := results.ResultFor(c); built != nil {
			still(results, built, h)
		}
	}
}

func stillNode(n *vugu.VGNode, h *host) {
	for _, a := range n.Attr {
		if painted := h.canvases[a.Val]; a.Key == "id" && painted != nil {
			for _, shape := range painted.nodes {
				n.AppendChild(shape)
			}
		}
	}
	n.Attr = slices.DeleteFunc(n.Attr, func(a vugu.VGAttribute) bool {
		return slices.Contains(lively, a.Key) || strings.HasPrefix(a.Key, "aria-") && a.Key != "aria-label" && a.Key != "aria-hidden"
	})
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		stillNode(c, h)
	}
}

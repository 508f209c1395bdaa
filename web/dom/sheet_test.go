package dom

import (
	"slices"
	"strings"
	"testing"

	"github.com/vugu/vugu"
)

func TestSheetsFollowTheComponents(t *testing.T) {
	r := newRig(t)
	style := func(css, media string) *vugu.VGNode { return with(element("style", "media", media), text(css)) }
	show := func(css ...*vugu.VGNode) []string {
		r.show(&built{nodes: []*vugu.VGNode{element("p")}, css: css})
		var out []string
		for _, s := range r.fakeDocument.sheets {
			out = append(out, s)
		}
		slices.Sort(out)
		return out
	}
	for _, c := range []struct {
		css  []*vugu.VGNode
		want string
	}{
		{[]*vugu.VGNode{style("a", ""), style("b", "print"), style("a", "")}, ": a|print: b"},
		{[]*vugu.VGNode{style("b", "print"), element("link", "rel", "stylesheet", "href", "x.css")}, "link rel=stylesheet href=x.css|print: b"},
		{nil, ""},
	} {
		if got := strings.Join(show(c.css...), "|"); got != c.want {
			t.Errorf("sheets %q, want %q", got, c.want)
		}
	}
}

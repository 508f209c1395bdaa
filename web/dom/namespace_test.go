package dom

import "testing"

func TestNamespaceOfNestedTags(t *testing.T) {
	for _, c := range []struct {
		path []string
		want space
	}{
		{[]string{"div"}, spaceHTML},
		{[]string{"div", "svg", "g"}, spaceSVG},
		{[]string{"svg", "foreignObject", "p"}, spaceHTML},
		{[]string{"svg", "foreignObject", "svg", "a"}, spaceSVG},
		{[]string{"math", "mrow"}, spaceMathML},
		{[]string{"math", "mi", "span"}, spaceHTML},
		{[]string{"svg", "title"}, spaceSVG},
	} {
		inherited, got := spaceHTML, spaceHTML
		for _, tag := range c.path {
			got = spaceOf("", tag, inherited)
			inherited = inside(got, tag)
		}
		if got != c.want {
			t.Errorf("%v is in namespace %d, want %d", c.path, got, c.want)
		}
	}
}

func TestCapitalsOfSVGTags(t *testing.T) {
	for _, tag := range []string{"linearGradient", "clipPath", "textPath", "foreignObject", "feMerge", "feMergeNode", "altGlyph"} {
		lower := []byte(tag)
		for i, c := range lower {
			if c < 'a' {
				lower[i] = c + 'a' - 'A'
			}
		}
		if got := svgTag(string(lower)); got != tag {
			t.Errorf("%s becomes %s", lower, got)
		}
	}
	for _, tag := range []string{"rect", "g", "animate", "mask", "my-clippath"} {
		if got := svgTag(tag); got != tag {
			t.Errorf("%s becomes %s", tag, got)
		}
	}
}

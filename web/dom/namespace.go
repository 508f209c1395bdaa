package dom

import "strings"

// space is the number of an XML namespace, which static/dom.js turns into its address.
type space uint8

const (
	spaceHTML space = iota
	spaceSVG
	spaceMathML
	spaceXLink
	spaceXML
)

// spaceOf is the namespace of a tag between parent's tags. The generator of templates knows it only
// where <svg> or <math> is in the same file, so the root of a component such as <g> takes the
// namespace of the place where the component stands.
func spaceOf(declared, tag string, inherited space) space {
	switch {
	case declared == "svg" || tag == "svg":
		return spaceSVG
	case declared == "math" || tag == "math":
		return spaceMathML
	case declared == "html":
		return spaceHTML
	}
	return inherited
}

// inside is the namespace that the children of an element inherit. The exceptions are the
// integration points of the HTML standard, section 13.2.6.5, where markup is HTML again.
func inside(s space, tag string) space {
	switch s {
	case spaceSVG:
		switch tag {
		case "foreignObject", "desc", "title":
			return spaceHTML
		}
	case spaceMathML:
		switch tag {
		case "mi", "mo", "mn", "ms", "mtext", "annotation-xml":
			return spaceHTML
		}
	}
	return s
}

// attributeSpace splits off the namespace of an attribute such as xlink:href. The name that it
// returns is the one without prefix; ok is false for an attribute in no namespace.
func attributeSpace(declared, key string) (s space, local string, ok bool) {
	prefix, local, found := strings.Cut(key, ":")
	if !found {
		prefix, local = declared, key
	}
	switch prefix {
	case "xlink":
		return spaceXLink, local, true
	case "xml":
		return spaceXML, local, true
	}
	return 0, key, false
}

// svgTag restores the capitals of an SVG tag that was parsed outside an <svg>, where tags are
// lower-cased. The list is that of the HTML standard, section 13.2.6.5.
func svgTag(tag string) string {
	for list := svgTags; list != ""; {
		var known string
		known, list, _ = strings.Cut(list, " ")
		if equalFold(known, tag) {
			return known
		}
	}
	return tag
}

const svgTags = "altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath " +
	"feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting " +
	"feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur " +
	"feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile " +
	"feTurbulence foreignObject glyphRef linearGradient radialGradient textPath"

// equalFold reports whether two tags are equal but for the case of ASCII letters. It does without the
// Unicode tables of strings.EqualFold, which would be 6 kB of every page.
func equalFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return true
}

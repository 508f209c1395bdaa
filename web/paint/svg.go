package paint

import (
	"strings"
	"unicode/utf8"

	"unroll/web/scene"
)

// SVG is a picture as a file that needs nothing beside it: its style, light or dark as the viewer
// prefers, is inside. Its elements are those that a Painter draws; each that has a hint carries it
// as a title, which viewers show on hover.
func SVG(pic scene.Picture) []byte {
	b := make([]byte, 0, 4096+160*len(pic.Shapes))
	w, h := number(pic.Width, 100), number(pic.Height, 100)
	b = append(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `+w+" "+h+`" width="`+w+`" height="`+h+`" role="img" aria-labelledby="title desc">`+"\n"...)
	b = append(escape(append(b, `<title id="title">`...), pic.Title), "</title>\n"...)
	b = append(escape(append(b, `<desc id="desc">`...), pic.Caption), "</desc>\n"...)
	b = append(append(append(b, "<style>\n"...), fileStyle()...), "</style>\n"...)
	b = append(b, `<rect class="u-paper" width="100%" height="100%"/>`+"\n"...)
	var e element
	for i := range pic.Shapes {
		s := &pic.Shapes[i]
		draw(s, &e)
		b = e.append(b, s.Kind, s.Hint)
	}
	return append(b, "</svg>\n"...)
}

// append writes an element as XML.
func (e *element) append(b []byte, kind scene.Kind, hint string) []byte {
	b = append(append(b, '<'), tags[kind]...)
	for slot, v := range e.values {
		if v == "" {
			continue
		}
		b = append(append(append(b, ' '), names[kind][slot]...), `="`...)
		b = append(escape(b, v), '"')
	}
	if e.text == "" && hint == "" {
		return append(b, "/>\n"...)
	}
	b = append(b, '>')
	if hint != "" {
		b = append(escape(append(b, "<title>"...), hint), "</title>"...)
	}
	b = escape(b, e.text)
	return append(append(append(b, "</"...), tags[kind]...), ">\n"...)
}

// fileStyle is the stylesheet of a file. Its variables are resolved, for the viewers that know none.
func fileStyle() string {
	var b strings.Builder
	b.WriteString(".u-paper{fill:var(--paper)}\n")
	for _, role := range roles {
		b.WriteString(".u-" + role + "{color:var(--" + role + ")}\n")
	}
	b.WriteString(rules)
	own := b.String()
	return Light.resolve(own) + "@media (prefers-color-scheme:dark){\n" + Dark.resolve(own) + "}\n"
}

// resolve puts a palette's colours in the place of its variables.
func (p *Palette) resolve(css string) string {
	css = strings.ReplaceAll(css, "var(--paper)", p.Paper)
	for r, role := range roles {
		css = strings.ReplaceAll(css, "var(--"+role+")", p.Of(scene.Role(r)))
	}
	return css
}

// escape writes foreign text as XML text or attribute value. What XML cannot hold at all, such as
// most control characters, becomes U+FFFD.
func escape(b []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>':
			b = append(b, "&gt;"...)
		case r == '"':
			b = append(b, "&#34;"...)
		case r == '\t' || r == '\n' || r == '\r':
			b = append(b, ' ')
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			b = utf8.AppendRune(b, utf8.RuneError)
		default: // invalid UTF-8 arrives here as U+FFFD
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

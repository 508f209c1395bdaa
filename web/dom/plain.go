package dom

import "strings"

// plainText undoes the escaping that Vugu gives to the text of vg-content, so that such a text is one
// text node that changes in place and not markup that is parsed anew. It reports false for anything
// that could mean something else to a parser of HTML; only vugu.HTML gets that far with a tag.
func plainText(tag, html string) (text string, plain bool) {
	switch tag {
	case "script", "style", "template", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext":
		return "", false // their contents are not parsed as text
	}
	if strings.HasPrefix(html, "\n") {
		return "", false
	}
	for i := range len(html) {
		if c := html[i]; c == '<' || c == '\r' || c == 0 {
			return "", false
		}
	}
	if strings.IndexByte(html, '&') < 0 {
		return html, true
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(html, "&")
		b.WriteString(before)
		if !found {
			return b.String(), true
		}
		name, rest, found := strings.Cut(after, ";")
		if !found {
			return "", false
		}
		switch name { // those that html.EscapeString writes
		case "amp":
			b.WriteByte('&')
		case "lt":
			b.WriteByte('<')
		case "gt":
			b.WriteByte('>')
		case "#34":
			b.WriteByte('"')
		case "#39":
			b.WriteByte('\'')
		default:
			return "", false
		}
		html = rest
	}
}

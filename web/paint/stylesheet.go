package paint

import (
	"strings"

	"unroll/web/scene"
)

// The fonts of pictures: the reader's own.
const (
	textFace = `system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif`
	monoFace = `ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace`
)

// rules say how a role is put on; the role's own class gives currentColor.
const rules = `.u-solid{fill:currentColor}
.u-outline{fill:var(--paper);stroke:currentColor;stroke-width:1.5}
.u-cell{stroke:currentColor;stroke-width:.6}
.u-stroke{fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.u-dashed{stroke-dasharray:2 3}
.u-tint{fill:currentColor;fill-opacity:.035;stroke:currentColor;stroke-opacity:.45}
.u-text{font-family:` + textFace + `;stroke:none}
.u-text:not([fill]){fill:currentColor}
.u-text.u-on{fill:var(--paper)}
.u-bold{font-weight:600}
.u-mono{font-family:` + monoFace + `;font-variant-numeric:tabular-nums}
`

// Stylesheet is the part of a page's style that its pictures need: the hues of both themes as CSS
// variables, and the classes that the painted elements carry.
func Stylesheet() string {
	var b strings.Builder
	b.WriteString(":root{color-scheme:light dark;" + Light.variables() + "}\n")
	b.WriteString("@media (prefers-color-scheme:dark){:root{" + Dark.variables() + "}}\n")
	for _, role := range roles {
		b.WriteString(".u-" + role + "{color:var(--" + role + ")}\n")
	}
	b.WriteString(rules)
	return b.String()
}

// variables is a palette as CSS declarations.
func (p *Palette) variables() string {
	var b strings.Builder
	for r, role := range roles {
		b.WriteString("--" + role + ":" + p.Of(scene.Role(r)) + ";")
	}
	b.WriteString("--paper:" + p.Paper)
	return b.String()
}

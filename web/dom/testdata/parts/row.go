package parts

import "github.com/vugu/vugu"

// Row is a keyed component with a component in it.
type Row struct{ Name string }

// Badge is in a row.
type Badge struct{ Name string }

// Rendered says how many times the rows' badges were rendered first and again, in all.
var Rendered struct{ Row, Badge, BadgeFirst int }

func (c *Row) Rendered() { Rendered.Row++ }

func (c *Badge) Rendered(ctx vugu.RenderedCtx) {
	Rendered.Badge++
	if ctx.First() {
		Rendered.BadgeFirst++
	}
}

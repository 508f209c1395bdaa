package page

import (
	"github.com/vugu/vugu"

	"unroll/web/setting"
)

// SettingPanel is the schema as controls: first what a beginner needs, then, folded, the rest.
type SettingPanel struct {
	Root *Root
	open bool
}

// fields are those of the panel that the task has; more chooses the folded ones.
func (c *SettingPanel) fields(more bool) []setting.Field {
	var list []setting.Field
	for _, f := range setting.Schema {
		if f.Remakes() && f.More == more && f.For(c.Root.Draft) {
			list = append(list, f)
		}
	}
	return list
}

// HandleMore unfolds and folds.
func (c *SettingPanel) HandleMore(event vugu.DOMEvent) { c.open = !c.open }

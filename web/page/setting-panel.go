package page

import (
	"github.com/vugu/vugu"

	"unroll/web/say"
	"unroll/web/setting"
)

// SettingPanel is the schema as controls: first what a beginner needs, then, folded, the rest in groups.
// What the task is has a panel of its own.
type SettingPanel struct {
	Root *Root
	open bool
}

// fields are those of a group that have a meaning; more chooses the folded ones. A text is not set here:
// it comes from elsewhere on the page.
func (c *SettingPanel) fields(group setting.Group, more bool) []setting.Field {
	var list []setting.Field
	for _, f := range setting.Schema {
		if f.Group == group && f.More == more && f.Kind != setting.Text && f.For(c.Root.Draft) {
			list = append(list, f)
		}
	}
	return list
}

// plain are those that a beginner needs.
func (c *SettingPanel) plain() []setting.Field { return c.fields(setting.Model, false) }

// settingGroup is what unfolds under one heading.
type settingGroup struct {
	Label, Differs string
	First          bool
	Fields         []setting.Field
}

// groups are always the same ones, so that one that is unfolded stays so, and the empty ones are hidden.
func (c *SettingPanel) groups() []settingGroup {
	if !c.open {
		return nil
	}
	var list []settingGroup
	for g := setting.Task; g <= setting.Chance; g++ {
		fields := c.fields(g, true)
		list = append(list, settingGroup{Label: c.Root.Text.Page.Settings.Groups[g], Differs: c.Root.differs(c.Root.changesAmong(fields)),
			First: g == setting.Model, Fields: fields})
	}
	return list
}

// more names the button; what is folded away and not as usual is at least counted.
func (c *SettingPanel) more() string {
	n := 0
	for g := setting.Task; g <= setting.Chance; g++ {
		n += c.Root.changesAmong(c.fields(g, true))
	}
	label := c.Root.Text.Page.Settings.More
	if n > 0 && !c.open {
		label += " · " + c.Root.differs(n)
	}
	return label
}

// differs says that so many settings are not the task's own; nothing if none is.
func (c *Root) differs(n int) string {
	if n == 0 {
		return ""
	}
	return say.Fill(c.Text.Page.Settings.Differs, "count", count(c.Text, n))
}

// HandleMore unfolds and folds.
func (c *SettingPanel) HandleMore(event vugu.DOMEvent) { c.open = !c.open }

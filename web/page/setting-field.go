package page

import (
	"github.com/vugu/vugu"

	"unroll/web/say"
	"unroll/web/setting"
)

// SettingField is one row of the schema as a control with its label, its help and, when it was set
// to something impossible, a sentence that says so.
type SettingField struct {
	Root  *Root
	Field setting.Field
}

func (c *SettingField) text() *say.Setting { return c.Root.Text.Page.Settings.Field(c.Field.Name) }

func (c *SettingField) choice(name string) string { return say.Named(c.text().Choices, name) }

func (c *SettingField) isChoice() bool {
	return c.Field.Kind == setting.Choice || c.Field.Kind == setting.Switch
}

func (c *SettingField) id() string { return "setting-" + c.Field.Name }

func (c *SettingField) value() string { return c.Root.Draft.Get(c.Field) }

func (c *SettingField) fault() string { return c.Root.fault(c.Field) }

// inputMode tells a phone which keyboard to show.
func (c *SettingField) inputMode() string {
	if c.Field.Kind == setting.Whole {
		return "numeric"
	}
	return "decimal"
}

// HandleChange sets the field.
func (c *SettingField) HandleChange(event vugu.DOMEvent) {
	c.Root.HandleField(c.Field, event.PropString("target", "value"))
}

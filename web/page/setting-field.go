package page

import (
	"strings"

	"github.com/vugu/vugu"

	"unroll/web/say"
	"unroll/web/setting"
)

// SettingField is one row of the schema as a control with its label and its help. What cannot be chosen
// beside the other settings can still be seen, and the help says why; what was set to something
// impossible, or made other settings change, says so below.
type SettingField struct {
	Root  *Root
	Field setting.Field
}

func (c *SettingField) text() say.Setting { return c.Root.Text.Page.Settings.Field(c.Field.Name) }

// values are those that the field shows: of a model to be, or of what is done with the one that is.
func (c *SettingField) values() *setting.Values {
	if c.Field.Remakes() {
		return &c.Root.Draft
	}
	return &c.Root.Values
}

func (c *SettingField) isChoice() bool { return c.Field.Kind == setting.Choice }
func (c *SettingField) isSwitch() bool { return c.Field.Kind == setting.Switch }

func (c *SettingField) isNumber() bool {
	return c.Field.Kind == setting.Whole || c.Field.Kind == setting.Real
}

func (c *SettingField) id() string { return "setting-" + c.Field.Name }

func (c *SettingField) describedBy() string { return c.id() + "-help " + c.id() + "-problem" }

// value is what stands in the control. What cannot be said of a target stays there, to be put right.
func (c *SettingField) value() string {
	if c.Field.Name == "target" {
		return c.Root.Speech.Target
	}
	return c.values().Get(c.Field)
}

func (c *SettingField) isOn() bool { return c.isSwitch() && c.value() == "on" }

// isBarred reports whether a switch cannot be turned on.
func (c *SettingField) isBarred() bool {
	code, _ := c.values().Conflict(c.Field, "on")
	return c.isSwitch() && code != setting.None
}

// option is a choice of a select.
type option struct {
	Name, Label    string
	Chosen, Barred bool
}

func (c *SettingField) options() []option {
	var list []option
	for _, name := range c.Field.Choices {
		code, _ := c.values().Conflict(c.Field, name)
		list = append(list, option{name, c.text().Choice(name), name == c.value(), code != setting.None})
	}
	return list
}

func (c *SettingField) kind() string {
	switch {
	case c.isSwitch():
		return "checkbox"
	case c.isNumber():
		return "number"
	}
	return "text"
}

func (c *SettingField) role() string {
	if c.isSwitch() {
		return "switch"
	}
	return ""
}

// inputMode tells a phone which keyboard to show.
func (c *SettingField) inputMode() string {
	switch c.Field.Kind {
	case setting.Whole:
		return "numeric"
	case setting.Real:
		return "decimal"
	}
	return ""
}

// limit is a bound of a number's control.
func (c *SettingField) limit(x float64) string {
	if c.isNumber() {
		return coordinate(x)
	}
	return ""
}

// empty is what holds while a number is left empty.
func (c *SettingField) empty() string {
	if !c.Field.Optional {
		return ""
	}
	return say.Find(c.Root.Text.Page.Settings.Empty, c.Field.Name).Part(1)
}

// isChanged reports whether the setting is another than the task's own.
func (c *SettingField) isChanged() bool { return c.Root.isChanged(c.Field) }

func (c *SettingField) class() string {
	class := "setting-field"
	if c.isSwitch() {
		class += " setting-field-switch"
	}
	if c.isChanged() {
		class += " setting-field-changed"
	}
	return class
}

// help is the field's own, that it has been changed, and why some of its choices are not to be had.
func (c *SettingField) help() string {
	s := &c.Root.Text.Page.Settings
	help := c.text().Help()
	if c.Field.Name == "level" {
		for i, level := range c.Field.Choices {
			if level == c.value() {
				help = c.Root.Text.Page.Task(c.Root.Draft.Task).Level(i)
			}
		}
	}
	if c.isChanged() {
		help = s.Changed + " · " + help
	}
	for i, name := range c.Field.Choices {
		code, with := c.values().Conflict(c.Field, name)
		if code == setting.None {
			continue
		}
		var barred []string // by this reason; it is given once, at the first
		for j, other := range c.Field.Choices {
			if same, _ := c.values().Conflict(c.Field, other); same == code {
				if j < i {
					barred = nil
					break
				}
				barred = append(barred, c.text().Choice(other))
			}
		}
		if barred != nil {
			help += " " + say.Fill(s.Barred, "field", s.Field(with.Name).Label(), "value", c.Root.choice(with, c.values().Get(with)),
				"choices", strings.Join(barred, ", "), "reason", c.Root.reason(code))
		}
	}
	return help
}

func (c *SettingField) fault() string { return c.Root.fault(c.Field) }

// isRefused reports whether what was set could not be taken.
func (c *SettingField) isRefused() bool {
	return c.Root.refuses(c.Field) || c.Field.Name == "target" && c.Root.Speech.Fault != nil
}

func (c *SettingField) problemClass() string {
	if c.isRefused() {
		return "problem"
	}
	return "note"
}

// HandleChange sets the field.
func (c *SettingField) HandleChange(event vugu.DOMEvent) {
	value := event.PropString("target", "value")
	if c.isSwitch() {
		value = c.Field.Choices[0]
		if event.PropBool("target", "checked") {
			value = c.Field.Choices[1]
		}
	}
	c.Root.HandleField(c.Field, value)
}

package page

import (
	"unroll/web/say"
	"unroll/web/scene"
)

// ScenePicker chooses the film, as a group of radio buttons.
type ScenePicker struct {
	Root *Root
}

func (c *ScenePicker) name(s scene.Scene) string {
	return say.Named(c.Root.Text.Page.Film.Scenes, s.ID)
}

func (c *ScenePicker) films() []scene.Scene { return scene.Films() }

package page

import "unroll/web/scene"

// ScenePicker chooses the film, as a group of radio buttons.
type ScenePicker struct {
	Root *Root
}

func (c *ScenePicker) films() []scene.Scene { return scene.Films() }

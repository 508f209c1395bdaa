package page

import (
	"unroll/web/wire"
)

// Root is the page: the component that is mounted, and the owner of all state.
type Root struct {
	Host    Host
	Trainer Trainer
}

// Start reads the link and configures the trainer. It is called once, before the first rendering.
func (c *Root) Start() {}

// Resize fits what is drawn to the window's new width.
func (c *Root) Resize() {}

// Receive takes what the trainer says.
func (c *Root) Receive(m wire.Message) {}

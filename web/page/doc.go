// Package page is what a reader sees and touches, as Vugu components over a few plain state
// machines: the film's Player, the training's Course, the Entry of an input, the Panel of settings.
// Root owns them all. Nothing here knows JavaScript: of the browser it asks a Host, of the model a
// Trainer, so that every behaviour of the page is tested natively.
//
// Templates are *.vugu; what is generated from them is committed.
package page

//go:generate go tool vugugen -skip-main -skip-go-mod .
//go:generate go run ./compact

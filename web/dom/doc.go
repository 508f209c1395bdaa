// Package dom renders Vugu components into the browser's document. It takes the place of Vugu's own
// package domrender; templates, components, slots, events and the build stay Vugu's.
//
//	env, _ := vugu.NewBuildEnv(renderer.EventEnv())
//	renderer := dom.New(js.Global().Get("document").Call("getElementById", "mount"))
//	err := renderer.Run(env, &page.Root{})
//
// The page loads static/dom.js, a plain script, before the program. Nothing is evaluated: a
// Content-Security-Policy of script-src 'self' 'wasm-unsafe-eval' and style-src 'self' holds.
//
// # What reaches the document
//
// A build is compared with the last one, and only what differs is sent to the document, in one call
// for each render. Attributes, classes and children that something else has put there are left
// alone. Texts and attributes may have any size. At most one render is made for each frame of the
// browser, and it shows the newest state.
//
// # Which node stays which
//
// A node stays the same node of the document, with its focus, caret, scroll position, transitions
// and listeners, as long as its identity does:
//
//   - an element with an attribute key, as in <li vg-for='…' :key='item.Name'>, is the one with that
//     key and tag under the same parent;
//   - the root of a component is that of the same Go value, which vg-key chooses;
//   - otherwise an element is the one with the same tag and id, and for an <input> the same type,
//     taken in order; an id that changes makes a new element.
//
// Nodes move with moveBefore where the browser has it, and as few as possible.
//
// # Controls
//
// value (of input, textarea and select), checked, selected, indeterminate and muted are set as
// properties. The control follows the program: after each render it shows what the program said last.
// One exception keeps typing undisturbed: from an input event to the change event or the loss of
// focus, a value that the program has not changed since is not put back. The caret stays where it is.
// A flag that the program has never set is the user's; to steer a box that starts unchecked, write
// the property (.checked). Everything else, open, disabled and the like, is an attribute.
//
// # Events
//
// Behind the name of an event a template may write modifiers: @wheel.passive, @click.capture, .once,
// .prevent and .stop. The methods of vugu.DOMEvent read the event when they are called, in the
// handler or later; EventSummary copies it whole and is slow. A handler runs with the EventEnv
// locked, and a render follows it. An event that comes while the lock is held, as the blur of an
// element that a render removes, is handled when it is free, too late for PreventDefault. A handler
// that panics is reported to the console, and the page lives on.
//
// # Callbacks
//
// vg-js-create is called once for each element, when the render that made it has reached the
// document, so that the element can be measured; vg-js-populate after each render. Rendered is called
// on every component, children first, and by Run on the root too.
//
// # What it does not do
//
// A root of <html>, <head> or <body>: write those by hand and mount into them. Scripts of components
// (BuildOut.JS), as in Vugu itself. @import in a <style> of a component, which constructed style
// sheets ignore. Hydration of server-rendered markup: the first render replaces what the mount holds.
// Static parts of a template become innerHTML in Vugu's generator; a strict style-src forbids a style
// attribute there, so style static markup by class.
package dom

package e2e

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"unroll/web/chrome"
)

// view is an open page and what a reader does with it.
type view struct {
	*chrome.Page
	t testing.TB
}

// open opens the page with a query and waits until there is a model and a film.
func open(t testing.TB, query string) *view {
	t.Helper()
	return openWith(t, query, chrome.Options{Timeout: 5 * time.Minute})
}

func openWith(t testing.TB, query string, o chrome.Options) *view {
	t.Helper()
	v := &view{chrome.Open(t, address+query, o), t}
	v.Wait(filmIsThere, 30*time.Second)
	return v
}

// filmIsThere is true once the film shows a run of the trainer's.
const filmIsThere = `document.querySelectorAll('#film-canvas > *').length > 5 && !document.querySelector('#train').disabled`

// control is a thing on the page that a reader can name.
type control struct{ Role, Name string }

// controls lists everything on the page that can be worked, under the names that the browser gives to
// a screen reader.
func (v *view) controls() []control {
	v.t.Helper()
	var all []control
	v.Do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		tree, err := cdp.Call(ctx, target, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err != nil {
			return err
		}
		for _, n := range tree.Nodes {
			if role := text(n.Role); !n.Ignored && slices.Contains(workable, role) {
				all = append(all, control{role, text(n.Name)})
			}
		}
		return nil
	}))
	return all
}

var workable = []string{"button", "slider", "textbox", "spinbutton", "combobox", "radio", "checkbox", "link", "switch"}

func text(v *accessibility.Value) (s string) {
	if v != nil {
		json.Unmarshal(v.Value, &s) // what is no text has no name
	}
	return s
}

// path is a CSS selector, good for now, of the one control with this role and name.
func (v *view) path(role, name string) string {
	v.t.Helper()
	var found []string
	v.Do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		document, err := cdp.Call(ctx, target, runtime.Evaluate, runtime.EvaluateParams{Expression: "document"})
		if err != nil {
			return err
		}
		nodes, err := cdp.Call(ctx, target, accessibility.QueryAXTree, accessibility.QueryAXTreeParams{
			ObjectID: document.Result.ObjectID, AccessibleName: name, Role: role,
		})
		if err != nil {
			return err
		}
		for _, n := range nodes.Nodes {
			if n.Ignored {
				continue
			}
			object, err := cdp.Call(ctx, target, dom.ResolveNode, dom.ResolveNodeParams{BackendNodeID: n.BackendDOMNodeID})
			if err != nil {
				return err
			}
			answer, err := cdp.Call(ctx, target, runtime.CallFunctionOn, runtime.CallFunctionOnParams{
				FunctionDeclaration: selectorOf, ObjectID: object.Object.ObjectID, ReturnByValue: new(true),
			})
			if err != nil {
				return err
			}
			found = append(found, strings.Trim(string(answer.Result.Value), `"`))
		}
		return nil
	}))
	if len(found) != 1 {
		v.t.Fatalf("%d controls are a %s called %q, want one; there are %v", len(found), role, name, v.controls())
	}
	return found[0]
}

// selectorOf is the place of an element in the document, as a CSS selector.
const selectorOf = `function() {
	let path = '';
	for (let e = this; e !== document.documentElement; e = e.parentElement) {
		path = ' > :nth-child(' + (1 + [...e.parentElement.children].indexOf(e)) + ')' + path;
	}
	return ':root' + path;
}`

// press clicks a button with the mouse.
func (v *view) press(name string) {
	v.t.Helper()
	v.Click(v.path("button", name))
}

// focus puts the keyboard's focus on a control.
func (v *view) focus(role, name string) {
	v.t.Helper()
	v.Run("document.querySelector(`" + v.path(role, name) + "`).focus()")
}

// write replaces what is in a text field by typing.
func (v *view) write(name, text string) {
	v.t.Helper()
	v.Run("document.querySelector(`" + v.path("textbox", name) + "`).select()")
	v.Press(text)
}

// choose takes one of the values of a list.
func (v *view) choose(name, value string) {
	v.t.Helper()
	v.Run("{ const s = document.querySelector(`" + v.path("combobox", name) + "`); s.value = '" + value +
		"'; s.dispatchEvent(new Event('change', {bubbles: true})); }")
}

// unfold shows all settings.
func (v *view) unfold() {
	v.t.Helper()
	v.Click("#more")
	v.Frames(2)
	v.Run(`document.querySelectorAll('.setting-panel details:not([open]) summary').forEach(e => e.click())`)
	v.Frames(2)
}

package dom

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"unroll/web/chrome"
)

func TestEventsReachTheirHandlers(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Run(`$('#count').click(); $('#once').click(); $('#once').click(); $('#link').click()`)
	p.Frames(2)
	if got := lines(p); got != "created callbacks capture count once follow" {
		t.Errorf("handlers reported %q", got)
	}
	yes(t, p, `location.pathname === '/' && app.get(0, 'Count') === 1 && $('details p').textContent === '1'`)
	p.Run(`$('#wheel').dispatchEvent(new PointerEvent('pointermove', {clientX: 321}))`)
	p.Frames(2)
	yes(t, p, `$('#slide').value === '321'`)
}

// listenersOf asks the developer tools for the listeners of an element, as "wheel passive".
func listenersOf(p *chrome.Page, t *testing.T, selector string) string {
	t.Helper()
	list, err := chromedp.Run(p.Context(), chromedp.EvaluateAsDevTools[string](
		`Object.entries(getEventListeners(document.querySelector('`+selector+`'))).flatMap(([type, list]) => list.map(l =>
			type + (l.passive ? ' passive' : '') + (l.useCapture ? ' capture' : '') + (l.once ? ' once' : ''))).join(', ')`))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestModifiersReachTheDocument(t *testing.T) {
	p := open(t, chrome.Options{})
	for selector, want := range map[string]string{
		"#wheel": "wheel passive, pointermove", "#count": "click, click capture", "#once": "click once", "#focused": "focus",
	} {
		if got := listenersOf(p, t, selector); got != want {
			t.Errorf("%s listens to %q, want %q", selector, got, want)
		}
	}
}

func TestManyRendersLeakNoListener(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Run(`(async () => {
		const added = EventTarget.prototype.addEventListener, removed = EventTarget.prototype.removeEventListener;
		globalThis.balance = 0;
		EventTarget.prototype.addEventListener = function (...a) { balance++; return added.apply(this, a); };
		EventTarget.prototype.removeEventListener = function (...a) { balance--; return removed.apply(this, a); };
		globalThis.nodes = document.querySelectorAll('*').length;
		for (let i = 0; i < 400; i++) {
			app.set(0, 'Leaver', i % 2 === 1);
			app.set(0, 'Note', i % 3 === 2 ? '' : 'note ' + i);
			await new Promise(requestAnimationFrame);
		}
		app.set(0, 'Leaver', true);
		app.set(0, 'Note', '');
	})()`)
	p.Frames(3)
	yes(t, p, `balance === 0 && nodes === document.querySelectorAll('*').length`)
	if got := listenersOf(p, t, "#count"); got != "click, click capture" {
		t.Errorf("after 400 renders #count listens to %q", got)
	}
	yes(t, p, `app.get(0, 'Renders') > 300`)
}

func TestPanicOfAHandlerIsSurvived(t *testing.T) {
	p := open(t, chrome.Options{AllowErrors: true})
	p.Click("#panic")
	p.Click("#count")
	p.Wait(`app.get(0, 'Count') === 1 && $('details p').textContent === '1'`, 2*time.Second)
	errors := strings.Join(p.Errors(), "\n")
	for _, part := range []string{"click", "<button>", "on purpose", "Panic", "root.go"} {
		if !strings.Contains(errors, part) {
			t.Errorf("the report does not say %q: %s", part, errors)
		}
	}
	if len(p.Errors()) != 1 {
		t.Errorf("%d errors are reported, want one", len(p.Errors()))
	}
}

func TestEventsDuringARenderOrAHandler(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Run(`$('#leaver').focus()`)
	p.Press("a") // its handler has the focused element removed, which raises blur in the midst of the render
	p.Frames(2)
	yes(t, p, `!$('#leaver')`)
	p.Run(`$('#focuser').click()`)
	p.Frames(2)
	p.Run(`$('#count').click()`)
	p.Frames(2)
	if got := lines(p); !strings.HasSuffix(got, "after focus focus capture count") {
		t.Errorf("handlers reported %q", got)
	}
}

func TestOneRenderAFrame(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Frames(2)
	renders := chrome.Eval[int](p, `(async () => {
		const before = app.get(0, 'Renders');
		await new Promise(requestAnimationFrame);
		for (let i = 0; i < 200; i++) app.set(0, 'Count', i);
		await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
		return app.get(0, 'Renders') - before;
	})()`)
	if renders < 1 || renders > 2 {
		t.Errorf("200 changes within a frame gave %d renders", renders)
	}
	yes(t, p, `$('details p').textContent === '199'`)
}

func TestAProgramIsToldThatARenderIsWanted(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Run(`globalThis.wanted = 0; app.wanted(0, () => wanted++); $('#once').click(); app.set(0, 'Count', 7)`)
	yes(t, p, `wanted === 2`)
}

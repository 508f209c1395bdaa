package dom

import (
	"strings"
	"testing"
	"time"

	"unroll/web/chrome"
)

func TestNamespaces(t *testing.T) {
	p := open(t, chrome.Options{})
	yes(t, p, `$('.mark').namespaceURI === 'http://www.w3.org/2000/svg' && $('.mark > rect').getBoundingClientRect().width === 10`)
	yes(t, p, `$('.mark clipPath').tagName === 'clipPath' && $('.mark linearGradient').tagName === 'linearGradient'`)
	yes(t, p, `$('.mark .inside').namespaceURI === 'http://www.w3.org/1999/xhtml' && $('.inside').offsetHeight > 0`)
	yes(t, p, `$('svg').viewBox.baseVal.width === 20`)
	yes(t, p, `$('mi').namespaceURI === 'http://www.w3.org/1998/Math/MathML'`)
	set(p, "Size", `4`)
	yes(t, p, `$('.mark > rect').getBoundingClientRect().width === 4 && $('.inside').textContent === '4'`)
}

func TestMarkupAndText(t *testing.T) {
	p := open(t, chrome.Options{})
	yes(t, p, `$('#raw').innerHTML === '<b>bold</b> &amp; more'`)
	yes(t, p, `$('#escaped').textContent === '<b>bold</b> & more' && $('#escaped').children.length === 0`)
	p.Run(`globalThis.kept = $('#escaped').firstChild; void 0`)
	set(p, "Markup", `'<i>"other"</i> \'text\''`)
	yes(t, p, `$('#raw i') && $('#escaped').textContent === '<i>"other"</i> \'text\'' && $('#escaped').firstChild === kept`)
	set(p, "Markup", `''`)
	yes(t, p, `$('#raw').childNodes.length === 0 && $('#escaped').textContent === ''`)
}

func TestNothingIsTooLong(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Run(`globalThis.long = 'año 日本 😀 '.repeat(20000); void 0`)
	set(p, "Long", `long`)
	yes(t, p, `$('#long').title === long && $('#long').textContent === long`)
	set(p, "Long", `'\ufeffshort'`)
	yes(t, p, `$('#long').title === '\ufeffshort' && $('#long').textContent === '\ufeffshort'`)
}

func TestCallbacks(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Frames(2)
	before := chrome.Eval[int](p, `app.get(0, 'Populations')`)
	yes(t, p, `app.get(0, 'Creations') === 1 && app.get(0, 'Firsts') === 1 && app.get(0, 'Renders') === `+`app.get(0, 'Populations')`)
	yes(t, p, `app.rendered().Row === 4 * app.get(0, 'Renders') && app.rendered().Badge === app.rendered().Row && app.rendered().BadgeFirst === 4`)
	set(p, "Count", `5`)
	if after := chrome.Eval[int](p, `app.get(0, 'Populations')`); after != before+1 {
		t.Errorf("a render called vg-js-populate %d times", after-before)
	}
	yes(t, p, `app.get(0, 'Creations') === 1`)
	set(p, "Canvas", `false`)
	set(p, "Canvas", `true`)
	yes(t, p, `app.get(0, 'Creations') === 2 && app.get(0, 'Firsts') === 1`)
	renders := chrome.Eval[int](p, `app.get(0, 'Renders')`)
	set(p, "Again", `3`)
	p.Wait(`app.get(0, 'Again') === 0`, time.Second)
	p.Frames(2)
	if got := chrome.Eval[int](p, `app.get(0, 'Renders')`) - renders; got != 4 {
		t.Errorf("Rendered asked for 3 more renders, and there were %d", got-1)
	}
}

func TestSeveralRenderersOnOnePage(t *testing.T) {
	p := open(t, chrome.Options{})
	yes(t, p, `getComputedStyle($('.root')).getPropertyValue('--from-component').trim() === 'yes'`)
	p.Run(`globalThis.shadow = $('#shadow').attachShadow({mode: 'open'}); app.open(shadow)`)
	p.Frames(2)
	yes(t, p, `shadow.querySelector('.root') && shadow.adoptedStyleSheets.length === 1`)
	yes(t, p, `getComputedStyle(shadow.querySelector('.root')).getPropertyValue('--from-component').trim() === 'yes'`)
	p.Run(`shadow.getElementById('count').click()`)
	set(p, "Note", `'mine'`)
	yes(t, p, `app.get(0, 'Count') === 0 && app.get(1, 'Count') === 1`)
	yes(t, p, `$('#note') && !shadow.getElementById('note') && $('details p').textContent === '0'
		&& shadow.querySelector('details p').textContent === '1'`)

	p.Run(`globalThis.button = shadow.getElementById('count'); app.set(1, 'Count', 3); app.close(1)`)
	p.Run(`button.click()`)
	p.Frames(2)
	yes(t, p, `shadow.childNodes.length === 0 && shadow.adoptedStyleSheets.length === 0 && app.get(1, 'Count') === 3`)
	yes(t, p, `app.get(1, 'Lines').at(-1) === 'ended'`)
	set(p, "Note", `'still here'`)
	yes(t, p, `$('#note').textContent === 'still here'`)
}

func TestCanvasDraws(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Run(`globalThis.svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
		svg.innerHTML = '<title>kept</title>';
		document.body.append(svg);
		globalThis.c = app.canvas(svg);
		c.insert(0, 'rect'); c.insert(0, 'text'); c.insert(2, 'linearGradient');
		c.text(0, '<b>😀'); c.set(1, 'width', '30'); c.set(1, 'height', '5'); c.set(1, 'style', 'fill: red');
		globalThis.early = svg.children.length; c.flush()`)
	yes(t, p, `early === 1 && [...svg.children].map(e => e.tagName).join() === 'title,text,rect,linearGradient'`)
	yes(t, p, `svg.children[1].textContent === '<b>😀' && svg.children[2].getBoundingClientRect().width === 30`)
	yes(t, p, `getComputedStyle(svg.children[2]).fill === 'rgb(255, 0, 0)'`)
	p.Run(`c.move(0, 2); c.clear(0, 'height'); c.remove(1); c.insert(1, 'g'); c.flush()`)
	yes(t, p, `[...svg.children].map(e => e.tagName).join() === 'title,rect,g,text' && !svg.children[1].hasAttribute('height')`)
}

func TestARefusedInstructionSpoilsNoOther(t *testing.T) {
	p := open(t, chrome.Options{AllowErrors: true})
	p.Run(`globalThis.svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
		document.body.append(svg);
		globalThis.c = app.canvas(svg);
		c.insert(0, 'no tag'); c.set(0, 'x', '1'); c.insert(1, 'rect'); c.set(1, 'no name', 'x'); c.set(1, 'width', '3'); c.flush()`)
	yes(t, p, `svg.children.length === 2 && svg.children[1].getAttribute('width') === '3' && svg.children[1].attributes.length === 1`)
	errors := p.Errors()
	if len(errors) != 2 || !strings.Contains(errors[0], "no tag") || !strings.Contains(errors[1], "no name") {
		t.Errorf("reported: %q", errors)
	}
}

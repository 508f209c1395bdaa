package dom

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
	"unroll/web/chrome"
)

func TestValuesFollowTheProgram(t *testing.T) {
	p := open(t, chrome.Options{})
	yes(t, p, `$('#steered').value === 'green' && $('#upper').value === 'ABC' && $('#slide').value === '700'`)
	set(p, "Upper", `'XYZ'`)
	set(p, "Slide", `20`)
	yes(t, p, `$('#upper').value === 'XYZ' && $('#slide').value === '20'`)
	set(p, "Options", `['white', 'green']`)
	yes(t, p, `$('#steered').value === 'green' && $('#steered').options.length === 2`)
	set(p, "Choice", `'white'`)
	yes(t, p, `$('#steered').value === 'white'`)
	set(p, "Box", `true`)
	yes(t, p, `$('#box').checked`)
	set(p, "Box", `false`)
	yes(t, p, `!$('#box').checked`)
}

func TestTheProgramMayChangeWhatIsTyped(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Run(`$('#upper').focus(); $('#upper').setSelectionRange(1, 1)`)
	p.Press("x")
	p.Frames(2)
	yes(t, p, `$('#upper').value === 'AXBC' && $('#upper').selectionStart === 2`)
	p.Press("y")
	p.Frames(2)
	yes(t, p, `$('#upper').value === 'AXYBC' && $('#upper').selectionStart === 3`)
}

func TestTypingIsNotDisturbed(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Run(`$('#digits').focus(); $('#digits').setSelectionRange(2, 2)`)
	p.Press("3x")
	for _, count := range []string{"1", "2", "3"} {
		set(p, "Count", count)
		yes(t, p, `$('#digits').value === '123x' && $('#digits').selectionStart === 4`)
	}
	p.Press(kb.Enter) // refused, for the x
	p.Frames(2)
	yes(t, p, `$('#digits').value === '12'`)
	p.Press(kb.End + "3" + kb.Enter)
	p.Frames(2)
	yes(t, p, `$('#digits').value === '123' && app.get(0, 'Digits') === '123'`)
	set(p, "Digits", `'7'`) // the program's own change is shown even while typing
	yes(t, p, `$('#digits').value === '7'`)
}

func TestRefusedChoiceIsPutBack(t *testing.T) {
	p := open(t, chrome.Options{})
	choose := func(value string) {
		p.Run(`$('#steered').value = '` + value + `'; $('#steered').dispatchEvent(new Event('input', {bubbles: true}));
			$('#steered').dispatchEvent(new Event('change', {bubbles: true})); void 0`)
		p.Frames(2)
	}
	choose("red")
	yes(t, p, `$('#steered').value === 'red' && app.get(0, 'Choice') === 'red' && $('mi').textContent === 'red'`)
	choose("blue")
	yes(t, p, `$('#steered').value === 'red' && app.get(0, 'Choice') === 'red'`)
	p.Click("#box")
	p.Frames(2)
	yes(t, p, `$('#box').checked && app.get(0, 'Box')`)
}

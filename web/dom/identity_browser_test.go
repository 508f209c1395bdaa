package dom

import (
	"testing"

	"unroll/web/chrome"
)

// remember keeps the elements that a selector finds, to be recognised later.
const remember = `globalThis.kept = Object.fromEntries([...document.querySelectorAll('[data-name]')]
	.map(e => [e.tagName + e.parentNode.tagName + e.dataset.name, e]));
	globalThis.badges = new Map([...document.querySelectorAll('ol li')].map(e => [e, e.querySelector('.badge')])); void 0`

// same counts how many of the elements of the page are among those remembered under their name.
const same = `[...document.querySelectorAll('[data-name]')]
	.filter(e => kept[e.tagName + e.parentNode.tagName + e.dataset.name] === e).length`

func TestKeyedElementsStayTheSame(t *testing.T) {
	p := open(t, chrome.Options{})
	for _, c := range []struct {
		names string
		same  int // of both lists, one of elements and one of components
	}{
		{`['bob', 'cyd', 'dan']`, 6},
		{`['dan', 'cyd', 'bob']`, 6},
		{`['new', 'dan', 'bob', 'other']`, 4},
		{`['other', 'dan', 'new', 'bob']`, 8},
	} {
		p.Run(remember)
		set(p, "Names", c.names)
		if got := chrome.Eval[int](p, same); got != c.same {
			t.Errorf("after %s %d elements are the same, want %d", c.names, got, c.same)
		}
		// Vugu gives the badge of a row that moved another instance; the button is the same to the user.
		yes(t, p, `[...document.querySelectorAll('ol li')].every(e => !badges.has(e) || badges.get(e) === e.querySelector('.badge'))`)
		yes(t, p, `JSON.stringify([...document.querySelectorAll('ol .badge')].map(e => e.textContent)) === JSON.stringify(`+c.names+`)`)
	}
}

func TestFocusAndCaretSurvive(t *testing.T) {
	p := open(t, chrome.Options{})
	focused := func(what, selector string) {
		t.Helper()
		if !chrome.Eval[bool](p, `document.activeElement === target && document.querySelector('`+selector+`') === target
			&& target.selectionStart === 1 && target.selectionEnd === 2`) {
			t.Errorf("%s: focus or selection is lost", what)
		}
	}
	for _, list := range []string{"ul", "ol"} {
		set(p, "Names", `['ada', 'bob', 'cyd', 'dan']`)
		p.Run(`globalThis.target = $('` + list + ` [data-name=cyd] input'); target.focus(); target.setSelectionRange(1, 2)`)
		set(p, "Names", `['new', 'ada', 'bob', 'cyd', 'dan']`)
		focused(list+" insertion", list+" [data-name=cyd] input")
		set(p, "Names", `['cyd', 'bob', 'ada', 'new', 'dan']`)
		focused(list+" move", list+" [data-name=cyd] input")
		set(p, "Names", `['dan', 'cyd']`)
		focused(list+" removal", list+" [data-name=cyd] input")
	}
	p.Run(`globalThis.target = $('#free'); target.value = 'free'; target.focus(); target.setSelectionRange(1, 2)`)
	set(p, "Note", `'a paragraph before the input'`)
	yes(t, p, `$('#note').textContent === 'a paragraph before the input'`)
	focused("paragraph before", "#free")
	set(p, "Note", `''`)
	focused("paragraph gone", "#free")
}

func TestTransitionAndScrollSurvive(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Run(`globalThis.target = $('ul [data-name=cyd]');
		target.style.cssText = 'height: 10px; overflow: auto; opacity: 1; transition: opacity 60s';
		target.firstChild.style.height = '200px';
		target.scrollTop = 7; getComputedStyle(target).opacity; target.style.opacity = 0; getComputedStyle(target).opacity;
		globalThis.motion = target.getAnimations()[0]; void 0`)
	for _, names := range []string{`['ada', 'new', 'cyd']`, `['cyd', 'new', 'ada']`, `['new', 'ada', 'cyd', 'other']`} {
		set(p, "Names", names)
		yes(t, p, `motion.playState === 'running' && target.getAnimations()[0] === motion && target.isConnected && target.scrollTop === 7`)
	}
}

func TestWhatUsersAndOthersChangedIsLeftAlone(t *testing.T) {
	p := open(t, chrome.Options{})
	p.Run(`$('details').open = true; $('#choice').value = 'three'; $('#free').value = 'typed';
		$('#styled').classList.add('foreign'); $('#styled').setAttribute('aria-label', 'foreign');
		$('#host').innerHTML = '<b>foreign</b>'; $('ul').scrollTop = 5; void 0`)
	set(p, "Count", `1`)
	set(p, "Class", `'mine other'`)
	set(p, "Style", `'color: blue'`)
	yes(t, p, `$('details').open && $('details p').textContent === '1'`)
	yes(t, p, `$('#choice').value === 'three' && $('#free').value === 'typed'`)
	yes(t, p, `$('#styled').className.split(' ').sort().join() === 'foreign,mine,other'`)
	yes(t, p, `$('#styled').getAttribute('aria-label') === 'foreign' && getComputedStyle($('#styled')).color === 'rgb(0, 0, 255)'`)
	yes(t, p, `$('#host').innerHTML === '<b>foreign</b>'`)
	set(p, "Class", `''`)
	yes(t, p, `$('#styled').className === 'foreign'`)
}

func TestExactlyWhatDiffersIsChanged(t *testing.T) {
	p := open(t, chrome.Options{})
	records := chrome.Eval[[]int](p, `(async () => {
		const mount = document.createElement('div');
		document.body.append(mount);
		const step = app.grid(mount), seen = [];
		const observer = new MutationObserver(() => {});
		observer.observe(mount, {subtree: true, childList: true, attributes: true, characterData: true});
		for (const changed of [50, 50, 600, 0]) {
			step(changed === 0 ? 0 : changed);
			seen.push(observer.takeRecords().length);
			if (changed === 600) { step(0); observer.takeRecords(); }
		}
		return [...seen, mount.querySelectorAll('rect').length];
	})()`)
	want := []int{50, 50, 600, 0, 600}
	for i := range want {
		if records[i] != want[i] {
			t.Fatalf("mutation records (and cells) %v, want %v", records, want)
		}
	}
}

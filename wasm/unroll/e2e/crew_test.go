package e2e

import (
	"context"
	"fmt"
	"hash/fnv"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"unroll/web/chrome"
	"unroll/web/wire"
)

// crowd tells the page that the machine has so many cores, and listens in on the trainer's own workers:
// crew.started counts them and crew.said the messages with a gradient that the trainer has sent them.
// crew.kill lets one die.
func crowd(cores int) string {
	return `
Object.defineProperty(navigator, 'hardwareConcurrency', {value: ` + strconv.Itoa(cores) + `});
globalThis.crew = {started: 0, said: 0};
const line = new BroadcastChannel('crew');
line.onmessage = e => crew[e.data]++;
crew.kill = () => line.postMessage('kill');
globalThis.Blob = class extends Blob {
	constructor(parts, options) {
		super([` + "`" + `{
			const line = new BroadcastChannel('crew'), workers = [];
			globalThis.Worker = class extends Worker {
				constructor(...a) { super(...a); workers.push(this); line.postMessage('started'); }
			};
			line.onmessage = e => { if (e.data === 'kill' && workers.length) workers[0].postMessage('what nobody says'); };
			const post = MessagePort.prototype.postMessage;
			MessagePort.prototype.postMessage = function (...a) {
				if (a[1] && workers.length) line.postMessage('said');
				return post.apply(this, a);
			};
		}` + "`" + `, ...parts], options);
	}
};`
}

// openCrowded is openTapped on a machine of so many cores.
func openCrowded(t *testing.T, query string, cores int, o chrome.Options) *view {
	t.Helper()
	v := &view{chrome.Open(t, "about:blank", o), t}
	v.Do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, page.AddScriptToEvaluateOnNewDocument,
			page.AddScriptToEvaluateOnNewDocumentParams{Source: tap + crowd(cores)})
		return err
	}), chromedp.Navigate(address+query))
	v.Wait(filmIsThere, 30*time.Second)
	return v
}

// TestCoresChangeNoBit trains alone, with a crew of two and of four, and with one that dies, and compares all
// that the run consists of with the same run in Node.
func TestCoresChangeNoBit(t *testing.T) {
	const query = "?seed=7&hidden=96&embedding=48&batch=64&teacher=0.5"
	for _, c := range []struct {
		cores, started int
		dies           bool
	}{{2, 0, false}, {3, 2, false}, {4, 3, false}, {3, 2, true}} {
		t.Run(fmt.Sprintf("%d cores, death %v", c.cores, c.dies), func(t *testing.T) {
			v := openCrowded(t, query, c.cores, chrome.Options{Timeout: 3 * time.Minute, AllowErrors: c.dies})
			said := func() int { return chrome.Eval[int](v.Page, `crew.said`) }
			v.press("Train")
			if c.started > 0 {
				v.until(time.Minute, "steps by a crew", func() bool { return said() > 20 })
			}
			if c.dies {
				v.Run(`crew.kill()`)
				before := -1
				v.until(time.Minute, "an end to the crew", func() bool { n := said(); same := n == before; before = n; return same })
			}
			from := v.steps()
			v.until(time.Minute, "more steps", func() bool { return v.steps() > from+60 })
			v.press("Pause")
			v.until(20*time.Second, "rest", v.rests)
			var saved wire.Saved
			v.until(10*time.Second, "a state saved after the last step", func() bool {
				saved, _ = heard[wire.Saved](v)
				return saved.Step > 0 && saved.Step == v.steps()
			})
			if got := chrome.Eval[int](v.Page, `crew.started`); got != c.started {
				t.Errorf("the trainer has started %d workers, want %d", got, c.started)
			}
			h := fnv.New64a()
			h.Write(saved.Checkpoint)
			got, want := fmt.Sprintf("%x", h.Sum64()), reference(t, query, strconv.Itoa(saved.Step))
			if got != want {
				t.Errorf("after %d steps, %d messages, the state's checksum is %s in the browser and %s in Node", saved.Step, said(), got, want)
			}
		})
	}
}

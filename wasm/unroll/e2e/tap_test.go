package e2e

import (
	"context"
	"encoding/base64"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"unroll/web/chrome"
	"unroll/web/wire"
)

// tap listens in on what the trainer says to the page, and keeps the last message of each kind. It
// also keeps the workers, so that a test can kill one.
const tap = `
globalThis.tapped = {};
globalThis.tappedWorkers = [];
globalThis.Worker = class extends Worker {
	constructor(...a) {
		super(...a);
		tappedWorkers.push(this);
		this.addEventListener('message', e => {
			if (e.data instanceof ArrayBuffer) {
				const bytes = new Uint8Array(e.data).slice();
				tapped[bytes[0]] = bytes;
			}
		});
	}
};`

// openTapped is open with the tap in place.
func openTapped(t testing.TB, query string, o chrome.Options) *view {
	t.Helper()
	v := &view{chrome.Open(t, "about:blank", o), t}
	v.Do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, page.AddScriptToEvaluateOnNewDocument,
			page.AddScriptToEvaluateOnNewDocumentParams{Source: tap})
		return err
	}), chromedp.Navigate(address+query))
	v.Wait(filmIsThere, 30*time.Second)
	return v
}

// heard is the last message of one type that the trainer has said.
func heard[M wire.Message](v *view) (m M, ok bool) {
	v.t.Helper()
	for _, text := range chrome.Eval[[]string](v.Page, `Object.values(tapped).map(b => b.toBase64())`) {
		b, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			v.t.Fatal(err)
		}
		message, err := wire.Decode(b)
		if err != nil {
			v.t.Fatal(err)
		}
		if m, ok := message.(M); ok {
			return m, true
		}
	}
	return m, false
}

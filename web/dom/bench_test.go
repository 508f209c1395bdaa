package dom

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"unroll/web/chrome"
)

// The benchmarks measure the script of one frame in the browser, without the layout and paint that
// follow it. They take a frame for each iteration, so that the page is as it is in use, and report
// the median and the 95th percentile in milliseconds:
//
//	go test -run='^$' -bench=. -benchtime=300x ./web/dom

// changes are the numbers of shapes or cells, of 600, that a frame changes.
var changes = []int{600, 50, 0}

// measure calls a JavaScript function, which returns milliseconds, in b.N frames.
func measure(b *testing.B, p *chrome.Page, call string) {
	times := chrome.Eval[[]float64](p, fmt.Sprintf(`(async () => {
		const times = [];
		for (let i = 0; i < %d; i++) {
			await new Promise(requestAnimationFrame);
			times.push(%s);
		}
		return times;
	})()`, b.N, call))
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2], "ms/frame")
	b.ReportMetric(times[len(times)*95/100], "ms-p95/frame")
	b.ReportMetric(0, "ns/op") // which would be the browser's frame rate
}

func BenchmarkCanvas(b *testing.B) {
	p := open(b, chrome.Options{Timeout: 10 * time.Minute})
	p.Run(`globalThis.svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
		document.body.append(svg);
		globalThis.c = app.canvas(svg); c.frame(600)`)
	for _, n := range changes {
		b.Run(fmt.Sprint(n, "of600"), func(b *testing.B) { measure(b, p, fmt.Sprintf("c.frame(%d)", n)) })
	}
}

func BenchmarkRender(b *testing.B) {
	p := open(b, chrome.Options{Timeout: 10 * time.Minute})
	p.Run(`globalThis.step = app.grid(document.getElementById('shadow')); void 0`)
	for _, n := range changes {
		b.Run(fmt.Sprint("build/", n, "of600"), func(b *testing.B) { measure(b, p, fmt.Sprintf("step(%d)[0]", n)) })
		b.Run(fmt.Sprint("render/", n, "of600"), func(b *testing.B) { measure(b, p, fmt.Sprintf("step(%d)[1]", n)) })
	}
}

// BenchmarkStock is BenchmarkRender for the renderer that comes with Vugu, which needs unsafe-eval.
func BenchmarkStock(b *testing.B) {
	url := serve(b, "stock", "default-src 'none'; script-src 'self' 'unsafe-eval'; connect-src 'self'")
	p := chrome.Open(b, url, chrome.Options{Timeout: 10 * time.Minute})
	p.Wait(`step`, 20*time.Second)
	for _, n := range changes {
		b.Run(fmt.Sprint("render/", n, "of600"), func(b *testing.B) { measure(b, p, fmt.Sprintf("step(%d)[1]", n)) })
	}
}

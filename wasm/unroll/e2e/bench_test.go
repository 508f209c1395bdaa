package e2e

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"unroll/web/chrome"
)

// BenchmarkFrame is the script time of a frame of the film: from the browser's call until the picture
// is in the document. A long date makes about 600 shapes; shapes/frame says how many. While the film
// plays, little changes from frame to frame; while its slider is dragged, at each frame somewhere
// else, almost everything does, and the handlers of the dragging are counted too.
func BenchmarkFrame(b *testing.B) {
	const late = "?task=dates&input=Wednesday%2029%20September%202021&speed=0.25"
	b.Run("play", func(b *testing.B) {
		v := openWith(b, late, chrome.Options{Width: 1920, Timeout: 2 * time.Minute})
		v.still()
		v.scrub(0.965 * v.end())
		v.Run(measure)
		v.press("Play")
		frames(b, v)
	})
	b.Run("drag", func(b *testing.B) {
		v := openWith(b, late, chrome.Options{Width: 1920, Timeout: 2 * time.Minute})
		v.still()
		v.Run(measure)
		v.Run(`{
			const slider = document.querySelector('#timeline');
			let n = 0;
			setInterval(() => {
				const start = performance.now();
				slider.value = slider.max * (0.96 + 0.04 * (n++ * 0.381966 % 1));
				slider.dispatchEvent(new Event('input', {bubbles: true}));
				handled += performance.now() - start;
			}, 16);
		}`)
		frames(b, v)
	})
}

// measure keeps how long each frame's script took, and how many shapes were then in the film.
const measure = `{
	globalThis.frameTimes = [];
	globalThis.frameShapes = [];
	globalThis.handled = 0;
	const ask = requestAnimationFrame, canvas = document.querySelector('#film-canvas');
	globalThis.requestAnimationFrame = f => ask(ms => {
		const start = performance.now();
		f(ms);
		frameTimes.push(performance.now() - start + handled);
		frameShapes.push(canvas.children.length);
		handled = 0;
	});
}`

// frames lets some seconds pass and reports what measure has seen.
func frames(b *testing.B, v *view) {
	for b.Loop() {
		time.Sleep(5 * time.Second)
	}
	times := chrome.Eval[[]float64](v.Page, `frameTimes`)
	shapes := chrome.Eval[[]int](v.Page, `frameShapes`)
	if len(times) < 20 {
		b.Fatalf("only %d frames were drawn", len(times))
	}
	slices.Sort(times)
	slices.Sort(shapes)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(times[len(times)/2], "ms-median/frame")
	b.ReportMetric(times[len(times)*95/100], "ms-p95/frame")
	b.ReportMetric(float64(shapes[len(shapes)/2]), "shapes/frame")
}

// BenchmarkTraining is what a training step costs in the browser, with everything that goes on besides.
func BenchmarkTraining(b *testing.B) {
	for _, query := range []string{"?task=reverse&shortest=3&longest=6&seed=2", "?task=dates&seed=2"} {
		b.Run(query[1:], func(b *testing.B) {
			v := open(b, query)
			v.press("Train")
			v.until(time.Minute, "training", func() bool { return v.steps() > 20 })
			start, from := time.Now(), v.steps()
			for b.Loop() {
				time.Sleep(5 * time.Second)
			}
			steps := v.steps() - from
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(time.Since(start).Seconds()*1000/float64(steps), "ms/step")
		})
	}
}

// BenchmarkOpen is how soon there is something to see, and something to do, for a reader who comes for
// the first time.
func BenchmarkOpen(b *testing.B) {
	var pictures, ready []float64
	for b.Loop() {
		v := &view{chrome.Open(b, address+"?seed="+strconv.Itoa(len(ready)+2), chrome.Options{}), b}
		v.Wait(filmIsThere, 30*time.Second)
		ready = append(ready, chrome.Eval[float64](v.Page, `performance.now()`))
		pictures = append(pictures, chrome.Eval[float64](v.Page, `performance.getEntriesByName('first-contentful-paint')[0].startTime`))
	}
	slices.Sort(ready)
	slices.Sort(pictures)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(pictures[len(pictures)/2], "ms-to-picture")
	b.ReportMetric(ready[len(ready)/2], "ms-to-interactive")
}

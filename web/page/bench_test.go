package page

import (
	"testing"

	"unroll/core/train"
	"unroll/web/wire"
)

// BenchmarkTurn is what the page does for one report and one run of a model in training: a new film,
// the components, a frame on a canvas that does nothing.
func BenchmarkTurn(b *testing.B) {
	var t testing.T
	p := playing(&t, "?hidden=64")
	report := wire.Progress{Step: 1, Loss: 1, Training: true, Evaluation: &train.Evaluation{Report: report(200, 100, 0.7), Samples: make([]train.Sample, 12)}}
	run := traceOf(p)
	ms := 0.0
	for b.Loop() {
		report.Step++
		ms += 50
		p.root.Receive(report)
		p.root.Receive(run)
		p.build()
		p.host.tick(ms)
	}
}

// BenchmarkBuild is the components alone.
func BenchmarkBuild(b *testing.B) {
	var t testing.T
	p := full(&t, "")
	for b.Loop() {
		p.build()
	}
}

// BenchmarkFrame is a frame of the film that plays, without the document's part of it.
func BenchmarkFrame(b *testing.B) {
	var t testing.T
	p := playing(&t, "")
	p.root.Player.Loop = true
	ms := 0.0
	for b.Loop() {
		ms += 16
		p.host.tick(ms)
	}
}

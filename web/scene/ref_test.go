package scene

import (
	"testing"

	"unroll/core/corpus"
	"unroll/web/scene/scenetest"
)

// TestResolve names numbers that are there and numbers that are not.
func TestResolve(t *testing.T) {
	run := scenetest.Run(small()["lstm"])
	for _, ref := range refs(run) {
		if _, ok := Resolve(run, ref); !ok {
			t.Errorf("%s is not found", ref)
		}
	}
	if got, _ := Resolve(run, "encoder/1/gates/f/2"); got != run.Encoder[1].Gates[1].Values[2] {
		t.Errorf("encoder/1/gates/f/2 is %g", got)
	}
	for _, ref := range []string{"", "/", "encoder", "encoder/0/h", "encoder/0/h/12", "encoder/0/h/-1", "encoder/0/h/01", "encoder/9/h/0",
		"encoder/x/h/0", "encoder/0/gates/z/0", "bridge/x/0", "decoder/0/attention/none/0", "decoder/0/h/0/0", "elsewhere/0/h/0", "encoder/+1/h/0", "encoder/00/h/0"} {
		if v, ok := Resolve(run, ref); ok {
			t.Errorf("%q is found to be %g", ref, v)
		}
	}
}

// FuzzResolve asks for numbers by any name, as a damaged link may.
func FuzzResolve(f *testing.F) {
	run := scenetest.Run(small()["lstm"])
	known := map[string]bool{}
	for _, ref := range refs(run) {
		known[ref] = true
	}
	for _, ref := range []string{"encoder/0/h/0", "bridge/c/11", "decoder/1/attention/weights/1", "decoder/0/gates/i/3", "encoder//h/0", "/"} {
		f.Add(ref)
	}
	f.Fuzz(func(t *testing.T, ref string) {
		if _, ok := Resolve(run, ref); ok && !known[ref] {
			t.Errorf("%q resolves", ref)
		}
	})
}

// TestEnd holds the id that ends a run to the vocabulary's.
func TestEnd(t *testing.T) {
	if end != corpus.End {
		t.Errorf("end is %d, the vocabularies say %d", end, corpus.End)
	}
}

package scene

import (
	"testing"

	"unroll/core/corpus"
	"unroll/web/scene/scenetest"
)

// TestResolve names numbers that are there and numbers that are not.
func TestResolve(t *testing.T) {
	run := scenetest.Run(small()["deepest"])
	for _, ref := range refs(run) {
		if _, ok := Resolve(run, ref); !ok {
			t.Errorf("%s is not found", ref)
		}
	}
	for ref, want := range map[string]float32{
		"encoder/1/layers/0/gates/f/2":      run.Encoder[1].Layers[0].Gates[1].Values[2],
		"encoder/1/backwards/2/c/3":         run.Encoder[1].Backwards[2].C[3],
		"encoder/0/out/9":                   run.Encoder[0].Out[9],
		"bridge/1/c/4":                      run.Bridge[1].C[4],
		"summary/13":                        run.Summary[13],
		"decoder/1/layers/2/h/0":            run.Decoder[1].Layers[2].H[0],
		"decoder/1/attention/context/13":    run.Decoder[1].Attention.Context[13],
		"decoder/0/attention/attentional/1": run.Decoder[0].Attention.Attentional[1],
	} {
		if got, ok := Resolve(run, ref); !ok || got != want {
			t.Errorf("%s is %g, want %g", ref, got, want)
		}
	}
	for _, ref := range []string{"", "/", "encoder", "encoder/0/layers/0/h", "encoder/0/layers/0/h/7", "encoder/0/layers/0/h/-1",
		"encoder/0/layers/0/h/01", "encoder/9/layers/0/h/0", "encoder/x/layers/0/h/0", "encoder/0/layers/0/gates/z/0", "encoder/0/layers/3/h/0",
		"encoder/0/h/0", "encoder/+1/layers/0/h/0", "encoder/00/layers/0/h/0", "encoder/0/out/14", "bridge/0/x/0", "bridge/h/0", "bridge/3/h/0",
		"summary/14", "summary//0", "summary/0/0", "decoder/0/attention/none/0", "decoder/0/layers/0/h/0/0", "decoder/0/backwards/0/h/0", "elsewhere/0/h/0"} {
		if v, ok := Resolve(run, ref); ok {
			t.Errorf("%q is found to be %g", ref, v)
		}
	}
}

// FuzzResolve asks for numbers by any name, as a damaged link may.
func FuzzResolve(f *testing.F) {
	run := scenetest.Run(small()["deepest"])
	known := map[string]bool{}
	for _, ref := range refs(run) {
		known[ref] = true
	}
	for _, ref := range []string{"encoder/0/layers/0/h/0", "encoder/1/backwards/0/c/3", "bridge/2/c/6", "summary/3", "decoder/1/attention/weights/1", "decoder/0/layers/1/gates/i/3", "encoder//h/0", "/"} {
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

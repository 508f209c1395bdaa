//go:build js && wasm

// Race is Unroll's contestant in a benchmark of trainers in the browser: the page's own model, kernels
// and optimiser, driven by arrays from JavaScript. It sets three globals and waits:
//
//	raceCreate(work, {name: {data: Uint8Array}})   the sizes, and the weights to begin with
//	raceTrain([batch, …])                          a training step each; the last one's loss
//	raceGreedy(batch, steps)                       what the model says, as Uint8Array of int32
//
// A batch is {n, src, srcLen, decIn, decOut}: bytes of int32, row-major, padded with zeros. Tokens 0, 1
// and 2 are padding, start and end, as the model has them.
package main

import (
	"fmt"
	"strings"
	"syscall/js"
	"unsafe"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/model"
	"unroll/core/optim"
	"unroll/wasm/simd"
)

func main() {
	var r racer
	set := func(name string, f func(args []js.Value) any) {
		js.Global().Set(name, js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args) }))
	}
	set("raceCreate", func(args []js.Value) any { return r.create(args[0], args[1]) })
	set("raceTrain", func(args []js.Value) any { return r.train(args[0]) })
	set("raceGreedy", func(args []js.Value) any { return r.greedy(args[0], args[1].Int()) })
	select {}
}

// racer is the contestant.
type racer struct {
	ops        kernel.Ops
	model      *model.Model
	adam       *optim.Optimiser
	rate, clip float64
	ls, lt     int
	rows       batchRows
	batch      *corpus.Batch
	said       [][]int
}

// create makes the model that the work describes, with its weights; it gives the name of the arithmetic.
func (r *racer) create(work, params js.Value) string {
	size := func(name string) int { return work.Get(name).Int() }
	attention := "none"
	if a := work.Get("attn"); a.Truthy() {
		attention = a.String()
	}
	r.ops = kernel.Plain{}
	if simd.Available() {
		r.ops = &simd.Ops{}
	}
	r.ls, r.lt, r.rate, r.clip = size("Ls"), size("Lt"), work.Get("lr").Float(), work.Get("clip").Float()
	m, err := model.New(r.ops, model.Config{
		Cell: work.Get("cell").String(), Attention: attention, Embedding: size("E"), Hidden: size("H"),
		SourceVocabulary: size("V"), TargetVocabulary: size("V"), MaxSource: r.ls, MaxTarget: r.lt, MaxBatch: size("B"),
	})
	if err != nil {
		panic(err)
	}
	for _, p := range m.Params.Params {
		given := params.Get(strings.Replace(p.Name, ".l0.", ".", 1))
		if given.IsUndefined() {
			panic(fmt.Sprintf("race: no weights for %s", p.Name))
		}
		if n := js.CopyBytesToGo(bytesOf(p.Value), given.Get("data")); n != 4*len(p.Value) {
			panic(fmt.Sprintf("race: %d bytes of weights for %s, which has %d numbers", n, p.Name, len(p.Value)))
		}
	}
	r.model = m
	if r.adam, err = optim.New("adam", optim.Options{}, len(m.Params.Value)); err != nil {
		panic(err)
	}
	r.batch = corpus.NewBatch(size("B"), r.ls, r.lt)
	return r.ops.Name()
}

// train takes a step for each batch and gives the last one's loss.
func (r *racer) train(batches js.Value) float64 {
	loss := 0.0
	for i := range batches.Length() {
		r.rows.read(batches.Index(i), r.ls, r.lt)
		r.batch.Fill(r.rows.sorted())
		loss = r.model.Forward(r.batch, true)
		r.model.Backward(r.batch)
		scale := optim.Clip(optim.Norm(r.ops, r.model.Params.Grad), r.clip)
		r.adam.Update(r.ops, r.model.Params.Value, r.model.Params.Grad, scale, r.rate)
	}
	return loss
}

// greedy decodes every row; behind the end stand ends.
func (r *racer) greedy(batch js.Value, steps int) js.Value {
	r.rows.read(batch, r.ls, r.lt)
	all := r.rows.all()
	r.said = r.said[:0]
	for len(all) > 0 {
		n := min(len(all), r.model.Config.MaxBatch)
		r.batch.Fill(all[:n])
		r.said = r.model.Greedy(r.batch, r.said)
		all = all[n:]
	}
	out := make([]int32, len(r.said)*steps)
	for i, ids := range r.said {
		for t := range steps {
			out[i*steps+t] = corpus.End
			if t < len(ids) {
				out[i*steps+t] = int32(ids[t])
			}
		}
	}
	array := js.Global().Get("Uint8Array").New(4 * len(out))
	js.CopyBytesToJS(array, bytesOf(out))
	return array
}

func bytesOf[T int32 | float32](x []T) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(x))), 4*len(x))
}

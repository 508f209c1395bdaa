//go:build js && wasm

// Race is Unroll's contestant in a benchmark of trainers in the browser: the page's own model, kernels
// and optimiser, driven by arrays from JavaScript. It sets these globals and waits:
//
//	raceCreate(work, {name: {data: Uint8Array}})   the sizes, and the weights to begin with
//	raceJoin(rank, port)                           takes every step together with another worker from then on
//	raceTrain([batch, …])                          a training step each; a promise of the last one's loss
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
	"unroll/core/train"
	"unroll/wasm/crew"
	"unroll/wasm/port"
	"unroll/wasm/simd"
)

func main() {
	var r racer
	set := func(name string, f func(args []js.Value) any) {
		js.Global().Set(name, js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args) }))
	}
	set("raceCreate", func(args []js.Value) any { return r.create(args[0], args[1]) })
	set("raceJoin", func(args []js.Value) any {
		r.place = crew.Place{Rank: args[0].Int(), Links: []crew.Link{port.New(args[1])}}
		return nil
	})
	set("raceTrain", func(args []js.Value) any { return promise(func() any { return r.train(args[0]) }) })
	set("raceGreedy", func(args []js.Value) any { return r.greedy(args[0], args[1].Int()) })
	select {}
}

// racer is the contestant.
type racer struct {
	model   *model.Model
	stepper *train.Stepper
	steps   int // taken
	place   crew.Place
	ls, lt  int
	rows    batchRows
	batch   *corpus.Batch
	said    [][]int
}

// create makes the model that the work describes, with its weights; it gives the name of the arithmetic.
func (r *racer) create(work, params js.Value) string {
	size := func(name string) int { return work.Get(name).Int() }
	attention := "none"
	if a := work.Get("attn"); a.Truthy() {
		attention = a.String()
	}
	var ops kernel.Ops = kernel.Plain{}
	if simd.Available() {
		ops = &simd.Ops{}
	}
	r.ls, r.lt = size("Ls"), size("Lt")
	m, err := model.New(ops, model.Config{
		Architecture:     model.Architecture{Cell: work.Get("cell").String(), Attention: attention, Embedding: size("E"), Hidden: size("H")},
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
	adam, err := optim.New("adam", optim.Options{}, len(m.Params.Value))
	if err != nil {
		panic(err)
	}
	r.model = m
	r.stepper = train.NewStepper(ops, m, train.Method{Optimiser: adam, Rate: optim.Schedule{Base: work.Get("lr").Float()}, ClipNorm: work.Get("clip").Float()})
	r.batch = corpus.NewBatch(size("B"), r.ls, r.lt)
	return ops.Name()
}

// train takes a step for each batch and gives the last one's loss.
func (r *racer) train(batches js.Value) float64 {
	loss := 0.0
	for i := range batches.Length() {
		r.rows.read(batches.Index(i), r.ls, r.lt)
		p, together, err := crew.Step(r, r.place)
		if err != nil || !together {
			panic(fmt.Sprint("race: the other worker is gone, or the loss: ", err))
		}
		loss = p.Loss
	}
	return loss
}

// What follows makes of it a crew.Replica.

func (r *racer) Begin()                          { r.stepper.Begin(r.steps, r.rows.sorted(), 1) }
func (r *racer) Shards() int                     { return r.stepper.Shards() }
func (r *racer) Share(one, of int) train.Part    { return r.stepper.Share(one, of) }
func (r *racer) Add(other train.Part) train.Part { return r.stepper.Add(other) }
func (r *racer) Finish() (train.Progress, error) { r.steps++; return r.stepper.Finish() }
func (r *racer) Save() []byte                    { return nil }
func (r *racer) Data() []byte                    { return nil }

// promise runs f where it may wait for events.
func promise(f func() any) js.Value {
	var executor js.Func
	executor = js.FuncOf(func(_ js.Value, args []js.Value) any {
		resolve := args[0]
		go func() {
			resolve.Invoke(f())
			executor.Release()
		}()
		return nil
	})
	return js.Global().Get("Promise").New(executor)
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

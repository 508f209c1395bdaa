//go:build js && wasm

package main

import (
	"syscall/js"

	"unroll/core/own"
	"unroll/wasm/octets"
	"unroll/wasm/supervisor"
	"unroll/web/page"
	"unroll/web/wire"
)

var _ page.Reader = (*reader)(nil)

// reader reads files by a program of its own, which is fetched for the first of them. Each Read is done by a
// new worker, which ends with it: what a large file has taken of memory is given back.
type reader struct {
	frames  *frames
	storage *storage
	module  js.Value // of the program; undefined until it is there
	worker  supervisor.Worker
	turn    int // counts what was asked for, so that an answer to what is not asked any more is nobody's
}

// Read is part of page.Reader.
func (r *reader) Read(m wire.Read, f func(wire.Message)) {
	r.Stop()
	turn := r.turn
	if !r.module.IsUndefined() {
		r.start(m, f)
		return
	}
	settled(js.Global().Get("unroll").Call("compile", "reader.wasm"), func(module js.Value, ok bool) {
		if ok {
			r.module = module
		}
		if turn != r.turn {
			return
		}
		if !ok {
			r.answer(wire.Failure{Reason: wire.Lost}, f)
			return
		}
		r.start(m, f)
	})
}

func (r *reader) start(m wire.Read, f func(wire.Message)) {
	r.worker = startWorker(r.module, func(message []byte) {
		answer, err := wire.Decode(message)
		if err != nil {
			answer = wire.Failure{Reason: wire.Crashed, Detail: err.Error()}
		}
		r.answer(answer, f)
	}, func(words string) {
		r.answer(wire.Failure{Reason: wire.Crashed, Detail: words}, f)
	})
	r.worker.Post(wire.Encode(m))
}

// answer ends what is being read.
func (r *reader) answer(m wire.Message, f func(wire.Message)) {
	r.Stop()
	r.frames.enter(func() { f(m) })
}

// Stop is part of page.Reader.
func (r *reader) Stop() {
	r.turn++
	if r.worker != nil {
		r.worker.Stop()
		r.worker = nil
	}
}

// Files is part of page.Reader.
func (r *reader) Files(id string, most int, f func(files []own.File, size int)) {
	input := js.Global().Get("document").Call("getElementById", id)
	list := js.Global().Get("Array").Call("from", input.Get("files"))
	input.Set("value", "") // so that the same file can be brought again
	files, size := make([]own.File, list.Length()), 0
	promises := make([]any, list.Length())
	for i := range files {
		file := list.Index(i)
		files[i].Name = file.Get("name").String()
		size += file.Get("size").Int()
	}
	if size > most {
		promises = nil
	}
	for i := range promises {
		promises[i] = list.Index(i).Call("arrayBuffer")
	}
	settled(js.Global().Get("Promise").Call("all", promises), func(buffers js.Value, ok bool) {
		if !ok {
			files, size = nil, 0
		}
		for i := 0; ok && i < len(promises); i++ {
			files[i].Data = octets.FromBuffer(buffers.Index(i))
		}
		r.frames.enter(func() { f(files, size) })
	})
}

// Keep is part of page.Reader.
func (r *reader) Keep(m wire.Corpus) {
	packed := m.Packed
	m.Packed = nil
	r.storage.keepCorpus(m.Digest, packed, wire.Encode(m))
}

// Kept is part of page.Reader.
func (r *reader) Kept(digest string, f func(*wire.Corpus)) {
	r.storage.about(digest, func(about []byte) {
		m, err := wire.Decode(about)
		kept, ok := m.(wire.Corpus) // a version of the page that wrote it otherwise may have kept it
		r.frames.enter(func() {
			if err != nil || !ok {
				f(nil)
				return
			}
			f(&kept)
		})
	})
}

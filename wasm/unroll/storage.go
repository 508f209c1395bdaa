//go:build js && wasm

package main

import (
	"strconv"
	"strings"
	"syscall/js"

	"unroll/core/train"
	"unroll/web/wire"
)

// states is the number of configurations whose last state is kept; the one that has not been touched
// for longest goes first.
const states = 8

// storage keeps the last state of each configuration in the browser's database, so that a closed tab
// continues where it was. Where the browser refuses storage, it keeps nothing and finds nothing.
//
// A record is {query, when, checkpoint} under the configuration's key.
type storage struct {
	db      js.Value
	state   uint8
	waiting []func() // for the database to be open, or refused
}

const (
	closed uint8 = iota
	opening
	open
	refused
)

// ready calls f when the database is open, or known to stay closed.
func (s *storage) ready(f func()) {
	switch s.state {
	case open, refused:
		f()
		return
	case opening:
		s.waiting = append(s.waiting, f)
		return
	}
	s.state, s.waiting = opening, append(s.waiting, f)
	settle := func(state uint8) {
		s.state = state
		for _, f := range s.waiting {
			f()
		}
		s.waiting = nil
	}
	var request js.Value
	factory := reach(js.Global(), "indexedDB")
	if !factory.Truthy() || !try(func() { request = factory.Call("open", "unroll", 1) }) {
		js.Global().Call("setTimeout", once(func(js.Value) { settle(refused) }))
		return
	}
	upgrade := js.FuncOf(func(js.Value, []js.Value) any {
		store := request.Get("result").Call("createObjectStore", "states")
		store.Call("createIndex", "when", "when")
		return nil
	})
	request.Set("onupgradeneeded", upgrade)
	answered(request, func(db js.Value, ok bool) {
		upgrade.Release()
		if !ok {
			settle(refused)
			return
		}
		s.db = db
		settle(open)
	})
}

// keep writes the state of a configuration, and drops what is too much.
func (s *storage) keep(c train.Config, query string, m wire.Saved) {
	s.ready(func() {
		store, ok := s.store("readwrite")
		if !ok {
			return
		}
		record := map[string]any{
			"query":      query,
			"when":       js.Global().Get("Date").Call("now"),
			"checkpoint": toBuffer(m.Checkpoint),
		}
		answered(store.Call("put", record, key(c)), func(_ js.Value, ok bool) {
			if !ok { // the disk is full, say: training goes on all the same
				return
			}
			s.drop(store)
		})
	})
}

// drop removes the oldest record if there are too many. One is written at a time, so one is enough.
func (s *storage) drop(store js.Value) {
	answered(store.Call("count"), func(n js.Value, ok bool) {
		if !ok || n.Int() <= states {
			return
		}
		answered(store.Call("index", "when").Call("openKeyCursor"), func(cursor js.Value, ok bool) {
			if ok && cursor.Truthy() {
				store.Call("delete", cursor.Get("primaryKey"))
			}
		})
	})
}

// find calls f with the state of a configuration and the query under which it was kept, or with nil.
func (s *storage) find(c train.Config, f func(query string, checkpoint []byte)) {
	s.read(f, func(store js.Value) js.Value { return store.Call("get", key(c)) })
}

// latest calls f with the state that was kept last, or with nil.
func (s *storage) latest(f func(query string, checkpoint []byte)) {
	s.ready(func() {
		store, ok := s.store("readonly")
		if !ok {
			f("", nil)
			return
		}
		cursor := store.Call("index", "when").Call("openKeyCursor", js.Null(), "prev")
		answered(cursor, func(cursor js.Value, ok bool) {
			if !ok || !cursor.Truthy() {
				f("", nil)
				return
			}
			newest := cursor.Get("primaryKey")
			s.read(f, func(store js.Value) js.Value { return store.Call("get", newest) })
		})
	})
}

// read calls f with the record that a request on the store comes to.
func (s *storage) read(f func(query string, checkpoint []byte), request func(store js.Value) js.Value) {
	s.ready(func() {
		store, ok := s.store("readonly")
		if !ok {
			f("", nil)
			return
		}
		answered(request(store), func(record js.Value, ok bool) {
			if !ok || !record.Truthy() {
				f("", nil)
				return
			}
			f(record.Get("query").String(), fromBuffer(record.Get("checkpoint")))
		})
	})
}

// store is the object store within a new transaction.
func (s *storage) store(mode string) (store js.Value, ok bool) {
	if s.state != open {
		return store, false
	}
	ok = try(func() { // the browser may have closed the database meanwhile
		store = s.db.Call("transaction", "states", mode).Call("objectStore", "states")
	})
	return store, ok
}

// answered calls f once with the result of a request to the database.
func answered(request js.Value, f func(result js.Value, ok bool)) {
	var success, failure js.Func
	success = once(func(js.Value) { failure.Release(); f(request.Get("result"), true) })
	failure = once(func(event js.Value) {
		success.Release()
		event.Call("preventDefault")
		event.Call("stopPropagation")
		f(js.Undefined(), false)
	})
	request.Set("onsuccess", success)
	request.Set("onerror", failure)
}

// key is everything that a run depends on, in one line.
func key(c train.Config) string {
	real := func(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
	return strings.Join([]string{
		c.Task, strconv.Itoa(c.Shortest), strconv.Itoa(c.Longest),
		c.Cell, c.Attention, strconv.Itoa(c.Embedding), strconv.Itoa(c.Hidden),
		strconv.Itoa(c.Batch), real(c.LearningRate), real(c.TeacherForcing), real(c.ClipNorm),
		strconv.FormatUint(c.Seed, 10),
	}, " ")
}

//go:build js && wasm

package main

import (
	"syscall/js"

	"unroll/core/train"
	"unroll/wasm/octets"
	"unroll/web/setting"
	"unroll/web/wire"
)

// The stores of the database, and how many records each keeps; the one that has not been touched for
// longest goes first.
const (
	states, mostStates   = "states", 8
	corpora, mostCorpora = "corpora", 4
)

// storage keeps the last state of each configuration in the browser's database, so that a closed tab
// continues where it was, and the reader's own corpora. Where the browser refuses storage, it keeps
// nothing and finds nothing, save the last corpus: for as long as the page is open.
//
// A record is {query, when, checkpoint} under the configuration's key, or {when, data, about} under the
// corpus's digest.
type storage struct {
	db      js.Value
	state   uint8
	waiting []func() // for the database to be open, or refused
	last    ownCorpus
}

// ownCorpus is a corpus of the reader's own: the task, packed, and what there is to say of it.
type ownCorpus struct {
	digest      string
	data, about []byte
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
	if !factory.Truthy() || !try(func() { request = factory.Call("open", "unroll", 2) }) {
		js.Global().Call("setTimeout", once(func(js.Value) { settle(refused) }))
		return
	}
	upgrade := js.FuncOf(func(js.Value, []js.Value) any {
		db := request.Get("result")
		for _, name := range []string{states, corpora} {
			if !db.Get("objectStoreNames").Call("contains", name).Bool() { // an earlier visit may have made it
				db.Call("createObjectStore", name).Call("createIndex", "when", "when")
			}
		}
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
	s.put(states, mostStates, key(c), map[string]any{"query": query, "checkpoint": octets.ToBuffer(m.Checkpoint)})
}

// keepCorpus writes a reader's own corpus, and drops what is too much.
func (s *storage) keepCorpus(digest string, data, about []byte) {
	s.last = ownCorpus{digest, data, about}
	s.put(corpora, mostCorpora, digest, map[string]any{"data": octets.ToBuffer(data), "about": octets.ToBuffer(about)})
}

func (s *storage) put(name string, most int, key string, record map[string]any) {
	s.ready(func() {
		store, ok := s.store(name, "readwrite")
		if !ok {
			return
		}
		record["when"] = js.Global().Get("Date").Call("now")
		answered(store.Call("put", record, key), func(_ js.Value, ok bool) {
			if ok { // else the disk is full, say: all goes on without
				drop(store, most)
			}
		})
	})
}

// drop removes the oldest record if there are more than most. One is written at a time, so one is enough.
func drop(store js.Value, most int) {
	answered(store.Call("count"), func(n js.Value, ok bool) {
		if !ok || n.Int() <= most {
			return
		}
		answered(store.Call("index", "when").Call("openKeyCursor"), func(cursor js.Value, ok bool) {
			if ok && cursor.Truthy() {
				store.Call("delete", cursor.Get("primaryKey"))
			}
		})
	})
}

// latest calls f with the state that was kept last, or with nil.
func (s *storage) latest(f func(query string, checkpoint []byte)) {
	s.newest(states, func(key js.Value) {
		if key.IsUndefined() {
			f("", nil)
			return
		}
		s.record(key, f)
	})
}

// newest calls f with the key of the record that was kept last, or with undefined.
func (s *storage) newest(name string, f func(key js.Value)) {
	s.ready(func() {
		store, ok := s.store(name, "readonly")
		if !ok {
			f(js.Undefined())
			return
		}
		cursor := store.Call("index", "when").Call("openKeyCursor", js.Null(), "prev")
		answered(cursor, func(cursor js.Value, ok bool) {
			if !ok || !cursor.Truthy() {
				f(js.Undefined())
				return
			}
			f(cursor.Get("primaryKey"))
		})
	})
}

// find calls f with the state of a configuration and the query under which it was kept, or with nil.
func (s *storage) find(c train.Config, f func(query string, checkpoint []byte)) {
	s.record(key(c), f)
}

// corpus calls f with a reader's own corpus, or with nil.
func (s *storage) corpus(digest string, f func(data []byte)) {
	s.own(digest, func(c ownCorpus) { f(c.data) })
}

// about calls f with what there is to say of a corpus, or, without a digest, of the one that was kept last;
// or with nil.
func (s *storage) about(digest string, f func(about []byte)) {
	if digest == "" {
		digest = s.last.digest
	}
	found := func(c ownCorpus) { f(c.about) }
	if digest != "" {
		s.own(digest, found)
		return
	}
	s.newest(corpora, func(key js.Value) {
		if key.IsUndefined() {
			f(nil)
			return
		}
		s.own(key.String(), found)
	})
}

func (s *storage) own(digest string, f func(ownCorpus)) {
	if last := s.last; digest == last.digest {
		js.Global().Call("setTimeout", once(func(js.Value) { f(last) }))
		return
	}
	s.get(corpora, digest, func(record js.Value) {
		c := ownCorpus{digest: digest}
		if record.Truthy() {
			c.data = octets.FromBuffer(record.Get("data"))
			c.about = octets.FromBuffer(record.Get("about"))
		}
		f(c)
	})
}

// record calls f with a state's record, or with nil.
func (s *storage) record(key any, f func(query string, checkpoint []byte)) {
	s.get(states, key, func(record js.Value) {
		if record.Truthy() {
			f(record.Get("query").String(), octets.FromBuffer(record.Get("checkpoint")))
		} else {
			f("", nil)
		}
	})
}

// get calls f with the record under a key, or with undefined.
func (s *storage) get(name string, key any, f func(record js.Value)) {
	s.ready(func() {
		store, ok := s.store(name, "readonly")
		if !ok {
			f(js.Undefined())
			return
		}
		answered(store.Call("get", key), func(record js.Value, ok bool) { f(record) })
	})
}

// store is an object store within a new transaction.
func (s *storage) store(name, mode string) (store js.Value, ok bool) {
	if s.state != open {
		return store, false
	}
	ok = try(func() { // the browser may have closed the database meanwhile
		store = s.db.Call("transaction", name, mode).Call("objectStore", name)
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
	v := setting.Default(c.Task)
	v.Config = c
	return v.Query()
}

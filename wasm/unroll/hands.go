//go:build js && wasm

package main

import (
	"syscall/js"

	"unroll/core/train"
	"unroll/wasm/crew"
	"unroll/wasm/octets"
	"unroll/wasm/port"
)

// hands are workers that this trainer starts as the page has started it, to share its work.
type hands struct {
	most    int // to be started
	workers []*worker
	ready   int
	links   []*port.Port
	lost    bool
}

var _ crew.Hands = (*hands)(nil)

// mostHands is one less than the cores that a crew has a use for.
const mostHands = 3

// newHands is none as yet. How many cores there are, the page has told. Of two, the page itself keeps
// one busy with drawing: a second trainer there made training a quarter slower.
func newHands() *hands {
	cores := js.Global().Get("unroll").Get("cores")
	if cores.Type() != js.TypeNumber || cores.Int() <= 2 {
		return &hands{}
	}
	return &hands{most: min(cores.Int()-1, mostHands)}
}

// Call is part of crew.Hands.
func (h *hands) Call() int {
	if h.lost {
		return 0
	}
	for len(h.workers) < h.most {
		w := startTrainer(
			func([]byte) { h.ready++ }, // its one message: that it is there
			func(string) { h.Dismiss(true) }).(*worker)
		h.workers = append(h.workers, w)
		if !w.Truthy() { // the browser starts none, and is about to say so
			return 0
		}
		w.Call("postMessage", map[string]any{"hand": true})
	}
	if h.ready < h.most {
		return 0 // a crew is formed once, of all
	}
	return h.ready
}

// Enlist is part of crew.Hands.
func (h *hands) Enlist(n int, checkpoint, data []byte) crew.Place {
	h.Dismiss(false)
	places := make([][]any, n+1) // of ports
	for distance := 1; distance <= n; distance *= 2 {
		for i := range places {
			if j := i ^ distance; i < j {
				channel := js.Global().Get("MessageChannel").New()
				places[i] = append(places[i], channel.Get("port1"))
				places[j] = append(places[j], channel.Get("port2"))
			}
		}
	}
	for i, ports := range places[1:] {
		buffer, file := octets.ToBuffer(checkpoint), octets.ToBuffer(data)
		h.workers[i].Call("postMessage",
			map[string]any{"rank": i + 1, "ports": ports, "checkpoint": buffer, "data": file}, append([]any{buffer, file}, ports...))
	}
	place := crew.Place{}
	for _, p := range places[0] {
		link := port.New(p.(js.Value))
		h.links, place.Links = append(h.links, link), append(place.Links, link)
	}
	return place
}

// Dismiss is part of crew.Hands. Hands that are not lost wait for the next Enlist.
func (h *hands) Dismiss(lost bool) {
	for _, l := range h.links {
		l.Close()
	}
	h.links = nil
	if !lost || h.lost {
		return
	}
	h.lost = true
	js.Global().Get("console").Call("warn", "unroll: a worker that shared the training is gone; it goes on without")
	for _, w := range h.workers {
		w.Stop()
	}
	h.workers = nil
}

// runHand makes this worker one of hands: an order brings it a state and its place; the order before
// it, if there was one, ends.
func runHand(load func(checkpoint, data []byte) (*train.Session, error)) (order func(message js.Value)) {
	var links []crew.Link
	js.Global().Call("postMessage", js.Global().Get("ArrayBuffer").New(0)) // it is there
	return func(message js.Value) {
		for _, l := range links {
			l.Close()
		}
		links = nil
		ports := message.Get("ports")
		for i := range ports.Length() {
			links = append(links, port.New(ports.Index(i)))
		}
		replica, err := load(octets.FromBuffer(message.Get("checkpoint")), octets.FromBuffer(message.Get("data")))
		if err != nil {
			panic(err) // it is what another has just saved
		}
		go crew.Follow(replica, crew.Place{Rank: message.Get("rank").Int(), Links: links})
	}
}

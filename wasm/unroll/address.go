//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"

	"unroll/core/train"
	"unroll/web/setting"
)

// addressPause is the least time between two changes of the address, in milliseconds: browsers
// refuse a page that makes a hundred of them within half a minute.
const addressPause = 400

// address is the query of the page's address, which changes more often than the browser lets it.
type address struct {
	next    string
	waiting bool
	replace js.Func // calls write
}

// query is what the address says, or will say in a moment.
func (a *address) query() string {
	if a.waiting {
		return a.next
	}
	return strings.TrimPrefix(part("search"), "?")
}

func (a *address) set(query string) {
	a.next = query
	if !a.waiting {
		a.waiting = true
		js.Global().Call("setTimeout", a.replace, addressPause)
	}
}

// write keeps the fragment: a site that frames the page may have put something there.
func (a *address) write() {
	a.waiting = false
	search := ""
	if a.next != "" {
		search = "?" + a.next
	}
	replaceAddress(search, part("hash"))
}

// part is one of the address's, with the mark in front of it.
func part(name string) string { return js.Global().Get("location").Get(name).String() }

func replaceAddress(search, hash string) {
	to := part("pathname") + search + hash
	try(func() { js.Global().Get("history").Call("replaceState", js.Null(), "", to) })
}

// Fragment is part of page.Host.
func (h *host) Fragment() string { return part("hash") }

// SetFragment is part of page.Host. A "#" with nothing behind it goes, too.
func (h *host) SetFragment(fragment string) { replaceAddress(part("search"), fragment) }

// configOf is the configuration that a query stands for.
func configOf(query string) train.Config {
	v, _ := setting.Parse(query)
	return v.Config
}

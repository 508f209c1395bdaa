//go:build js && wasm

// Command sturdy does what Go's runtime needs its tables of functions for, and its scheduler, and says what
// came of it: stacks grow and shrink and are scanned, goroutines wait for each other and for time, panics
// are thrown and recovered, callers are asked for, errors are written. It ends with a crash.
package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

func main() {
	say("sum", grow(20_000, new(int)))
	say("workers", workers())
	say("recovered", recovered(), again())
	say("callers", callers[int]()...)
	say("stack", named(string(debug.Stack()))...)
	say("interface", failure(func() { _ = any(3).(interface{ Error() string }) }))
	say("bounds", failure(func() { _ = os.Args[len(os.Args)] }))
	say("nil", failure(func() { (*node)(nil).left = nil }))
	say("goexit", goexit())
	say("finalized", finalized())
	say("channels", channels())
	say("timers", timers())
	say("maps", maps())
	say("formats", fmt.Errorf("%w: %q has %d of %v, %.3g %T", errOnPurpose, "a b", 3, []int{1, 2}, 0.12345, os.Args).Error())
	go crash(&node{})
	select {}
}

func say(what string, values ...string) { println(what + ": " + strings.Join(values, " ")) }

type node struct {
	left, right *node
	value       int
}

func tree(depth int) *node {
	if depth == 0 {
		return &node{value: 1}
	}
	return &node{left: tree(depth - 1), right: tree(depth - 1)}
}

func (n *node) sum() int {
	if n == nil {
		return 0
	}
	return n.value + n.left.sum() + n.right.sum()
}

// grow makes the stack move with pointers into itself on it, and garbage be collected at its deepest.
func grow(depth int, total *int) string {
	var local [4]int
	here := &local[depth%4]
	*here = depth % 7
	if depth == 0 {
		runtime.GC()
	} else {
		grow(depth-1, total)
	}
	*total += *here + local[(depth+1)%4]
	return itoa(*total)
}

// workers have deep stacks that the collector scans while the others run, block and end.
func workers() string {
	var group sync.WaitGroup
	results := make(chan int)
	for i := range 20 {
		group.Go(func() {
			total := 0
			for range 5 {
				t := tree(9)
				grow(100*i, new(int))
				runtime.Gosched()
				total += t.sum()
			}
			results <- total
		})
	}
	go func() { group.Wait(); close(results) }()
	total := 0
	for r := range results {
		runtime.GC()
		total += r
	}
	return itoa(total)
}

var errOnPurpose = errors.New("on purpose")

// recovered panics below many calls with deferred ones, of which one panics too.
func recovered() (said string) {
	defer func() { said += " recovered " + recover().(error).Error() }()
	for i := range 3 {
		defer func() { said += itoa(i) }() // in a loop, hence not an open-coded one
	}
	deep(50)
	return "not reached"
}

func deep(n int) {
	defer func() {
		if n%10 == 3 {
			panic(recover())
		}
	}()
	if n == 0 {
		panic(errOnPurpose)
	}
	deep(n - 1)
}

// again panics while it recovers.
func again() (said string) {
	defer func() {
		first := recover().(error)
		said = failure(func() { panic(errors.Join(errOnPurpose, first)) })
	}()
	var m map[string]int
	m["x"] = 1
	return ""
}

func failure(f func()) (said string) {
	defer func() { said = recover().(error).Error() }()
	f()
	return "it went well"
}

func callers[T any]() (names []string) {
	func() {
		pcs := make([]uintptr, 20)
		frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
		for more := true; more; {
			var f runtime.Frame
			f, more = frames.Next()
			names = append(names, f.Function)
		}
		pc, _, _, ok := runtime.Caller(1)
		if f := runtime.FuncForPC(pc); ok {
			names = append(names, f.Name())
		}
	}()
	return names
}

// named are the lines of a traceback that name a function, without its arguments.
func named(trace string) (names []string) {
	for line := range strings.Lines(trace) {
		if name, _, ok := strings.Cut(line, "("); ok && line[0] != '\t' {
			names = append(names, name)
		}
	}
	return names
}

func goexit() (said string) {
	done := make(chan string)
	go func() {
		defer func() { done <- "its deferred call has run" }()
		func() { runtime.Goexit() }()
	}()
	return <-done
}

// finalized waits for the collector to find something dead.
func finalized() string {
	done := make(chan bool, 1)
	runtime.SetFinalizer(&node{value: 3}, func(*node) { done <- true })
	for range 10 {
		runtime.GC()
		runtime.Gosched()
		select {
		case <-done:
			return "yes"
		default:
		}
	}
	return "no"
}

// channels passes numbers through many goroutines, by selects with several ways.
func channels() string {
	first := make(chan int)
	last, quit := first, make(chan bool)
	for i := range 50 {
		next := make(chan int, i%3)
		go func(in, out chan int) {
			defer close(out)
			for {
				select {
				case n, ok := <-in:
					if !ok {
						return
					}
					out <- n + 1
				case <-quit:
					return
				}
			}
		}(last, next)
		last = next
	}
	go func() {
		for i := range 20 {
			first <- i
		}
		close(first)
	}()
	total := 0
	for n := range last {
		total += n
	}
	close(quit)
	return itoa(total)
}

// timers has them fire in the order of their times, and one stopped.
func timers() (order string) {
	fired := make(chan string)
	for i := range 5 {
		time.AfterFunc(time.Duration(60-10*i)*time.Millisecond, func() { fired <- itoa(i) })
	}
	stopped := time.NewTimer(30 * time.Millisecond)
	stopped.Stop()
	for len(order) < 5 {
		select {
		case <-stopped.C:
			return "one that was stopped fired"
		case who := <-fired:
			order += who
		case <-time.After(5 * time.Second):
			return "one did not fire"
		}
	}
	return order
}

// maps grow, shrink and are read by keys of several kinds.
func maps() string {
	numbers, texts, anything := map[int]string{}, map[string]int{}, map[any]int{}
	for i := range 5000 {
		numbers[i], texts[itoa(i)], anything[i] = itoa(i), i, i
		if i%3 == 0 {
			delete(numbers, i/2)
			anything[itoa(i)] = i
		}
	}
	runtime.GC()
	total := len(numbers) + len(texts) + len(anything)
	for i, text := range numbers {
		if texts[text] != i || anything[i] != i {
			return "a key is lost"
		}
	}
	return itoa(total)
}

func crash(n *node) {
	defer println("the last words")
	println(n.left.value)
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

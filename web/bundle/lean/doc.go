// Package lean gives the go command Go's library as the page's program needs it, by the flag -overlay: a
// few packages have a stand-in (fmt, html, internal/godebug, a table of strconv), and the runtime is told what is always so in
// a page (constants.go), so that the compiler leaves out the code for when it is not, and the linker what
// only that would call. The program does the same. It is 80 KB of brotli smaller by the stand-ins and 48 by
// the constants.
//
// What is replaced must be as in the version of Go that all this was read in: Overlay looks for each
// expression and each function, and refuses others.
package lean

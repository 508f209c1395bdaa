// Package shrink takes from a Go program's WebAssembly what a page does not need to receive. It works on
// what the linker wrote: the code stays as it is, and memory, once the program runs, holds the same but
// for the tables of lines.
//
// Tables knows Go's function tables (runtime.pclntab) as of Go 1.26. Of these it drops what only tells
// files, lines and arguments in a crash report, and has the module compute at its start what follows from
// the rest. Join writes the data in few pieces. Both verify what they read and refuse what they do not
// know, so that a program is never broken, only larger.
package shrink

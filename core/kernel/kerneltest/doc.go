// Package kerneltest tests implementations of kernel.Ops against the oracle, kernel.Naive, on random
// shapes: empty, one row, one column, odd sizes, rows that lie apart, and slices that start anywhere.
// What must not be written is checked to be as it was.
package kerneltest

// Package parts holds the components that the browser tests and benchmarks of package dom render.
package parts

//go:generate go tool vugugen -skip-main -skip-go-mod .

//go:build js && wasm

// Command reference trains outside of a browser, by the kernels that the page has, and prints a checksum
// of everything that the run consists of. Node runs it as it does the kernels' own tests; its arguments
// are a link's query and the number of steps.
package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"strconv"

	"unroll/core/train"
	"unroll/wasm/simd"
	"unroll/web/setting"
)

func main() {
	values, _ := setting.Parse(os.Args[1])
	steps, err := strconv.Atoi(os.Args[2])
	check(err)
	if !simd.Available() {
		fmt.Fprintln(os.Stderr, "no kernels are linked")
		os.Exit(1)
	}
	session, err := train.NewWith(train.Means{Ops: &simd.Ops{}}, values.Config)
	check(err)
	for session.Trained() < steps {
		_, err := session.Step()
		check(err)
	}
	h := fnv.New64a()
	h.Write(session.Save())
	fmt.Printf("%x", h.Sum64())
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

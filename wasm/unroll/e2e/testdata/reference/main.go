// Command reference trains natively and prints a checksum of everything that the run consists of. It
// is built with the tag noasm, so that gonum adds in the order in which it does in the browser.
//
//	go run -tags noasm . "?seed=7" 200
package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"strconv"

	"unroll/core/train"
	"unroll/web/setting"
)

func main() {
	values, _ := setting.Parse(os.Args[1])
	steps, err := strconv.Atoi(os.Args[2])
	check(err)
	session, err := train.New(values.Config())
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

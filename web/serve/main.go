// Command serve shows a built site on this machine, and on no other: it listens on the loopback
// address alone.
//
//	PORT=8080 go run ./web/serve [directory]
//
// The directory is dist unless another is named. PORT is 8080 unless set, and a free port is taken
// when it is in use. An interrupt ends the server once the answers under way are given.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	dir := "dist"
	if len(os.Args) > 1 {
		dir = os.Args[1]
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, dir, os.Getenv("PORT"), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

// run serves dir until ctx ends, and says on out where.
func run(ctx context.Context, dir, port string, out io.Writer) error {
	root, err := os.OpenRoot(dir) // a link inside dir that leads out of it is not followed
	if err != nil {
		return fmt.Errorf("there is no site in %s (./build.sh build makes one): %w", dir, err)
	}
	defer root.Close()
	listener, err := listen(port, out)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "Unroll is at http://%s/ (Ctrl-C ends it)\n", listener.Addr())
	return serve(ctx, listener, root.FS())
}

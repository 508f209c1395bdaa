package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"

	"unroll/web/site"
)

// listen opens the port on the loopback address, or a free one, said on out, when it is taken.
func listen(port string, out io.Writer) (net.Listener, error) {
	if port == "" {
		port = "8080"
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil {
		return nil, fmt.Errorf("PORT is %q, which is no port: give a number up to 65535", port)
	} else if n == 0 {
		return net.Listen("tcp", "127.0.0.1:0")
	}
	l, err := net.Listen("tcp", "127.0.0.1:"+port)
	if errors.Is(err, syscall.EADDRINUSE) {
		fmt.Fprintf(out, "Port %s is in use, so a free one is taken.\n", port)
		return net.Listen("tcp", "127.0.0.1:0")
	}
	return l, err
}

// grace is how long answers under way may take once the server is asked to end.
const grace = 3 * time.Second

// serve answers on l until ctx ends, then finishes what is under way.
func serve(ctx context.Context, l net.Listener, files fs.FS) error {
	server := &http.Server{
		Handler:           site.New(files),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		return server.Close() // somebody was still reading; they have had their time
	}
	return nil
}

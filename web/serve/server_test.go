package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// begin runs the command on a directory with one page; it gives the first lines that it prints, up to
// the one with the address, and what run returns in the end.
func begin(t *testing.T, port string) (lines []string, stop context.CancelFunc, ended chan error) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte("the page"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	ended = make(chan error, 1)
	r, w := io.Pipe()
	go func() {
		err := run(ctx, dir, port, w)
		w.CloseWithError(err)
		ended <- err
	}()
	for in := bufio.NewScanner(r); in.Scan(); {
		lines = append(lines, in.Text())
		if strings.Contains(in.Text(), "http://") {
			go io.Copy(io.Discard, r)
			return lines, stop, ended
		}
	}
	t.Fatalf("no address printed; run says %v", <-ended)
	return nil, nil, nil
}

// address cuts the URL out of the line that gives it.
func address(t *testing.T, line string) string {
	t.Helper()
	_, rest, ok := strings.Cut(line, "http://127.0.0.1:")
	port, _, ends := strings.Cut(rest, "/")
	if !ok || !ends {
		t.Fatalf("no loopback address in %q", line)
	}
	return "http://127.0.0.1:" + port + "/"
}

func TestServesUntilAskedToEnd(t *testing.T) {
	lines, stop, ended := begin(t, "0")
	url := address(t, lines[0])
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(response.Body)
	response.Body.Close()
	if err != nil || string(body) != "the page" {
		t.Errorf("GET %s: %q, %v", url, body, err)
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("the end was no clean one: %v", err)
	}
	if _, err := http.Get(url); err == nil {
		t.Error("it still answers after its end")
	}
}

func TestTakesAFreePortWhenItsOwnIsTaken(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, port, _ := net.SplitHostPort(taken.Addr().String())
	lines, _, _ := begin(t, port)
	if len(lines) != 2 || !strings.Contains(lines[0], "Port "+port+" is in use") {
		t.Fatalf("it printed %q", lines)
	}
	if strings.Contains(address(t, lines[1]), ":"+port+"/") {
		t.Errorf("the address %q is the taken one", lines[1])
	}
}

func TestWhatItRefuses(t *testing.T) {
	for _, port := range []string{"http", "-1", "65536", "80 80", "127.0.0.1:80"} {
		err := run(t.Context(), t.TempDir(), port, io.Discard)
		if err == nil || !strings.Contains(err.Error(), "PORT is") {
			t.Errorf("PORT=%q: %v", port, err)
		}
	}
	err := run(t.Context(), filepath.Join(t.TempDir(), "nowhere"), "0", io.Discard)
	if err == nil || !strings.Contains(err.Error(), "./build.sh build") {
		t.Errorf("a missing directory: %v", err)
	}
}

package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

// preparePeers gives the folder of the peers, built: a copy among the user's cached files, named by what
// it was made of, so that it is made once.
func preparePeers(ctx context.Context) (string, error) {
	from := os.Getenv("UNROLL_PEERS")
	if from == "" {
		from = filepath.Join("..", "shared", "bench")
	}
	if err := missing(from); err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	sum, err := checksum(os.DirFS(from))
	if err != nil {
		return "", err
	}
	place := filepath.Join(cache, "unroll", "peers-"+sum)
	if _, err := os.Stat(place); err == nil {
		return place, nil
	}
	fmt.Fprintf(os.Stderr, "Preparing the peers of %s in %s\n", from, place)
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		return "", err
	}
	draft, err := os.MkdirTemp(filepath.Dir(place), "draft-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(draft)
	if err := os.CopyFS(draft, os.DirFS(from)); err != nil {
		return "", err
	}
	for _, command := range [][]string{{"npm", "ci", "--ignore-scripts"}, {"node", "build.mjs"}} {
		if _, err := output(ctx, draft, nil, command...); err != nil {
			return "", err
		}
	}
	return place, os.Rename(draft, place)
}

// missing says, all at once, what the race needs and does not find.
func missing(peers string) error {
	var lacks []error
	for _, name := range []string{"node", "npm"} {
		if _, err := exec.LookPath(name); err != nil {
			lacks = append(lacks, fmt.Errorf("%s is not on the PATH: the peers need Node.js with npm, see https://nodejs.org/", name))
		}
	}
	if _, err := os.Stat(filepath.Join(peers, "run.mjs")); err != nil {
		lacks = append(lacks, fmt.Errorf("there are no peers in %s: UNROLL_PEERS=/path/to/them names another place", peers))
	}
	return errors.Join(lacks...)
}

// checksum is a name for what a folder holds, apart from what npm and its build put there.
func checksum(folder fs.FS) (string, error) {
	sum := sha256.New()
	err := fs.WalkDir(folder, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if path == "node_modules" || path == "dist" {
				return fs.SkipDir
			}
			return err
		}
		text, err := fs.ReadFile(folder, path)
		fmt.Fprintf(sum, "%s %d\n%s", path, len(text), text)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)[:6]), err
}

// Package site is the whole website as one http.Handler over a file system: content types,
// precompressed brotli, revalidation, the headers that let the page live in other people's frames, and
// plain sentences for what is not there. It listens on nothing itself, so the same handler can stand
// behind a native server and behind an edge worker.
package site

import (
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

// Site serves the files of one directory. It is safe for concurrent use, and a file that changes is
// served anew from the next request on.
type Site struct {
	files fs.FS
	tags  tags
}

var _ http.Handler = (*Site)(nil)

// New returns the site of these files. A file name.br beside name is name, compressed by brotli; it is
// never served under its own name. Names that begin with a dot are not served.
func New(files fs.FS) *Site {
	return &Site{files: files}
}

// ServeHTTP answers GET and HEAD for a file, and 404, 405 or 500 with a sentence for everything else.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	secure(w.Header())
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		refuse(w, r, http.StatusMethodNotAllowed, "This address can only be read: use GET or HEAD.")
		return
	}
	name, ok := fileName(r.URL.Path)
	if !ok {
		refuse(w, r, http.StatusNotFound, notFound)
		return
	}
	s.serve(w, r, name)
}

const (
	notFound = "There is no page at this address. Unroll is at the root of this site."
	broken   = "The site could not read this file. Try again in a moment."
)

// fileName is the file that a request's path asks for; ok is false when no file may answer.
func fileName(p string) (name string, ok bool) {
	if p == "" || p == "/" {
		return "index.html", true
	}
	name, rooted := strings.CutPrefix(p, "/")
	if !rooted || !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") {
		return "", false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return "", false
		}
	}
	return name, path.Ext(name) != ".br"
}

// serve answers with the file of this name, compressed when that exists and is wanted.
func (s *Site) serve(w http.ResponseWriter, r *http.Request, name string) {
	plain, info, err := open(s.files, name)
	if err != nil {
		status, sentence := http.StatusNotFound, notFound
		if !isAbsent(err) {
			status, sentence = http.StatusInternalServerError, broken
		}
		refuse(w, r, status, sentence)
		return
	}
	defer plain.Close()
	file := plain

	h := w.Header()
	h.Set("Content-Type", contentType(name))
	h.Set("Cache-Control", "no-cache") // kept, but asked about each time: a rebuilt page is never stale
	if packed, packedInfo, err := open(s.files, name+".br"); err == nil {
		defer packed.Close()
		h.Add("Vary", "Accept-Encoding")
		if prefersBrotli(r.Header.Values("Accept-Encoding")) {
			h.Set("Content-Encoding", "br")
			name, file, info = name+".br", packed, packedInfo
		}
	}
	tag, err := s.tags.of(name, file, info)
	if err != nil {
		clear(h)
		secure(h)
		refuse(w, r, http.StatusInternalServerError, broken)
		return
	}
	h.Set("ETag", tag)
	h.Set("Content-Length", strconv.FormatInt(info.Size(), 10))
	http.ServeContent(w, r, name, time.Time{}, file)
}

// seekable is a file that http.ServeContent can serve in parts.
type seekable interface {
	fs.File
	io.Seeker
}

// open opens a regular file for reading at any place.
func open(files fs.FS, name string) (seekable, fs.FileInfo, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, nil, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	file, ok := f.(seekable)
	if !ok || !info.Mode().IsRegular() {
		f.Close()
		return nil, nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return file, info, nil
}

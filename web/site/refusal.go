package site

import (
	"errors"
	"html"
	"io"
	"io/fs"
	"net/http"
	"strconv"
)

// refuse answers with a small page that holds one sentence and the way home.
func refuse(w http.ResponseWriter, r *http.Request, status int, sentence string) {
	page := "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
		"<title>" + html.EscapeString(http.StatusText(status)) + " · Unroll</title>\n" +
		"<h1>" + html.EscapeString(http.StatusText(status)) + "</h1>\n" +
		"<p>" + html.EscapeString(sentence) + "</p>\n<p><a href=\"/\">Open Unroll</a></p>\n</html>\n"
	h := w.Header()
	h.Set("Content-Type", contentType(".html"))
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Length", strconv.Itoa(len(page)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		io.WriteString(w, page)
	}
}

// isAbsent tells a file that is not there from one that cannot be read.
func isAbsent(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid)
}

package site

import (
	"mime"
	"net/http"
	"path"
	"strings"
)

// policy is the page's Content-Security-Policy: nothing but what it needs. Programs are compiled from
// this site's own bytes, the trainer is a worker made of a blob that needs no further script, and there
// is no eval, no inline script and no inline style. Any site may frame the page.
var policy = strings.Join([]string{
	"default-src 'none'",
	"script-src 'self' 'wasm-unsafe-eval'",
	"worker-src blob:",
	"connect-src 'self'",
	"style-src 'self'",
	"img-src 'self' data: blob:",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors *",
}, "; ")

// secure puts on what every answer carries. The first three let the page, its program and its models
// load inside a sandboxed frame (whose origin is opaque, so that even this site is foreign to it) and
// under a parent that demands isolation.
func secure(h http.Header) {
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cross-Origin-Resource-Policy", "cross-origin")
	h.Set("Cross-Origin-Embedder-Policy", "require-corp")
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
}

// types are the media types of what this site consists of. The machine's own table is not asked first,
// for it differs between machines.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".safetensors": "application/octet-stream",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".woff2":       "font/woff2",
}

// contentType is the media type of a file, by its name.
func contentType(name string) string {
	ext := path.Ext(name)
	if t, ok := types[ext]; ok {
		return t
	}
	if t := mime.TypeByExtension(ext); t != "" {
		return t
	}
	return "application/octet-stream"
}

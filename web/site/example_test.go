package site_test

import (
	"fmt"
	"net/http/httptest"
	"testing/fstest"

	"unroll/web/site"
)

// A site over files in memory; a native server gives it those of a directory.
func ExampleNew() {
	s := site.New(fstest.MapFS{"unroll.wasm": {Data: []byte("\x00asm")}})
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("GET", "/unroll.wasm", nil))
	fmt.Println(w.Code, w.Header().Get("Content-Type"), w.Header().Get("Cache-Control"))
	// Output: 200 application/wasm no-cache
}

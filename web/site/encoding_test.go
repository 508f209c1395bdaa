package site

import "testing"

func TestCompressionIsNegotiated(t *testing.T) {
	const packed, plain = "wasm, packed", "\x00asm"
	for accept, want := range map[string]string{
		"":                           plain,
		"gzip":                       plain,
		"br":                         packed,
		"BR":                         packed,
		"gzip, deflate, br, zstd":    packed,
		"br;q=0.5":                   packed,
		"br; q=0":                    plain,
		"br;q=0.2, identity;q=0.8":   plain,
		"br;q=0.8, identity;q=0.2":   packed,
		"*":                          packed,
		"*;q=0":                      plain,
		"br;q=0, *":                  plain,
		"br;q=nonsense":              plain,
		"br;q=2":                     plain,
		"br;level=3":                 plain,
		"bread, abr":                 plain,
		"identity;q=0, br;q=0.00001": packed,
	} {
		w := ask(t, "GET", "/unroll.wasm", "Accept-Encoding", accept)
		if got := w.Body.String(); got != want {
			t.Errorf("Accept-Encoding %q: %q, want %q", accept, got, want)
		}
		encoding := ""
		if want == packed {
			encoding = "br"
		}
		if got := w.Header().Get("Content-Encoding"); got != encoding {
			t.Errorf("Accept-Encoding %q: Content-Encoding %q, want %q", accept, got, encoding)
		}
		if got := w.Header().Get("Vary"); got != "Accept-Encoding" {
			t.Errorf("Accept-Encoding %q: Vary %q", accept, got)
		}
		if got := w.Header().Get("Content-Type"); got != "application/wasm" {
			t.Errorf("Accept-Encoding %q: Content-Type %q", accept, got)
		}
	}
}

func TestSeveralAcceptEncodingHeaders(t *testing.T) {
	w := ask(t, "GET", "/unroll.wasm", "Accept-Encoding", "gzip", "Accept-Encoding", "br")
	if w.Header().Get("Content-Encoding") != "br" {
		t.Error("the second Accept-Encoding was not read")
	}
}

func TestEachFormHasItsOwnTag(t *testing.T) {
	packed := ask(t, "GET", "/unroll.wasm", "Accept-Encoding", "br").Header().Get("ETag")
	plain := ask(t, "GET", "/unroll.wasm").Header().Get("ETag")
	if packed == plain {
		t.Errorf("both forms have the tag %s", plain)
	}
	if w := ask(t, "GET", "/unroll.wasm", "Accept-Encoding", "br", "If-None-Match", packed); w.Code != 304 {
		t.Errorf("the packed form's own tag: %d, want 304", w.Code)
	}
}

func TestFileWithoutPackedForm(t *testing.T) {
	w := ask(t, "GET", "/loader.js", "Accept-Encoding", "br")
	if w.Body.String() != "start()" || w.Header().Get("Content-Encoding") != "" || w.Header().Get("Vary") != "" {
		t.Errorf("%q, headers %v", w.Body, w.Header())
	}
}

func FuzzPrefersBrotli(f *testing.F) {
	for _, seed := range []string{"", "br", "br;q=0.5, *;q=0", ";;q=,", "br;q=NaN", "br;q=1e-400"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		if prefersBrotli([]string{header}) && !prefersBrotli([]string{header, "gzip;q=1"}) {
			t.Errorf("%q and a word about gzip turned brotli off", header)
		}
	})
}

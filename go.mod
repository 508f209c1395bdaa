module unroll

go 1.26.0

// Templates (.vugu) become Go at development time; the result is committed.
tool github.com/vugu/vugu/cmd/vugugen

require (
	// Precompresses the built page (level 11) without asking for a brotli
	// program. Pure Go, MIT, maintained. Nothing of it enters the page.
	github.com/andybalholm/brotli v1.2.8
	// The DevTools protocol as Go types, chromedp's own other half. MIT,
	// regenerated with each Chromium. Tests only; nothing enters the page.
	github.com/chromedp/cdproto v0.159.0
	// Drives the Chromium of the browser tests from plain go test. MIT,
	// maintained. Nothing of it enters the page.
	github.com/chromedp/chromedp v0.23.0
	// Unicode's annex 29, the whole of it, which core/token's characters are
	// compared with. MIT, maintained. Tests only; nothing enters the page.
	github.com/clipperhouse/uax29/v2 v2.7.0
	// Runs the SIMD kernels' WebAssembly in plain go test, against the oracle.
	// Apache-2.0, pure Go, maintained. Tests only; nothing enters the page.
	github.com/tetratelabs/wazero v1.12.0
	// The HTML parser that Vugu itself uses, a fork of golang.org/x/net/html
	// (BSD-3-Clause), frozen since 2019. Tests read the page's markup with it;
	// nothing of it enters the page.
	github.com/vugu/html v0.0.0-20190914200101-c62dc20b8289
	// Imported by the code that vugugen writes, a fork of encoding/json. MIT,
	// frozen since 2020. Nothing of it enters the page.
	github.com/vugu/vjson v0.0.0-20200505061711-f9cbed27d3d9
	// Templates, components and events of the page; only its DOM renderer is
	// replaced, by web/dom. MIT; last tag May 2024, upkeep slow, so pinned.
	// With gonum it adds about 110 kB of brotli to an empty Go program.
	github.com/vugu/vugu v0.4.0
	// The numerics: blas32 and its plain Go kernels. BSD-3-Clause,
	// maintained. Its share is counted in the figure above.
	gonum.org/v1/gonum v0.17.0
)

require (
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/vugu/xxhash v0.0.0-20191111030615-ed24d0179019 // indirect
	golang.org/x/sys v0.44.0 // indirect
)

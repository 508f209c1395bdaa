package lean

import (
	"errors"
	"go/format"
	"os"
	"os/exec"
	"strings"
	"testing"
	"testing/fstest"
)

// wrapped is a file of the runtime with these statements in a function.
func wrapped(statements string) string {
	return "package runtime\n\nfunc f(gp *g, c *mcache) int {\n" + statements + "\n}\n"
}

func TestReplacesWhatIsRead(t *testing.T) {
	for was, want := range map[string]string{
		"if traceEnabled() { g() }":                      "if false { g() }",
		"trace := traceAcquire(); if trace.ok() { g() }": "trace := (traceLocker{}); if false { g() }",
		"if debug.gctrace > 0 || iscgo { g() }":          "if int32(0) > 0 || false { g() }",
		"c.rate = MemProfileRate":                        "c.rate = 0",
		"x[debug.sbrk] = y[debug.sbrk]":                  "x[int32(0)] = y[int32(0)]",
		"if b := gp.bubble; b != getg().bubble { g() }":  "if b := (*synctestBubble)(nil); b != (*synctestBubble)(nil) { g() }",
		"return func() int { return MemProfileRate }()":  "return func() int { return 0 }()",
		// What is written to, or has its address taken, stays; so do others of that name.
		"debug.gctrace = 1; iscgo = true; debug.sbrk++": "debug.gctrace = 1; iscgo = true; debug.sbrk++",
		"p := &debug.gctrace; q := &blockprofilerate":   "p := &debug.gctrace; q := &blockprofilerate",
		"gp.bubble = nil; getg().bubble.n = 1":          "gp.bubble = nil; (*synctestBubble)(nil).n = 1",
		"x := T{iscgo: iscgo, MemProfileRate: 1}":       "x := T{iscgo: false, MemProfileRate: 1}",
		"y.iscgo.debug.gctrace()":                       "y.iscgo.debug.gctrace()",
		"if traceEnabled(1) { g() }":                    "if traceEnabled(1) { g() }",
		"iscgo: for { break iscgo }":                    "iscgo: for { break iscgo }",
	} {
		edits, err := editsOf("runtime/x.go", []byte(wrapped(was)))
		if err != nil {
			t.Errorf("%s: %v", was, err)
			continue
		}
		got, err := format.Source(apply([]byte(wrapped(was)), edits))
		if err != nil {
			t.Errorf("%s becomes no Go: %v", was, err)
			continue
		}
		if neat, _ := format.Source([]byte(wrapped(want))); string(got) != string(neat) {
			t.Errorf("%s becomes\n%s", was, got)
		}
	}
}

func TestReplacesBodies(t *testing.T) {
	const text = "package runtime\n\nfunc check() { if iscgo { throw(\"x\") } }\n\nfunc (t T) check() { g() }\n\nfunc typelinksinit() { g() }\n"
	edits, err := editsOf("runtime/runtime1.go", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(text, "{ if iscgo { throw(\"x\") } }", "{}", 1)
	if got := string(apply([]byte(text), edits)); got != want {
		t.Errorf("it becomes\n%s", got)
	}
}

// TestRefusesAnotherRuntime leaves out one file after the other that has something to replace.
func TestRefusesAnotherRuntime(t *testing.T) {
	whole := make(fstest.MapFS)
	changed, err := simplify(os.DirFS(goroot(t) + "/src"))
	if err != nil {
		t.Fatal(err)
	}
	if len(changed) < 20 {
		t.Errorf("only %d files are changed", len(changed))
	}
	library := os.DirFS(goroot(t) + "/src").(interface{ ReadFile(string) ([]byte, error) })
	for name := range changed {
		text, err := library.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		whole[name] = &fstest.MapFile{Data: text}
	}
	if _, err := simplify(whole); err != nil {
		t.Errorf("with all files: %v", err)
	}
	for _, b := range bodies {
		was := whole[b.file]
		whole[b.file] = &fstest.MapFile{Data: []byte(strings.Replace(string(was.Data), "func "+b.function+"(", "func other(", 1))}
		if _, err := simplify(whole); err == nil || !strings.Contains(err.Error(), b.function) {
			t.Errorf("without %s the error is %v", b.function, err)
		}
		whole[b.file] = was
	}
	for _, c := range constants {
		// Without a word of it, so that what is left is still Go.
		word := strings.FieldsFunc(c.expression, func(r rune) bool { return strings.ContainsRune("*.()", r) })
		without := make(fstest.MapFS)
		for name, file := range whole {
			without[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(file.Data), word[len(word)-1], "other"))}
		}
		if _, err := simplify(without); err == nil || !strings.Contains(err.Error(), "does not ask for") {
			t.Errorf("without %s the error is %v", c.expression, err)
		}
	}
}

func goroot(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func TestSaysWhatAnotherLibraryLacks(t *testing.T) {
	library := fstest.MapFS{"runtime/x.go": {Data: []byte(wrapped("return 0"))}}
	if _, err := simplify(library); !errors.Is(err, ErrUnknown) || !strings.Contains(err.Error(), constants[0].expression) {
		t.Errorf("of a runtime with none of the constants it says %v", err)
	}
}

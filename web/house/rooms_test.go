package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"
	"testing"
)

// rules say which packages must not import which, each by its path or the beginning of it.
var rules = []struct{ who, never, why string }{
	{"unroll/core/", "unroll/web/", "the core knows no page"},
	{"unroll/core/", "unroll/wasm/", "the core knows no program"},
	{"unroll/web/", "unroll/wasm/", "the page knows no program"},
	{"unroll/web/scene", "github.com/vugu/", "a scene is a pure function of trace and time"},
	{"unroll/web/paint", "github.com/vugu/", "a painter draws on any canvas"},
	{"unroll/web/dom", "unroll/", "the renderer is of use to others"},
	{"unroll/web/page", "unroll/core/model", "the page never trains"},
	{"unroll/wasm/trainer", "unroll/web/scene", "the trainer never draws"},
	{"unroll/wasm/reader", "unroll/web/page", "the reader never shows"},
	{"unroll/wasm/reader", "unroll/core/model", "the reader never trains"},
}

// builder makes the site of what everybody else has written.
const builder = "unroll/web/bundle"

// scripters are the only ones that may speak with JavaScript.
var scripters = []string{"unroll/web/dom", "unroll/wasm/"}

// heavy are packages that weigh too much, in brotli bytes, to be imported by anything in the page.
var heavy = []string{
	"net/http", "regexp", "html/template", "text/template", "encoding/json", "log/slog", "crypto/", "reflect",
}

// linked are those of them that must not come in through somebody else either. (Vugu imports
// encoding/json; the linker finds it unused.)
var linked = []string{"net/http", "regexp", "html/template", "text/template", "log/slog", "crypto/"}

// weighty are functions that bring in more than they look like, in brotli bytes, and what to call instead.
var weighty = map[string]string{
	"errors.As":           "errors.AsType, which needs no reflection: 6 KB",
	"sort.Slice":          "sort.Sort, which needs no reflection",
	"sort.Strings":        "sort.Sort, which is there already, as in core/checkpoint/order.go: 3 KB",
	"strings.NewReplacer": "strings.ReplaceAll: 3 KB",
}

const imports = `{{.ImportPath}}{{range .Imports}} {{.}}{{end}}`

// of reports whether a package is the one named, or below it.
func of(pkg, name string) bool {
	return pkg == name || strings.HasPrefix(pkg, strings.TrimSuffix(name, "/")+"/")
}

func TestRoomsImportWhatTheyMay(t *testing.T) {
	for _, env := range [][]string{nil, browser} {
		for _, line := range list(t, env, "-e", "-f", imports, "./...") {
			pkg, imported, _ := strings.Cut(line, " ")
			for name := range strings.FieldsSeq(imported) {
				for _, rule := range rules {
					if of(pkg, rule.who) && of(name, rule.never) && !of(name, rule.who) && !of(pkg, builder) {
						t.Errorf("%s imports %s: %s", pkg, name, rule.why)
					}
				}
				if name == "syscall/js" && !of(pkg, scripters[0]) && !of(pkg, scripters[1]) {
					t.Errorf("%s imports syscall/js: only %s may", pkg, strings.Join(scripters, " and "))
				}
			}
		}
	}
}

func TestProgramStaysLight(t *testing.T) {
	for _, line := range list(t, browser, append([]string{"-deps", "-f", imports}, programs...)...) {
		pkg, imported, _ := strings.Cut(line, " ")
		for _, name := range linked {
			if of(pkg, name) {
				t.Errorf("the program links %s", pkg)
			}
		}
		if !of(pkg, "unroll/") {
			continue
		}
		for name := range strings.FieldsSeq(imported) {
			for _, heavyOne := range heavy {
				if of(name, heavyOne) {
					t.Errorf("%s imports %s, which is too heavy for the page", pkg, name)
				}
			}
		}
	}
}

func TestProgramCallsNothingWeighty(t *testing.T) {
	for _, folder := range list(t, browser, append([]string{"-deps", "-f", "{{.Dir}}{{range .GoFiles}} {{.}}{{end}}"}, programs...)...) {
		dir, names, _ := strings.Cut(folder, " ")
		if top, _ := filepath.Abs(root); !strings.HasPrefix(dir, top) {
			continue
		}
		for name := range strings.FieldsSeq(names) {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					if instead := weighty[types.ExprString(s)]; instead != "" {
						t.Errorf("%s calls %s: take %s", filepath.Join(dir, name), types.ExprString(s), instead)
					}
				}
				return true
			})
		}
	}
}

// TestForeignTextIsNeverMarkup looks for the ways by which a string becomes markup. The renderer has to
// offer what Vugu offers, so it is let off; that nobody asks it to is what counts.
func TestForeignTextIsNeverMarkup(t *testing.T) {
	sources(t, func(path string, text []byte) {
		if strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "web/dom/") || path == "static/dom.js" {
			return
		}
		for _, way := range []string{"vugu.HTML(", "innerHTML", "insertAdjacentHTML", "outerHTML", "document.write"} {
			if strings.Contains(string(text), way) {
				t.Errorf("%s uses %s, which makes markup of text", path, way)
			}
		}
	}, ".go", ".vugu", ".js")
}

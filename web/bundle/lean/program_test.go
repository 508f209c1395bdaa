package lean

import (
	"encoding/json"
	"errors"
	"go/ast"
	values "go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// listed is what go list says of a package of the program.
type listed struct {
	ImportPath, Dir, Export string
	GoFiles, Imports        []string
}

// TestStandInKnowsTheFormats looks, in all of our packages that the program consists of, for formats and
// arguments that the stand-in of fmt does not know.
func TestStandInKnowsTheFormats(t *testing.T) {
	command := exec.Command("go", "list", "-deps", "-export", "-json=ImportPath,Dir,Export,GoFiles,Imports", "./wasm/unroll")
	command.Dir, command.Stderr = "../../..", os.Stderr
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	exports := make(map[string]string)
	var ours []listed
	for list := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := list.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		exports[p.ImportPath] = p.Export
		if strings.HasPrefix(p.ImportPath, "unroll/") && slices.Contains(p.Imports, "fmt") {
			ours = append(ours, p)
		}
	}
	files := token.NewFileSet()
	imports := importer.ForCompiler(files, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	calls := 0
	for _, p := range ours {
		var syntax []*ast.File
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(files, filepath.Join(p.Dir, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			syntax = append(syntax, f)
		}
		info := &types.Info{Types: make(map[ast.Expr]types.TypeAndValue), Uses: make(map[*ast.Ident]types.Object)}
		config := types.Config{Importer: imports, Sizes: types.SizesFor("gc", "wasm")}
		if _, err := config.Check(p.ImportPath, files, syntax, info); err != nil {
			t.Fatal(err)
		}
		for _, f := range syntax {
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				if problem, is := problemOf(call, info); is {
					calls++
					if problem != "" {
						t.Errorf("%s: %s: web/bundle/lean/fmt does not know it; convert the argument to a type of the language's own, or put the text together otherwise", files.Position(call.Pos()), problem)
					}
				}
				return true
			})
		}
	}
	if calls < 50 {
		t.Errorf("only %d calls are found", calls)
	}
}

// directive is a verb with what the stand-in knows before it.
var directive = regexp.MustCompile(`%([-+#0]*)\d*(?:\.\d*)?(?:\[(\d+)\])?([a-zA-Z%])`)

// problemOf says what the stand-in does not know in a call, if it is one of a function of fmt, or of one
// that hands its format on to such.
func problemOf(call *ast.CallExpr, info *types.Info) (problem string, is bool) {
	signature, ok := info.Types[call.Fun].Type.(*types.Signature)
	if !ok {
		return "", false
	}
	selector, ok := call.Fun.(*ast.SelectorExpr)
	ofLibrary := ok && info.Uses[selector.Sel].Pkg() != nil && info.Uses[selector.Sel].Pkg().Path() == "fmt"
	arguments := call.Args
	switch at := signature.Params().Len() - 2; {
	case ofLibrary && !slices.Contains([]string{"Sprint", "Sprintf", "Fprintf", "Errorf"}, selector.Sel.Name):
		return "fmt." + selector.Sel.Name, true
	case ofLibrary && selector.Sel.Name == "Sprint":
		for _, a := range arguments {
			if !known(info.Types[a].Type, "v") {
				return "a " + info.Types[a].Type.String(), true
			}
		}
		return "", true
	case !signature.Variadic() || at < 0 || signature.Params().At(at).Name() != "format":
		return "", false
	default:
		arguments = arguments[at:]
	}
	text := info.Types[arguments[0]].Value
	if format, ok := arguments[0].(*ast.Ident); ok && format.Name == "format" && call.Ellipsis.IsValid() {
		return "", true // handed on; the call that has it is another
	}
	if text == nil || call.Ellipsis.IsValid() {
		return "a format that is not constant", true
	}
	format, next := values.StringVal(text), 1
	if rest := directive.ReplaceAllString(format, ""); strings.Contains(rest, "%") {
		return strconv.Quote(format), true
	}
	for _, d := range directive.FindAllStringSubmatch(format, -1) {
		flags, index, verb := d[1], d[2], d[3]
		if verb == "%" {
			continue
		}
		if index != "" {
			next, _ = strconv.Atoi(index)
		}
		if next >= len(arguments) {
			return strconv.Quote(format) + " has too few arguments", true
		}
		kind := info.Types[arguments[next]].Type
		next++
		prefixed := strings.Contains(flags, "#") && verb != "U" && (verb != "x" || strings.Contains(flags, "0") || !known(kind, "d"))
		if prefixed || strings.Contains(flags, "+") && verb == "v" || !known(kind, verb) {
			return d[0] + " of a " + kind.String(), true
		}
	}
	return "", true
}

// known reports whether the stand-in writes values of a type by a verb. What an interface holds is not
// known before; it is taken to be an error, or something simple that was panicked with.
func known(t types.Type, verb string) bool {
	if verb == "T" {
		return true
	}
	if isTextual := strings.Contains("vsqxw", verb); isTextual && (has(t, "Error") || has(t, "String")) {
		return true
	}
	if _, ok := t.Underlying().(*types.Interface); ok {
		return verb == "v"
	}
	switch t := types.Unalias(t).(type) {
	case *types.Slice:
		switch {
		case types.Identical(t.Elem(), types.Typ[types.Byte]):
			return strings.Contains("sqx", verb)
		case types.Identical(t.Elem(), types.Typ[types.Int]), types.Identical(t.Elem(), types.Typ[types.String]):
			return known(t.Elem(), verb)
		}
	case *types.Basic:
		switch info := t.Info(); {
		case info&types.IsBoolean != 0:
			return strings.Contains("vt", verb)
		case info&types.IsInteger != 0:
			return strings.Contains("vdxcqU", verb)
		case info&types.IsFloat != 0:
			return strings.Contains("vgef", verb)
		case info&types.IsString != 0:
			return strings.Contains("vsqx", verb)
		}
	}
	return false
}

func has(t types.Type, method string) bool {
	f, _, _ := types.LookupFieldOrMethod(t, false, nil, method)
	m, ok := f.(*types.Func)
	return ok && m.Signature().Params().Len() == 0
}

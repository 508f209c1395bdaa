package lean

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// simplify gives the runtime's files in which a constant or a body is replaced. Each must be found.
func simplify(library fs.FS) (map[string][]byte, error) {
	names, err := fs.Glob(library, "runtime/*.go")
	if err != nil {
		return nil, err
	}
	changed := make(map[string][]byte)
	found := make(map[string]bool)
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		text, err := fs.ReadFile(library, name)
		if err != nil {
			return nil, err
		}
		edits, err := editsOf(name, text)
		if err != nil {
			return nil, err
		}
		if len(edits) > 0 {
			changed[name] = apply(text, edits)
		}
		for _, e := range edits {
			found[e.of] = true
		}
	}
	for _, c := range constants {
		if !found[c.expression] {
			return nil, fmt.Errorf("%w: the runtime does not ask for %s", ErrUnknown, c.expression)
		}
	}
	for _, b := range bodies {
		if !found[b.function] {
			return nil, fmt.Errorf("%w: %s has no function %s", ErrUnknown, b.file, b.function)
		}
	}
	return changed, nil
}

// edit replaces a piece of a file.
type edit struct {
	from, to int
	with     string
	of       string // the constant or the function
}

func apply(text []byte, edits []edit) []byte {
	slices.SortFunc(edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
	var out bytes.Buffer
	done := 0
	for _, e := range edits {
		out.Write(text[done:e.from])
		out.WriteString(e.with)
		done = e.to
	}
	out.Write(text[done:])
	return out.Bytes()
}

// editsOf finds what is to be replaced in a file.
func editsOf(name string, text []byte) ([]edit, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, text, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var edits []edit
	replace := func(n ast.Node, with, of string) {
		edits = append(edits, edit{files.Position(n.Pos()).Offset, files.Position(n.End()).Offset, with, of})
	}
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Body == nil {
			continue
		}
		if i := slices.IndexFunc(bodies, func(b body) bool {
			return b.file == name && f.Recv == nil && b.function == f.Name.Name
		}); i >= 0 {
			replace(f.Body, bodies[i].instead, bodies[i].function)
			continue
		}
		read(f.Body, func(e ast.Expr) bool {
			c := constantFor(name, e)
			if c == nil {
				return false
			}
			replace(e, c.value, c.expression)
			return true
		})
	}
	return edits, nil
}

// constantFor is the constant that an expression is, or nil.
func constantFor(name string, e ast.Expr) *constant {
	text := ""
	switch e := e.(type) {
	case *ast.CallExpr:
		if len(e.Args) == 0 {
			text = types.ExprString(e)
		}
	case *ast.Ident, *ast.SelectorExpr:
		text = types.ExprString(e)
	}
	if text == "" {
		return nil
	}
	i := slices.IndexFunc(constants, func(c constant) bool {
		field, any := strings.CutPrefix(c.expression, "*")
		return (c.expression == text || any && strings.HasSuffix(text, field)) && !slices.Contains(c.except, path.Clean(name))
	})
	if i < 0 {
		return nil
	}
	return &constants[i]
}

// read calls replace for each expression below a node whose value is read, outermost first, and goes no
// deeper where that says that the expression is replaced.
func read(n ast.Node, replace func(ast.Expr) bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				written(e, replace)
			}
			for _, e := range n.Rhs {
				read(e, replace)
			}
			return false
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				written(n.X, replace)
				return false
			}
		case *ast.IncDecStmt:
			written(n.X, replace)
			return false
		case *ast.KeyValueExpr: // the key may be a field's name
			read(n.Value, replace)
			return false
		case *ast.SelectorExpr:
			if !replace(n) {
				read(n.X, replace)
			}
			return false
		case *ast.LabeledStmt:
			read(n.Stmt, replace)
			return false
		case *ast.BranchStmt, *ast.GenDecl:
			return false
		case ast.Expr:
			return !replace(n)
		}
		return true
	})
}

// written reads what is read to find what is written to.
func written(e ast.Expr, replace func(ast.Expr) bool) {
	switch e := e.(type) {
	case *ast.Ident:
	case *ast.SelectorExpr:
		if _, isName := e.X.(*ast.Ident); !isName {
			read(e.X, replace)
		}
	case *ast.IndexExpr:
		written(e.X, replace)
		read(e.Index, replace)
	case *ast.ParenExpr:
		written(e.X, replace)
	default:
		read(e, replace)
	}
}

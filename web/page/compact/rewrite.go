package main

import (
	"go/ast"
	"go/token"
	"strconv"
	"strings"
)

// rewrite replaces, in a list of statements, the patterns that vugugen writes.
func rewrite(list []ast.Stmt) []ast.Stmt {
	var out []ast.Stmt
	for i := 0; i < len(list); i++ {
		s := list[i]
		appended := i+1 < len(list) && isCall(list[i+1], "vgparent", "AppendChild")
		first := i+1 < len(list) && appendTo(list[i+1], "vgout", "Out") != nil
		switch fields, ok := newNode(s); {
		case ok && appended && isSpace(fields):
			i++
			continue
		case ok && appended && fields["Component"] != nil:
			i++
			s = call("place", name("vgin"), name("vgout"), name("vgparent"), name("vgcompKey"), name("vgcomp"))
		case ok && appended && elementTag(fields) != nil:
			i++
			s = assign("vgn", callExpr("element", append([]ast.Expr{name("vgparent"), elementTag(fields)}, pairs(fields)...)...))
		case ok && first:
			s = assign("vgn", callExpr("element", append([]ast.Expr{name("nil"), elementTag(fields)}, pairs(fields)...)...))
		case isCall(s, "vgn", "AddAttrInterface"):
			s = call("attribute", append([]ast.Expr{name("vgn")}, arguments(s)...)...)
		case isCall(s, "vgn", "SetInnerHTML"):
			s = call("words", append([]ast.Expr{name("vgn")}, arguments(s)...)...)
		case isComponents(s), isUse(s):
			continue
		default:
			if spec := eventSpec(s); spec != nil {
				s = call("on", name("vgn"), spec["EventType"], spec["Func"])
			} else if key, ok := compKey(s); ok && i+1 < len(list) {
				s = define([]string{"vgcompKey", "vgprior"}, callExpr("prior", append([]ast.Expr{name("vgin")}, key...)...))
			} else if t, ok := cached(s); ok {
				s = define([]string{"vgcomp", "_"}, &ast.TypeAssertExpr{X: name("vgprior"), Type: t})
			} else if block, ok := s.(*ast.IfStmt); ok {
				block.Body.List = without(block.Body.List, isWire)
			}
		}
		out = append(out, s)
	}
	return out
}

// newNode matches vgn = &vugu.VGNode{…} and returns the fields.
func newNode(s ast.Stmt) (map[string]ast.Expr, bool) {
	a, ok := s.(*ast.AssignStmt)
	if !ok || len(a.Lhs) != 1 || !isName(a.Lhs[0], "vgn") {
		return nil, false
	}
	u, ok := a.Rhs[0].(*ast.UnaryExpr)
	if !ok || u.Op != token.AND {
		return nil, false
	}
	literal, ok := u.X.(*ast.CompositeLit)
	if !ok || !isSelector(literal.Type, "vugu", "VGNode") {
		return nil, false
	}
	return fieldsOf(literal), true
}

func fieldsOf(literal *ast.CompositeLit) map[string]ast.Expr {
	fields := map[string]ast.Expr{}
	for _, e := range literal.Elts {
		pair := e.(*ast.KeyValueExpr)
		fields[pair.Key.(*ast.Ident).Name] = pair.Value
	}
	return fields
}

// isSpace matches a text of a line break and indentation.
func isSpace(fields map[string]ast.Expr) bool {
	data, ok := stringOf(fields["Data"])
	return ok && nodeType(fields) == "1" && strings.Contains(data, "\n") && strings.TrimSpace(data) == ""
}

// elementTag returns the tag of an element; nil for a text and for vg-template.
func elementTag(fields map[string]ast.Expr) ast.Expr {
	if nodeType(fields) != "3" || fields["Data"] == nil {
		return nil
	}
	return fields["Data"]
}

func nodeType(fields map[string]ast.Expr) string {
	if c, ok := fields["Type"].(*ast.CallExpr); ok && len(c.Args) == 1 {
		return c.Args[0].(*ast.BasicLit).Value
	}
	return ""
}

// pairs are an element's static attributes, as names and values.
func pairs(fields map[string]ast.Expr) []ast.Expr {
	literal, ok := fields["Attr"].(*ast.CompositeLit)
	if !ok {
		return nil
	}
	var list []ast.Expr
	for _, e := range literal.Elts {
		a := fieldsOf(e.(*ast.CompositeLit))
		list = append(list, a["Key"], a["Val"])
	}
	return list
}

// eventSpec matches the appending of a vugu.DOMEventHandlerSpec and returns its fields.
func eventSpec(s ast.Stmt) map[string]ast.Expr {
	c := appendTo(s, "vgn", "DOMEventHandlerSpecList")
	if c == nil {
		return nil
	}
	return fieldsOf(c.Args[1].(*ast.CompositeLit))
}

// isComponents matches vgout.Components = append(vgout.Components, vgcomp), which place does.
func isComponents(s ast.Stmt) bool { return appendTo(s, "vgout", "Components") != nil }

// isUse matches vgin.BuildEnv.UseComponent(…), which place does.
func isUse(s ast.Stmt) bool { return isEnvCall(s, "UseComponent") }

// isWire matches vgin.BuildEnv.WireComponent(…): nothing is wired here.
func isWire(s ast.Stmt) bool { return isEnvCall(s, "WireComponent") }

// compKey matches vgcompKey := vugu.MakeCompKey(hash^vgin.CurrentPositionHash(), key) and returns
// hash and key.
func compKey(s ast.Stmt) ([]ast.Expr, bool) {
	a, ok := s.(*ast.AssignStmt)
	if !ok || !isName(a.Lhs[0], "vgcompKey") {
		return nil, false
	}
	c, ok := a.Rhs[0].(*ast.CallExpr)
	if !ok || !isSelector(c.Fun, "vugu", "MakeCompKey") {
		return nil, false
	}
	return []ast.Expr{c.Args[0].(*ast.BinaryExpr).X, c.Args[1]}, true
}

// cached matches vgcomp, _ := vgin.BuildEnv.CachedComponent(vgcompKey).(T) and returns T.
func cached(s ast.Stmt) (ast.Expr, bool) {
	a, ok := s.(*ast.AssignStmt)
	if !ok || !isName(a.Lhs[0], "vgcomp") {
		return nil, false
	}
	t, ok := a.Rhs[0].(*ast.TypeAssertExpr)
	if !ok {
		return nil, false
	}
	return t.Type, true
}

func stringOf(e ast.Expr) (string, bool) {
	literal, ok := e.(*ast.BasicLit)
	if !ok {
		return "", false
	}
	s, err := strconv.Unquote(literal.Value)
	return s, err == nil
}

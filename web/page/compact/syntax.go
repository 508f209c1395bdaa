package main

import (
	"go/ast"
	"go/token"
)

// What there is to see in a statement, and to write in its place.

func isName(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

func isSelector(e ast.Expr, x, name string) bool {
	s, ok := e.(*ast.SelectorExpr)
	return ok && s.Sel.Name == name && isName(s.X, x)
}

// isCall matches the statement x.method(…).
func isCall(s ast.Stmt, x, method string) bool {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	c, ok := e.X.(*ast.CallExpr)
	return ok && isSelector(c.Fun, x, method)
}

// isEnvCall matches the statement vgin.BuildEnv.method(…).
func isEnvCall(s ast.Stmt, method string) bool {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	c, ok := e.X.(*ast.CallExpr)
	if !ok {
		return false
	}
	f, ok := c.Fun.(*ast.SelectorExpr)
	return ok && f.Sel.Name == method && isSelector(f.X, "vgin", "BuildEnv")
}

// appendTo matches x.field = append(x.field, …) and returns the call.
func appendTo(s ast.Stmt, x, field string) *ast.CallExpr {
	a, ok := s.(*ast.AssignStmt)
	if !ok || !isSelector(a.Lhs[0], x, field) {
		return nil
	}
	c, _ := a.Rhs[0].(*ast.CallExpr)
	return c
}

// declares matches var name … .
func declares(s ast.Stmt, name string) bool {
	d, ok := s.(*ast.DeclStmt)
	if !ok {
		return false
	}
	v, ok := d.Decl.(*ast.GenDecl).Specs[0].(*ast.ValueSpec)
	return ok && v.Names[0].Name == name
}

// isBlank matches _ = name.
func isBlank(s ast.Stmt, name string) bool {
	a, ok := s.(*ast.AssignStmt)
	return ok && isName(a.Lhs[0], "_") && isName(a.Rhs[0], name)
}

func without(list []ast.Stmt, match func(ast.Stmt) bool) []ast.Stmt {
	var kept []ast.Stmt
	for _, s := range list {
		if !match(s) {
			kept = append(kept, s)
		}
	}
	return kept
}

func arguments(s ast.Stmt) []ast.Expr { return s.(*ast.ExprStmt).X.(*ast.CallExpr).Args }

func name(s string) ast.Expr { return ast.NewIdent(s) }

func callExpr(f string, arguments ...ast.Expr) *ast.CallExpr {
	return &ast.CallExpr{Fun: name(f), Args: arguments}
}

func call(f string, arguments ...ast.Expr) ast.Stmt {
	return &ast.ExprStmt{X: callExpr(f, arguments...)}
}

func assign(to string, e ast.Expr) ast.Stmt {
	return &ast.AssignStmt{Lhs: []ast.Expr{name(to)}, Tok: token.ASSIGN, Rhs: []ast.Expr{e}}
}

func define(to []string, e ast.Expr) ast.Stmt {
	var left []ast.Expr
	for _, t := range to {
		left = append(left, name(t))
	}
	return &ast.AssignStmt{Lhs: left, Tok: token.DEFINE, Rhs: []ast.Expr{e}}
}

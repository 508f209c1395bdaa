package strconv

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	std "strconv"
	"strings"
	"testing"
)

// TestTableIsTheLibrarys compares it with the list in the library's own source.
func TestTableIsTheLibrarys(t *testing.T) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(strings.TrimSpace(string(goroot)), "src/internal/strconv/pow10tab.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var want []uint128
	ast.Inspect(file, func(n ast.Node) bool {
		pair, ok := n.(*ast.CompositeLit)
		if !ok || pair.Type != nil {
			return true
		}
		var halves [2]uint64
		for i, e := range pair.Elts {
			if halves[i], err = std.ParseUint(e.(*ast.BasicLit).Value, 0, 64); err != nil {
				t.Fatal(err)
			}
		}
		want = append(want, uint128{halves[0], halves[1]})
		return true
	})
	if len(want) != len(pow10Tab) {
		t.Fatalf("the library lists %d powers, not %d", len(want), len(pow10Tab))
	}
	for i, w := range want {
		if pow10Tab[i] != w {
			t.Errorf("10^%d begins with %x, want %x", i+pow10Min, pow10Tab[i], w)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	for b.Loop() {
		var n wide
		n[len(n)-1] = 1
		for e := -1; e >= pow10Min; e-- {
			n.divide()
			n.first()
		}
	}
}

package shrink

import (
	"bytes"
	"context"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/tetratelabs/wazero"
)

// sturdy is the program of testdata as the linker writes it, compiled once for all tests.
var sturdy = sync.OnceValues(func() ([]byte, error) { return compile("-ldflags=-s -w", "-gcflags=all=-l") })

func compile(flags ...string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "unroll-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "sturdy.wasm")
	cmd := exec.Command("go", append(append([]string{"build", "-o", out}, flags...), "./testdata/sturdy")...)
	cmd.Env, cmd.Stderr = append(os.Environ(), "GOOS=js", "GOARCH=wasm"), os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

func read(t testing.TB) []byte {
	t.Helper()
	module, err := sturdy()
	if err != nil {
		t.Fatal(err)
	}
	return module
}

// TestModuleFillsInItsTables starts the module without running the program, and compares its memory.
func TestModuleFillsInItsTables(t *testing.T) {
	module, err := Tables(read(t))
	if err != nil {
		t.Fatal(err)
	}
	if small, err := Join(module); err != nil || len(small) > len(read(t))*9/10 {
		t.Errorf("%d bytes have become %d only: %v", len(read(t)), len(small), err)
	}
	want, _, err := unshrunk(read(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := want.dropLines(); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	r := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	defer r.Close(ctx)
	compiled, err := r.CompileModule(ctx, module)
	if err != nil {
		t.Fatal(err)
	}
	host := r.NewHostModuleBuilder("gojs")
	for _, f := range compiled.ImportedFunctions() {
		_, name, _ := f.Import()
		host.NewFunctionBuilder().WithFunc(func(uint32) { t.Error(name + " is called") }).Export(name)
	}
	if _, err := host.Instantiate(ctx); err != nil {
		t.Fatal(err)
	}
	started, err := r.InstantiateModule(ctx, compiled, wazero.NewModuleConfig())
	if err != nil {
		t.Fatal(err)
	}
	is, ok := started.Memory().Read(0, started.Memory().Size())
	if !ok {
		t.Fatal("the memory cannot be read")
	}
	all := make([]byte, len(is))
	copy(all[want.from:], want.data)
	for i := range is {
		if is[i] != all[i] {
			t.Fatalf("memory at %d begins as %d, want %d", i, is[i], all[i])
		}
	}
}

// unshrunk reads the tables of a module.
func unshrunk(module []byte) (*tables, []section, error) {
	sections, err := parse(module)
	if err != nil {
		return nil, nil, err
	}
	m, err := readMemory(find(sections, dataSection).body)
	if err != nil {
		return nil, nil, err
	}
	t, err := readTables(m)
	return t, sections, err
}

// TestRefusesOtherTables changes what a later Go might, one thing at a time.
func TestRefusesOtherTables(t *testing.T) {
	tables, sections, err := unshrunk(read(t))
	if err != nil {
		t.Fatal(err)
	}
	header := tables.names.from - headerSize
	last := tables.records[len(tables.records)-1]
	middle := tables.records[len(tables.records)/2]
	description := bytes.Index(tables.data, binary.LittleEndian.AppendUint64(nil, uint64(header)+uint64(tables.from)))
	for name, change := range map[string]func(m memory){
		"another magic":             func(m memory) { m.data[header] = 0xf2 },
		"another unit of code":      func(m memory) { m.data[header+6] = 4 },
		"a function less":           func(m memory) { m.data[header+8]-- },
		"a function more":           func(m memory) { m.data[header+8]++ },
		"names elsewhere":           func(m memory) { m.data[header+32] += 8 },
		"streams elsewhere":         func(m memory) { m.data[header+56] += 8 },
		"no moduledata":             func(m memory) { m.data[description]++ },
		"buckets elsewhere":         func(m memory) { m.data[description+8*19] += 4 },
		"code elsewhere":            func(m memory) { m.data[description+8*22]++ },
		"another number":            func(m memory) { m.set(middle.at, m.u32(middle.at)+1) },
		"another index":             func(m memory) { m.data[tables.index(9).from]++ },
		"a longer record":           func(m memory) { m.data[middle.at+streamsField]++ },
		"a longer record at last":   func(m memory) { m.data[last.at+refsField] += 2 },
		"an unknown stream":         func(m memory) { m.data[middle.at+streamsField] = knownStreams + 1 },
		"an unknown reference":      func(m memory) { m.data[middle.at+refsField] = knownRefs + 1 },
		"padding in use":            func(m memory) { m.data[middle.at+padField] = 1 },
		"a name in the middle":      func(m memory) { m.data[middle.at+nameField]++ },
		"a stream in the middle":    func(m memory) { m.data[middle.at+lineField]++ },
		"a stream that is nobody's": func(m memory) { forget(tables, m, m.u32(middle.at+lineField)) },
		"a bucket of another":       func(m memory) { m.data[tables.buckets.from+16*bucketSize]++ },
		"a finer bucket":            func(m memory) { m.data[tables.buckets.from+16*bucketSize+5]++ },
	} {
		changed := memory{tables.from, bytes.Clone(tables.data)}
		change(changed)
		if _, err := Tables(with(sections, changed)); err == nil {
			t.Errorf("%s: no error", name)
		} else if !strings.HasPrefix(err.Error(), "shrink: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Tables(with(sections, memory{tables.from, tables.data})); err != nil {
		t.Errorf("unchanged: %v", err)
	}
}

// forget makes nobody's lines be this stream.
func forget(t *tables, m memory, stream uint32) {
	for _, r := range t.records {
		if m.u32(r.at+lineField) == stream {
			m.set(r.at+lineField, streamNull)
		}
	}
}

// with is the module with other memory.
func with(sections []section, m memory) []byte {
	changed := append([]section{}, sections...)
	find(changed, dataSection).body = m.encode()
	return assemble(changed)
}

// TestRefusesInlinedNames: with inlining the names are not one for each function.
func TestRefusesInlinedNames(t *testing.T) {
	module, err := compile("-ldflags=-s -w")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Tables(module); err == nil || !strings.Contains(err.Error(), "names") {
		t.Errorf("the error is %v", err)
	}
}

func TestNeededStreamsStay(t *testing.T) {
	tables, _, err := unshrunk(read(t))
	if err != nil {
		t.Fatal(err)
	}
	uses := map[uint32]int{}
	for _, r := range tables.records {
		uses[tables.u32(r.at+spField)]++
	}
	// One function's lines become the depths of another's stack.
	shared := tables.u32(tables.records[100].at + lineField)
	for _, r := range tables.records {
		if uses[tables.u32(r.at+spField)] > 1 {
			tables.set(r.at+spField, shared)
			break
		}
	}
	dropped, err := tables.streamsToDrop()
	if err != nil {
		t.Fatal(err)
	}
	places := map[uint32]bool{}
	for _, s := range dropped {
		places[uint32(s.from-tables.streams.from)] = true
	}
	if places[shared] || len(places) < 500 {
		t.Errorf("of %d streams that are dropped one is needed: %v", len(places), places[shared])
	}
	for i, r := range tables.records {
		if places[tables.u32(r.at+spField)] || r.streams > 1 && places[tables.u32(r.stream(1))] {
			t.Errorf("function %d loses what the collector reads", i)
		}
	}
}

// FuzzTables changes bytes of the data: what comes out is refused or has a start, and nothing panics.
func FuzzTables(f *testing.F) {
	tables, sections, err := unshrunk(read(f))
	if err != nil {
		f.Fatal(err)
	}
	g := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		f.Add(uint32(g.IntN(len(tables.data))), byte(g.IntN(256)))
	}
	f.Fuzz(func(t *testing.T, at uint32, value byte) {
		changed := memory{tables.from, bytes.Clone(tables.data)}
		changed.data[int(at)%len(changed.data)] ^= value
		out, err := Tables(with(sections, changed))
		if err != nil {
			return
		}
		if sections, err := parse(out); err != nil || find(sections, startSection) == nil {
			t.Errorf("neither refused nor begun: %v", err)
		}
	})
}

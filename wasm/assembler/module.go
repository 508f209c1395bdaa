package assembler

import "slices"

// Type is a value type.
type Type byte

// The value types, by their encodings.
const (
	I32  Type = 0x7f
	F32  Type = 0x7d
	F64  Type = 0x7c
	V128 Type = 0x7b
)

// Signature is what a function takes and gives; Result is 0 where it gives nothing.
type Signature struct {
	Params []Type
	Result Type
}

// Module is a module under construction. The zero value is an empty one.
type Module struct {
	types    []Signature
	imports  [][]byte
	funcs    []*Func
	table    int // entries of its own table; 0: it has none
	pages    int // of its own memory; 0: it has none
	exports  [][]byte
	elements [][]byte
}

// New begins an empty module.
func New() *Module { return new(Module) }

// The kinds of things that modules import and export.
const (
	kindFunc   = 0
	kindTable  = 1
	kindMemory = 2
)

const funcref = 0x70

// ImportMemory makes loads and stores work on the memory that the host gives by this name.
func (m *Module) ImportMemory(module, name string) {
	m.imports = append(m.imports, append(text(text(nil, module), name), kindMemory, 0, 0))
}

// ImportTable makes the host's table, of at least size entries, the module's table 0.
func (m *Module) ImportTable(module, name string, size int) {
	entry := append(text(text(nil, module), name), kindTable, funcref, 0)
	m.imports = append(m.imports, unsigned(entry, uint32(size)))
}

// Table gives the module a table of its own, of size entries, exported by this name.
func (m *Module) Table(name string, size int) {
	m.table = size
	m.exports = append(m.exports, append(text(nil, name), kindTable, 0))
}

// Memory gives the module a memory of its own, of so many pages of 64 KiB, exported by this name.
func (m *Module) Memory(name string, pages int) {
	m.pages = pages
	m.exports = append(m.exports, append(text(nil, name), kindMemory, 0))
}

// Fill puts functions into the table, from entry at on, whenever the module is instantiated.
func (m *Module) Fill(at int, funcs ...*Func) {
	entry := signed([]byte{0, opI32Const}, int32(at))
	entry = unsigned(append(entry, opEnd), uint32(len(funcs)))
	for _, f := range funcs {
		entry = unsigned(entry, f.index)
	}
	m.elements = append(m.elements, entry)
}

// Func begins a function that gives nothing or, where a type follows, a value of that type.
func (m *Module) Func(name string, result ...Type) *Func {
	f := &Func{Name: name, module: m, index: uint32(len(m.funcs))}
	if len(result) > 0 {
		f.result = result[0]
	}
	m.funcs = append(m.funcs, f)
	return f
}

// Export gives a function to the host by its name.
func (m *Module) Export(f *Func) {
	m.exports = append(m.exports, unsigned(append(text(nil, f.Name), kindFunc), f.index))
}

// typeIndex is the place of a signature among the module's types, each listed once.
func (m *Module) typeIndex(s Signature) uint32 {
	i := slices.IndexFunc(m.types, func(t Signature) bool {
		return t.Result == s.Result && slices.Equal(t.Params, s.Params)
	})
	if i < 0 {
		i = len(m.types)
		m.types = append(m.types, s)
	}
	return uint32(i)
}

// Encode is the module in the binary format.
func (m *Module) Encode() []byte {
	var funcs, bodies, types [][]byte
	for _, f := range m.funcs {
		funcs = append(funcs, unsigned(nil, m.typeIndex(f.Signature())))
		bodies = append(bodies, sized(nil, f.encode()))
	}
	for _, t := range m.types {
		entry := unsigned([]byte{0x60}, uint32(len(t.Params)))
		for _, p := range t.Params {
			entry = append(entry, byte(p))
		}
		if t.Result == 0 {
			entry = append(entry, 0)
		} else {
			entry = append(entry, 1, byte(t.Result))
		}
		types = append(types, entry)
	}
	var tables, memories [][]byte
	if m.pages > 0 {
		memories = append(memories, unsigned([]byte{0}, uint32(m.pages)))
	}
	if m.table > 0 {
		tables = append(tables, unsigned([]byte{funcref, 0}, uint32(m.table)))
	}
	b := []byte{0, 'a', 's', 'm', 1, 0, 0, 0}
	for _, section := range []struct {
		id      byte
		entries [][]byte
	}{{1, types}, {2, m.imports}, {3, funcs}, {4, tables}, {5, memories}, {7, m.exports}, {9, m.elements}, {10, bodies}} {
		if len(section.entries) == 0 {
			continue
		}
		content := unsigned(nil, uint32(len(section.entries)))
		for _, entry := range section.entries {
			content = append(content, entry...)
		}
		b = sized(append(b, section.id), content)
	}
	return b
}

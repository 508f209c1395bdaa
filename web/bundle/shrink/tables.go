package shrink

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// tables are Go's tables of functions, as the linker writes them (cmd/link/internal/ld/pcln.go) and the
// runtime reads them (runtime/symtab.go: pcHeader, moduledata; runtime/runtime2.go: _func):
//
//	header      72 bytes, which say where the next five are
//	names       the functions' names, each ended by a zero
//	units       for each compilation unit, the places in files of the names of its files
//	files       the names of the files
//	streams     lists of values along a function's code, such as its lines; equal ones are there once
//	functions   an index of entry and record for each function; then their records
//	funcdata    what the records refer to besides, such as the maps of live pointers
//	buckets     for each 4096 addresses of code, the function that they begin in
//
// Places are in bytes from the beginning of the memory's data.
type tables struct {
	memory
	names, units, files, streams, functions, funcdata, buckets span
	first                                                      uint32   // the entry of the first function: entries on wasm are numbers of functions
	records                                                    []record // one for each function, in order
}

// span is a piece of memory.
type span struct{ from, to int }

func (s span) len() int { return s.to - s.from }

// record is where the runtime's _func of a function lies.
type record struct {
	at                  int
	streams, references int // how many numbers follow it: places in streams, and in funcdata
}

const (
	headerSize = 72
	recordSize = 44

	magic      = 0xfffffff1 // of Go 1.20 to 1.26, followed by two zeros, the unit of code and a pointer's size
	streamNull = 0          // a place in streams that says: none
	refNull    = 1<<32 - 1  // the same in funcdata
	unitNull   = 1<<32 - 1  // the same in units

	bucketSize   = 20   // a function's number and 16 finer steps
	bucketReach  = 4096 // addresses
	functionSize = 1 << 16
)

// The numbers of a record, by their places in it.
const (
	entryField     = 0
	nameField      = 4
	spField        = 16
	fileField      = 20
	lineField      = 24
	streamsField   = 28 // how many there are beside the three
	unitField      = 32
	startLineField = 36
	padField       = 42
	refsField      = 43 // how many there are; one byte
)

var errNoTables = errors.New("it has no function tables as Go 1.26 writes them")

// readTables finds the tables and checks that each number in them is one that the linker would write
// there: whoever changes them must know all of what refers to what.
func readTables(m memory) (*tables, error) {
	var found *tables
	why := errNoTables
	begin := binary.LittleEndian.AppendUint64(nil, magic|1<<48|8<<56)
	for at := range m.aligned(begin) {
		t, err := readTablesAt(m, at)
		switch {
		case err != nil:
			why = err
		case found != nil:
			return nil, errors.New("it has several function tables")
		default:
			found = t
		}
	}
	if found == nil {
		return nil, why
	}
	return found, nil
}

// aligned gives the places of a text at addresses that are multiples of eight.
func (m memory) aligned(text []byte) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for from := 0; ; from++ {
			i := bytes.Index(m.data[from:], text)
			if i < 0 {
				return
			}
			from += i
			if (from+int(m.from))%8 == 0 && !yield(from) {
				return
			}
		}
	}
}

func readTablesAt(m memory, header int) (*tables, error) {
	if header+headerSize > len(m.data) {
		return nil, errNoTables
	}
	t := &tables{memory: m}
	if err := t.readModule(header); err != nil {
		return nil, err
	}
	count := t.u64(header + 8)
	if count == 0 || count > uint64(t.functions.len()/(8+recordSize)) {
		return nil, fmt.Errorf("it says that there are %d functions", count)
	}
	if err := t.readRecords(int(count)); err != nil {
		return nil, err
	}
	return t, nil
}

// readModule finds the module's description of itself, runtime.moduledata, which begins with the
// header's address and tells where everything is, and compares it with what the header says.
func (t *tables) readModule(header int) error {
	at := -1
	begin := binary.LittleEndian.AppendUint64(nil, uint64(header)+uint64(t.from))
	for i := range t.aligned(binary.LittleEndian.AppendUint64(begin, uint64(header)+uint64(t.from)+headerSize)) {
		if at >= 0 {
			return errors.New("it has several moduledata")
		}
		at = i
	}
	const words = 42
	if at < 0 || at+8*words > len(t.data) {
		return errors.New("it has no moduledata")
	}
	word := func(i int) uint64 { return t.u64(at + 8*i) }
	place := func(i int) int { return int(min(word(i)-uint64(t.from), uint64(len(t.data)+1))) }

	// Each slice must begin where the header says, have its whole length in use, and end where the next begins.
	bound := func(i int) int { return header + int(min(t.u64(header+24+8*i), uint64(len(t.data)))) }
	for i, s := range []struct {
		to   *span
		size uint64 // of an element
	}{{&t.names, 1}, {&t.units, 4}, {&t.files, 1}, {&t.streams, 1}, {&t.functions, 1}} {
		begin, n := place(1+3*i), word(2+3*i)
		if begin != bound(1+i) || n != word(3+3*i) || n > uint64(len(t.data)) {
			return fmt.Errorf("part %d of its function tables is not where they say", i)
		}
		*s.to = span{begin, begin + int(n*s.size)}
	}
	t.funcdata, t.buckets = span{place(40), place(19)}, span{place(19), place(41)}
	end := header + headerSize
	for i, s := range []span{t.names, t.units, t.files, t.streams, t.functions, t.funcdata, t.buckets} {
		const alignment = 64 // at most
		if s.from < end || s.from-end >= alignment || s.to < s.from || s.to > len(t.data) {
			return fmt.Errorf("part %d of its function tables is not beside the others", i)
		}
		end = s.to
	}
	if place(16) != t.functions.from || word(17) != t.u64(header+8)+1 || word(18) != word(17) {
		return errors.New("the index of functions is not that of the function tables")
	}
	const text = 22
	if word(text) != 0 || word(20)%functionSize != 0 || word(20) > 1<<40 {
		return errors.New("its code does not begin where it does on wasm")
	}
	t.first = uint32(word(20) / functionSize)
	if all := word(21) - word(20); uint64(t.buckets.len()) != 4*((all+bucketReach-1)/bucketReach)+(all+255)/256 {
		return errors.New("there are more buckets than there is code, or fewer")
	}
	return nil
}

// readRecords walks the functions' records, which lie one after another behind their index.
func (t *tables) readRecords(count int) error {
	next := t.functions.from + 8*count + 4
	for i := range count {
		at := t.align(next)
		index := t.functions.from + 8*i
		if at+recordSize > t.functions.to || int(t.u32(index+4)) != at-t.functions.from {
			return fmt.Errorf("the record of function %d is not behind the last one", i)
		}
		r := record{at, int(min(t.u32(at+streamsField), 100)), int(t.data[at+refsField])}
		next = r.at + recordSize + 4*(r.streams+r.references)
		switch {
		case next > t.functions.to:
			return fmt.Errorf("the record of function %d ends outside", i)
		case t.u32(index) != t.first+uint32(i) || t.u32(at+entryField) != t.u32(index):
			return fmt.Errorf("function %d has another entry than its number", i)
		case !t.isName(int(t.u32(at + nameField))):
			return fmt.Errorf("function %d has no name", i)
		case r.streams > knownStreams || r.references > knownRefs || t.data[at+padField] != 0:
			return fmt.Errorf("the record of function %d is of another form", i)
		case t.u32(at+unitField) != unitNull && int(t.u32(at+unitField)) > t.units.len()/4:
			return fmt.Errorf("function %d is of no compilation unit", i)
		}
		t.records = append(t.records, r)
	}
	if end := t.align(next); end != t.align(t.functions.to) {
		return errors.New("something unknown is behind the records of functions")
	}
	if t.u32(t.functions.from+8*count) != t.first+uint32(count) {
		return errors.New("the index of functions does not end with them")
	}
	return nil
}

// isName reports whether a name begins there.
func (t *tables) isName(at int) bool {
	if at < 0 || at >= t.names.len() || at > 0 && t.data[t.names.from+at-1] != 0 {
		return false
	}
	return bytes.IndexByte(t.data[t.names.from+at:t.names.to], 0) >= 0
}

// align is the next place whose address is a multiple of eight.
func (m memory) align(at int) int { return (at+int(m.from)+7)/8*8 - int(m.from) }

func (m memory) u32(at int) uint32    { return binary.LittleEndian.Uint32(m.data[at:]) }
func (m memory) u64(at int) uint64    { return binary.LittleEndian.Uint64(m.data[at:]) }
func (m memory) set(at int, v uint32) { binary.LittleEndian.PutUint32(m.data[at:], v) }
func (m memory) clear(s span)         { clear(m.data[s.from:s.to]) }

package shrink

import (
	"bytes"
	"encoding/binary"
	"errors"
)

var errNotWasm = errors.New("not a WebAssembly module")

// The sections of a module that are looked into, by their numbers in the WebAssembly Core
// Specification 2.0, 5.5.
const (
	customSection   = 0
	typeSection     = 1
	importSection   = 2
	functionSection = 3
	memorySection   = 5
	startSection    = 8
	elementSection  = 9
	codeSection     = 10
	dataSection     = 11
)

var header = []byte("\x00asm\x01\x00\x00\x00")

// section is a part of a module.
type section struct {
	id   byte
	body []byte
}

// parse takes a module apart.
func parse(module []byte) ([]section, error) {
	rest, ok := bytes.CutPrefix(module, header)
	if !ok {
		return nil, errNotWasm
	}
	var sections []section
	for len(rest) > 0 {
		body, after, err := sized(rest[1:])
		if err != nil {
			return nil, err
		}
		sections = append(sections, section{rest[0], body})
		rest = after
	}
	return sections, nil
}

// assemble puts a module together again.
func assemble(sections []section) []byte {
	size := len(header)
	for _, s := range sections {
		size += len(s.body) + 6
	}
	out := append(make([]byte, 0, size), header...)
	for _, s := range sections {
		out = append(out, s.id)
		out = binary.AppendUvarint(out, uint64(len(s.body)))
		out = append(out, s.body...)
	}
	return out
}

// find is the first section of a kind, or nil.
func find(sections []section, id byte) *section {
	for i := range sections {
		if sections[i].id == id {
			return &sections[i]
		}
	}
	return nil
}

// sized cuts off a length and as many bytes.
func sized(b []byte) (data, rest []byte, err error) {
	n, b, err := unsigned(b)
	if err != nil {
		return nil, nil, err
	}
	if n > uint64(len(b)) {
		return nil, nil, errNotWasm
	}
	return b[:n], b[n:], nil
}

// unsigned reads a number in LEB128, of which binary's varints are an instance.
func unsigned(b []byte) (v uint64, rest []byte, err error) {
	v, n := binary.Uvarint(b)
	if n <= 0 {
		return 0, nil, errNotWasm
	}
	return v, b[n:], nil
}

// signed reads a 32-bit number in signed LEB128, which is two's complement in groups of seven bits.
func signed(b []byte) (v int64, rest []byte, err error) {
	for i := 0; i < len(b) && i < 5; i++ {
		v |= int64(b[i]&0x7f) << (7 * i)
		if b[i] < 0x80 {
			if b[i]&0x40 != 0 {
				v -= 1 << (7 * (i + 1))
			}
			return v, b[i+1:], nil
		}
	}
	return 0, nil, errNotWasm
}

func appendSigned(b []byte, v int64) []byte {
	for {
		low := byte(v & 0x7f)
		v >>= 7
		if v == 0 && low&0x40 == 0 || v == -1 && low&0x40 != 0 {
			return append(b, low)
		}
		b = append(b, low|0x80)
	}
}

package checkpoint

import (
	"encoding/binary"
	"fmt"
)

// readHeader reads all that stands before the values.
func readHeader(b []byte) (map[string]string, []entry, error) {
	fail := func(format string, args ...any) (map[string]string, []entry, error) {
		return nil, nil, &FormatError{0, "", fmt.Sprintf(format, args...)}
	}
	if len(b) > 4 && string(b[:4]) == "PK\x03\x04" {
		return fail("this is a zip archive, as PyTorch's own .pt files are, and not a safetensors file; save the model with safetensors")
	}
	if len(b) < 8 {
		return fail("a safetensors file has at least 10 bytes, this one has %d", len(b))
	}
	size := binary.LittleEndian.Uint64(b)
	switch {
	case size > MaxHeader:
		return fail("a header of %d bytes, as the first eight bytes say, is more than the %d that are read: this is no safetensors file, or one of a far larger model", size, MaxHeader)
	case size > uint64(len(b)-8):
		return fail("the header has %d bytes, but only %d follow: the file is cut short, or is no safetensors file", size, len(b)-8)
	}
	l := &lexer{b: b[8 : 8+size], offset: 8}
	if len(l.b) == 0 || l.b[0] != '{' {
		return nil, nil, l.fail(0, "the header does not begin with '{': this is no safetensors file")
	}
	return l.header()
}

// header reads the whole header and makes sure that nothing but padding follows.
func (l *lexer) header() (metadata map[string]string, entries []entry, err error) {
	err = l.each('{', '}', func() error {
		name, at, err := l.key()
		if err != nil {
			return err
		}
		switch {
		case name == metadataKey && metadata != nil:
			return l.fail(at, "the header has %q twice", metadataKey)
		case name == metadataKey:
			metadata, err = l.metadata()
			return err
		case name == "":
			return l.fail(at, "a tensor has an empty name")
		case len(name) > MaxName:
			return l.fail(at, "a tensor's name has %d bytes; the most is %d", len(name), MaxName)
		case len(entries) == MaxTensors:
			return l.fail(at, "there are more than %d tensors", MaxTensors)
		}
		e := entry{name: name, at: l.offset + at}
		l.tensor = name
		err = l.entry(&e)
		l.tensor = ""
		entries = append(entries, e)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	if l.peek(); l.i < len(l.b) {
		return nil, nil, l.fail(l.i, "%s after the header's end, where only spaces may be", l.found())
	}
	return metadata, entries, nil
}

// metadata reads the free texts.
func (l *lexer) metadata() (map[string]string, error) {
	m := map[string]string{}
	return m, l.each('{', '}', func() error {
		key, at, err := l.key()
		if err != nil {
			return err
		}
		if _, again := m[key]; again {
			return l.fail(at, "the metadata has %.40q twice", key)
		}
		m[key], err = l.text()
		return err
	})
}

// entry reads the description of one tensor.
func (l *lexer) entry(e *entry) error {
	start := l.i
	var offsets []int
	err := l.each('{', '}', func() error {
		key, at, err := l.key()
		if err != nil {
			return err
		}
		switch {
		case key == "dtype" && e.dtype == "":
			if e.dtype, err = l.text(); err == nil && e.dtype != "F32" && e.dtype != "I8" {
				err = l.fail(at, "its values are of type %.20q; only F32, and I8 with scales, can be read: convert it to F32", e.dtype)
			}
		case key == "shape" && e.shape == nil:
			e.shape, err = l.numbers("its shape", MaxRank)
		case key == "data_offsets" && offsets == nil:
			offsets, err = l.numbers("data_offsets", 2)
		case key == "dtype" || key == "shape" || key == "data_offsets":
			err = l.fail(at, "it has %.40q twice", key)
		default:
			err = l.fail(at, "%.40q is not part of a tensor's description, which has dtype, shape and data_offsets", key)
		}
		return err
	})
	if err != nil {
		return err
	}
	if e.dtype == "" || e.shape == nil || len(offsets) != 2 {
		return l.fail(start, "its description lacks dtype, shape, or the two data_offsets")
	}
	e.begin, e.end = offsets[0], offsets[1]
	return nil
}

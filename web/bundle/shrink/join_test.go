package main

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// module is one with these segments, between a custom section before and one after.
func module(segments ...segment) []byte {
	data := appendSegments(nil, segments)
	out := []byte("\x00asm\x01\x00\x00\x00\x00\x03\x01aX")
	out = binary.AppendUvarint(append(out, 11), uint64(len(data)))
	return append(append(out, data...), "\x00\x03\x01bY"...)
}

// parts reads a module's segments back, and what stands around them.
func parts(t *testing.T, module []byte) (segments []segment, around []byte) {
	t.Helper()
	rest := module[8:]
	for len(rest) > 0 {
		id := rest[0]
		section, after, err := sized(rest[1:])
		if err != nil {
			t.Fatal(err)
		}
		if id != 11 {
			around = append(around, rest[:len(rest)-len(after)]...)
			rest = after
			continue
		}
		rest = after
		n, section, err := unsigned(section)
		if err != nil {
			t.Fatal(err)
		}
		for range n {
			var s segment
			if s, section, err = readSegment(section); err != nil {
				t.Fatal(err)
			}
			segments = append(segments, s)
		}
	}
	return segments, around
}

// memory is what the segments make of empty memory.
func memory(segments []segment) []byte {
	var m []byte
	for _, s := range segments {
		if end := int(s.at) + len(s.data); end > len(m) {
			m = append(m, make([]byte, end-len(m))...)
		}
		copy(m[s.at:], s.data)
	}
	return m
}

func TestJoinKeepsMemory(t *testing.T) {
	before := module(
		segment{100, []byte("ab")}, segment{102, []byte("c")}, segment{103 + gap, []byte("d")},
		segment{1 << 20, nil}, segment{1<<20 + 63, []byte{1}}, segment{104 + 2*gap + 1, []byte("far")},
	)
	after, err := join(before)
	if err != nil {
		t.Fatal(err)
	}
	was, aroundWas := parts(t, before)
	is, aroundIs := parts(t, after)
	if !bytes.Equal(memory(was), memory(is)) {
		t.Errorf("memory was %q, is %q", memory(was), memory(is))
	}
	if len(is) != 3 {
		t.Errorf("%d segments, want 3: %v", len(is), is)
	}
	if !bytes.Equal(aroundWas, aroundIs) {
		t.Errorf("the other sections were %q, are %q", aroundWas, aroundIs)
	}
	again, err := join(after)
	if err != nil || !bytes.Equal(again, after) {
		t.Errorf("joined again it changes: %v", err)
	}
}

func TestJoinRefusesWhatItDoesNotKnow(t *testing.T) {
	whole := module(segment{100, []byte("abc")})
	passive := bytes.Replace(bytes.Clone(whole), []byte{0x00, 0x41}, []byte{0x01, 0x41}, 1)
	for name, data := range map[string][]byte{
		"nothing":       nil,
		"another file":  []byte("GIF89a, and more"),
		"a later form":  append([]byte("\x00asm\x02\x00\x00\x00"), whole[8:]...),
		"a cut":         whole[:len(whole)-8],
		"an overlap":    module(segment{100, []byte("abc")}, segment{102, []byte("d")}),
		"passive":       passive,
		"below nothing": module(segment{-1, []byte("a")}),
	} {
		if out, err := join(data); err == nil {
			t.Errorf("%s: no error, but %q", name, out)
		}
	}
}

func TestSignedNumbers(t *testing.T) {
	for _, v := range []int64{0, 1, -1, 63, 64, -64, -65, 127, 128, 8191, 8192, 1<<31 - 1, -1 << 31} {
		got, rest, err := signed(append(appendSigned(nil, v), 'x'))
		if got != v || err != nil || string(rest) != "x" {
			t.Errorf("%d is read back as %d, %q, %v", v, got, rest, err)
		}
	}
}

func FuzzJoin(f *testing.F) {
	f.Add(module(segment{100, []byte("ab")}, segment{110, []byte("c")}, segment{5000, []byte("d")}))
	f.Add([]byte("\x00asm\x01\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		once, err := join(data)
		if err != nil {
			return
		}
		twice, err := join(once)
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("what it wrote, it reads otherwise: %v", err)
		}
	})
}

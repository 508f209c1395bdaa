package shrink

import (
	"bytes"
	"encoding/binary"
	"testing"
)

// module is one with these segments, between a custom section before and one after.
func module(segments ...segment) []byte {
	data := binary.AppendUvarint(nil, uint64(len(segments)))
	for _, s := range segments {
		data = append(appendSigned(append(data, 0x00, 0x41), s.at), 0x0b)
		data = append(binary.AppendUvarint(data, uint64(len(s.data))), s.data...)
	}
	return assemble([]section{{customSection, []byte("\x01aX")}, {dataSection, data}, {customSection, []byte("\x01bY")}})
}

// parts reads a module's segments back, and what stands around them.
func parts(t *testing.T, module []byte) (segments []segment, around []section) {
	t.Helper()
	sections, err := parse(module)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sections {
		if s.id != dataSection {
			around = append(around, s)
			continue
		}
		n, rest, err := unsigned(s.body)
		if err != nil {
			t.Fatal(err)
		}
		for range n {
			var s segment
			if s, rest, err = readSegment(rest); err != nil {
				t.Fatal(err)
			}
			segments = append(segments, s)
		}
	}
	return segments, around
}

// laid is what the segments make of empty memory.
func laid(segments []segment) []byte {
	m := make([]byte, 1<<21)
	for _, s := range segments {
		copy(m[s.at:], s.data)
	}
	return m
}

func TestJoinKeepsMemory(t *testing.T) {
	before := module(
		segment{100, []byte("ab")}, segment{102, []byte("c")}, segment{103 + gap, []byte("d")},
		segment{1 << 20, nil}, segment{1<<20 + 63, []byte{1}}, segment{104 + 2*gap + 1, []byte("far")},
		segment{9000, append(append([]byte("apart"), make([]byte, gap+1)...), "again"...)},
	)
	after, err := Join(before)
	if err != nil {
		t.Fatal(err)
	}
	was, aroundWas := parts(t, before)
	is, aroundIs := parts(t, after)
	if !bytes.Equal(laid(was), laid(is)) {
		t.Errorf("memory was %v, is %v", was, is)
	}
	if len(is) != 5 {
		t.Errorf("%d segments, want 5: %v", len(is), is)
	}
	if !bytes.Equal(assemble(aroundWas), assemble(aroundIs)) {
		t.Errorf("the other sections were %q, are %q", aroundWas, aroundIs)
	}
	again, err := Join(after)
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
		"far apart":     module(segment{100, []byte("a")}, segment{100 + reach, []byte("b")}),
	} {
		if out, err := Join(data); err == nil {
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
		once, err := Join(data)
		if err != nil {
			return
		}
		twice, err := Join(once)
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("what it wrote, it reads otherwise: %v", err)
		}
	})
}

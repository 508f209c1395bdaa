package checkpoint

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"
	"unicode/utf8"
)

// Whatever the bytes, Decode gives a file or a *FormatError, asks for memory in proportion to the
// bytes, and what it gives can be written and read again without a change.
func FuzzDecode(f *testing.F) {
	f.Add(Encode(small()))
	f.Add(Quantise(small()))
	f.Add(Encode(&File{}))
	f.Add(file(`{"m":{"dtype":"I8","shape":[1,2],"data_offsets":[4,6]},"m.scale":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}`, 6))
	f.Add(file(`{"\ud83d\ude00\n":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}  `, 4))
	f.Add(file(`{"__metadata__":{"a":"\u0000","b":"\/"},"z":{"shape":[0,7],"data_offsets":[0,0],"dtype":"F32"}}`, 0))
	f.Fuzz(func(t *testing.T, b []byte) {
		var file *File
		var err error
		if got, most := allocated(func() { file, err = Decode(b) }), uint64(64*len(b)+1<<16); got > most {
			t.Errorf("%d bytes allocated to read %d", got, len(b))
		}
		if err != nil {
			var fe *FormatError
			if !errors.As(err, &fe) || fe.Offset < 0 || fe.Offset > len(b) || fe.Reason == "" || len(err.Error()) > 4096 {
				t.Fatalf("the error is %#v", err)
			}
			return
		}
		first := Encode(file)
		again, err := Decode(first)
		if err != nil {
			t.Fatalf("what was decoded and encoded is refused: %v", err)
		}
		if !bytes.Equal(Encode(again), first) {
			t.Fatal("decoding and encoding changes the file")
		}
		for _, tensor := range file.Tensors {
			if len(tensor.Name) > MaxName-len(Scale) {
				return // its scales would have no name
			}
			for _, other := range file.Tensors {
				if other.Name == tensor.Name+Scale {
					return
				}
			}
		}
		quantised := Quantise(file)
		coarse, err := Decode(quantised)
		if err != nil {
			t.Fatalf("the quantised form is refused: %v", err)
		}
		if !bytes.Equal(Quantise(coarse), quantised) {
			t.Fatal("quantising what was quantised changes the file")
		}
	})
}

// Any text survives being written, for the standard library's reader as for ours, and ours takes
// no string that the standard library's refuses.
func FuzzText(f *testing.F) {
	f.Add("plain")
	f.Add("\"\\/\b\f\n\r\t\x00\x1f\x7f\u2028😀")
	f.Add(`\u00e9\ud83d\ude00\/`)
	f.Add(`\ud83d`)
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) {
			written := appendString(nil, s)
			var standard string
			if err := json.Unmarshal(written, &standard); err != nil || standard != s {
				t.Errorf("%q was written as %s, which is read as %q, %v", s, written, standard, err)
			}
			if got, err := (&lexer{b: written}).text(); err != nil || got != s {
				t.Errorf("%q was written as %s and read as %q, %v", s, written, got, err)
			}
		}
		quoted := append(append([]byte{'"'}, s...), '"')
		l := &lexer{b: quoted}
		got, err := l.text()
		if err != nil || l.i < len(quoted) {
			return
		}
		var standard string
		if err := json.Unmarshal(quoted, &standard); err != nil || standard != got {
			t.Errorf("%s is read as %q, by the standard library as %q, %v", quoted, got, standard, err)
		}
	})
}

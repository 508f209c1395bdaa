package corpus

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"

	"unroll/core/token"
)

func packed(t testing.TB) (*Task, []byte) {
	t.Helper()
	pieces, err := token.NewPieces([]string{"▁ a", "▁a b"})
	if err != nil {
		t.Fatal(err)
	}
	source := NewOpenVocabulary(token.Words{}, []string{"je", "suis", "étudiant"})
	target := NewVocabulary(pieces, []string{"▁a", "▁ab", "b"})
	task := Listed(List{
		Name: "own", Source: source, Target: target, Example: "je suis", MaxSource: 7,
		Training: []Pair{{[]int{4, 5}, []int{3}}, {[]int{Unknown}, nil}, {[]int{6, 5, 4}, []int{4, 5, 3}}},
		HeldOut:  []Pair{{[]int{4}, []int{5}}},
	})
	return task, task.Pack()
}

func TestPack(t *testing.T) {
	want, b := packed(t)
	got, err := Unpack("own", b)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Pack(), b) {
		t.Error("what was unpacked packs to other bytes")
	}
	if got.Name() != "own" || got.Example() != "je suis" || got.MaxSource() != 7 || got.MaxTarget() != 4 || !got.Source().Open() || got.Target().Open() || !got.Draws() {
		t.Errorf("unpacked is %+v", got)
	}
	one, other := rand.New(rand.NewPCG(1, 2)), rand.New(rand.NewPCG(1, 2))
	for range 50 {
		if a, b := want.text(want.Draw(one)), got.text(got.Draw(other)); a != b {
			t.Fatalf("%q was drawn, from the unpacked %q", a, b)
		}
	}
	if a, b := want.text(want.HeldOut(5)[0]), got.text(got.HeldOut(5)[0]); a != b {
		t.Errorf("%q is held out, of the unpacked %q", a, b)
	}
}

func TestUnpackRefuses(t *testing.T) {
	_, b := packed(t)
	for n := range len(b) {
		if _, err := Unpack("own", b[:n]); !errors.Is(err, ErrDamaged) {
			t.Fatalf("cut to %d of %d bytes it gives %v", n, len(b), err)
		}
	}
	if _, err := Unpack("own", append(b, 0)); !errors.Is(err, ErrDamaged) {
		t.Errorf("with a byte too many it gives %v", err)
	}
	last := bytes.Clone(b)
	last[len(last)-1] = 200 // an id of no token
	if _, err := Unpack("own", last); !errors.Is(err, ErrDamaged) {
		t.Errorf("with a token that there is not it gives %v", err)
	}
}

func FuzzUnpack(f *testing.F) {
	_, b := packed(f)
	f.Add(b)
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, b []byte) {
		task, err := Unpack("own", b)
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
			return
		}
		again, err := Unpack("own", task.Pack())
		if err != nil || !bytes.Equal(again.Pack(), task.Pack()) {
			t.Errorf("what was unpacked cannot be unpacked again: %v", err)
		}
		batch := NewBatch(1, task.MaxSource(), task.MaxTarget())
		r := rand.New(rand.NewPCG(1, 1))
		for range 10 {
			p := task.Draw(r)
			batch.Fill([]Pair{p})
			task.text(p)
		}
	})
}

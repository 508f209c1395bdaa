package train

import (
	"bytes"
	"fmt"
	"testing"
)

// together takes a step of replicas of one run as separate machines do: what one tells another is a
// copy, made before either goes on.
func together(t testing.TB, replicas []*Session) Progress {
	t.Helper()
	n := len(replicas)
	sums := make([]Part, n)
	for i, s := range replicas {
		s.Begin()
		sums[i] = s.Share(i, n)
	}
	for distance := 1; distance < n; distance *= 2 {
		told := make([]Part, n)
		for i := range sums {
			told[i] = Part{sums[i].Loss, copied(sums[i].Gradient)}
		}
		for i, s := range replicas {
			sums[i] = s.Add(told[i^distance])
		}
	}
	var p Progress
	for i, s := range replicas {
		q, err := s.Finish()
		if err != nil {
			t.Fatal(err)
		}
		if i > 0 && q != p {
			t.Fatalf("replica %d says %+v, the first %+v", i, q, p)
		}
		p = q
	}
	return p
}

func copied(x []float32) []float32 { return append([]float32(nil), x...) }

func TestReplicasAreOneAlone(t *testing.T) {
	for name, c := range configs() {
		for _, batch := range []int{1, 19, 32, 37} {
			c.Batch = batch
			t.Run(fmt.Sprint(name, "/", batch), func(t *testing.T) {
				alone := begin(t, c)
				for range 20 {
					if _, err := alone.Step(); err != nil {
						t.Fatal(err)
					}
				}
				want := alone.Save()
				for n := 2; n <= alone.Shards(); n *= 2 {
					replicas := make([]*Session, n)
					for i := range replicas {
						replicas[i] = begin(t, c)
					}
					for range 20 {
						together(t, replicas)
					}
					for i, s := range replicas {
						if !bytes.Equal(s.Save(), want) {
							t.Errorf("replica %d of %d is not what one alone is", i, n)
						}
					}
				}
			})
		}
	}
}

// TestShareMayBeTakenOver: a replica whose neighbour falls silent computes the whole step itself.
func TestShareMayBeTakenOver(t *testing.T) {
	c := config()
	c.Batch = 32
	alone, left := begin(t, c), begin(t, c)
	steps(t, alone, 6)
	for step := range 6 {
		left.Begin()
		left.Share(step%2, 2)
		if step%3 == 1 {
			left.Add(Part{1, make([]float32, left.Parameters())}) // one of others that was never completed
		}
		left.Share(0, 1)
		if _, err := left.Finish(); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(alone.Save(), left.Save()) {
		t.Error("a step that was begun with others and ended alone has other bits")
	}
}

func TestShards(t *testing.T) {
	for pairs, want := range map[int]int{1: 1, 3: 1, 15: 1, 16: 2, 31: 2, 32: 4, 64: 4, 1024: 4} {
		if got := shards(pairs); got != want {
			t.Errorf("a batch of %d has %d shards, want %d", pairs, got, want)
		}
	}
	s := begin(t, config())
	for _, c := range [][2]int{{0, 0}, {0, 2}, {1, 1}, {-1, 1}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("share %d of %d of one shard went through", c[0], c[1])
				}
			}()
			s.Begin()
			s.Share(c[0], c[1])
		}()
	}
}

// TestShardsAreTheBatch: what is dealt out are the batch's pairs, each once, and every shard's longest
// come first.
func TestShardsAreTheBatch(t *testing.T) {
	c := config()
	c.Batch = 37
	s := begin(t, c)
	s.Begin()
	st := s.stepper
	if len(st.pairs) != 37 || st.first[st.shards] != 37 {
		t.Fatalf("%d pairs dealt, the last shard ends at %d", len(st.pairs), st.first[st.shards])
	}
	count := map[*int]int{}
	for i := range s.pairs {
		count[&s.pairs[i].Source[0]]++
	}
	for i := range st.shards {
		shard := st.pairs[st.first[i]:st.first[i+1]]
		for j, p := range shard {
			count[&p.Source[0]]--
			if j > 0 && len(p.Source) > len(shard[j-1].Source) {
				t.Errorf("shard %d: pair %d is longer than the one before", i, j)
			}
		}
		if n := len(shard); n < 37/4 || n > 37/4+1 {
			t.Errorf("shard %d has %d pairs", i, n)
		}
	}
	for _, n := range count {
		if n != 0 {
			t.Error("a pair was dealt never or twice")
		}
	}
}

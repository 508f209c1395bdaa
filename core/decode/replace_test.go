package decode

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/model"
	"unroll/core/token"
	"unroll/core/trace"
)

// open is a Decoder between open vocabularies.
func open(t *testing.T, a model.Architecture) *Decoder {
	t.Helper()
	source := corpus.NewOpenVocabulary(token.Words{}, []string{"je", "suis", "à"})
	target := corpus.NewOpenVocabulary(token.Words{}, []string{"i", "am", "in"})
	a.Embedding, a.Hidden = 3, 4
	m, err := model.New(kernel.Plain{}, model.Config{
		Architecture: a, SourceVocabulary: source.Len(), TargetVocabulary: target.Len(), MaxSource: 5, MaxTarget: 6, MaxBatch: 1,
	})
	if err != nil {
		t.Fatal(err)
	}
	m.Params.Draw(rand.New(rand.NewPCG(4, 4)))
	kernel.Plain{}.Scale(3, m.Params.Value)
	return New(m, source, target)
}

// An unknown word is copied from where attention looked most, whichever way the source was read.
func TestUnknownWordsAreCopied(t *testing.T) {
	typed := strings.Fields("je suis à Łódź")
	run := func(encoder string, weights [][]float32) *trace.Run {
		r := &trace.Run{Model: trace.Model{Encoder: encoder}, Encoder: make([]trace.Reading, 4)}
		for i, id := range []int{4, 5, corpus.Unknown, corpus.Unknown, corpus.End, corpus.Unknown} {
			s := trace.Step{Output: trace.Token{ID: id, Text: []string{2: "⟨end⟩", 3: "⟨unk⟩", 4: "i", 5: "am"}[id]}}
			if weights != nil {
				s.Attention = &trace.Attention{Weights: weights[min(i, len(weights)-1)]}
			}
			r.Decoder = append(r.Decoder, s)
		}
		return r
	}
	weights := [][]float32{{0.7, 0.1, 0.1, 0.1}, {0.1, 0.7, 0.1, 0.1}, {0.1, 0.1, 0.2, 0.6}, {0.1, 0.4, 0.1, 0.4}}
	d := open(t, model.Architecture{Cell: "gru"})
	for _, c := range []struct {
		what string
		run  *trace.Run
		want []Word
	}{
		{"read forward", run("forward", weights), []Word{{"i", -1}, {"am", -1}, {"Łódź", 3}, {"suis", 1}}},
		{"read in both directions", run("both", weights), []Word{{"i", -1}, {"am", -1}, {"Łódź", 3}, {"suis", 1}}},
		{"read reversed", run("reversed", weights), []Word{{"i", -1}, {"am", -1}, {"je", 0}, {"je", 0}}},
		{"without attention", run("forward", nil), []Word{{"i", -1}, {"am", -1}, {"⟨unk⟩", -1}, {"⟨unk⟩", -1}}},
	} {
		if got := d.Replace(c.run, typed); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s, the output is %v, want %v", c.what, got, c.want)
		}
	}

	closed := New(opinionated(t, some(1)[0], 1, 3, 1).model, vocabulary(sources), vocabulary(targets))
	if got := closed.Replace(run("forward", weights), typed); got[2].From != -1 {
		t.Errorf("in a closed vocabulary token 3 is a word, and was replaced by %v", got[2])
	}
}

// In real runs, too, what is copied is the token that the most regarded reading read.
func TestCopiesComeFromTheReading(t *testing.T) {
	typed := []string{"je", "suis", "à"}
	places := map[int]int{}
	for _, encoder := range []string{"forward", "reversed", "both"} {
		for _, attention := range []string{"general", "additive", "bahdanau"} {
			d := open(t, model.Architecture{Cell: "gru", Encoder: encoder, Bridge: "dense", Attention: attention})
			source := []int{4, 5, 6}
			h, err := d.Force(source, []int{corpus.Unknown, 4, corpus.Unknown, 6, corpus.Unknown})
			if err != nil {
				t.Fatal(err)
			}
			run := d.Trace(source, h)
			for i, w := range d.Replace(run, typed) {
				if i%2 == 1 {
					continue
				}
				best := 0
				for j, x := range run.Decoder[i].Attention.Weights {
					if x > run.Decoder[i].Attention.Weights[best] {
						best = j
					}
				}
				if read := run.Encoder[best].Token.Text; w.Text != read || typed[w.From] != read {
					t.Errorf("%s, %s: word %d is %v, attention looks at %q", encoder, attention, i, w, read)
				}
				places[w.From]++
			}
		}
	}
	if len(places) < 2 {
		t.Errorf("everything was copied from one place: %v", places)
	}
}

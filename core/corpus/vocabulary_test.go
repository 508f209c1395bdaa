package corpus

import (
	"testing"

	"unroll/core/token"
)

func TestVocabulary(t *testing.T) {
	v := NewVocabulary(token.Characters{}, []string{"je", "suis"})
	if v.Len() != 5 || v.Text(Pad) != "⟨pad⟩" || v.Text(Start) != "⟨start⟩" || v.Text(End) != "⟨end⟩" || v.Text(4) != "suis" {
		t.Errorf("the vocabulary is %q", v.Texts())
	}
	if id, ok := v.ID("je"); id != 3 || !ok {
		t.Errorf("je has id %d, %v", id, ok)
	}
	if _, ok := v.ID("tu"); ok {
		t.Error("tu is in the vocabulary")
	}
	if got := v.Join([]int{3, 4, End}); got != "jesuis⟨end⟩" {
		t.Errorf("joined: %q", got)
	}
	v.Texts()[3] = "changed"
	if v.Text(3) != "je" {
		t.Error("Texts gave the vocabulary's own slice")
	}
	for _, texts := range [][]string{{"a", "a"}, {""}, {"⟨end⟩"}} {
		if !panics(func() { NewVocabulary(token.Characters{}, texts) }) {
			t.Errorf("a vocabulary of %q was made", texts)
		}
	}
	if !panics(func() { v.Text(5) }) || !panics(func() { v.Text(-1) }) {
		t.Error("a text was found for an id that is not there")
	}
}

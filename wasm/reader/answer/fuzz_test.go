package answer

import (
	"strings"
	"testing"

	"unroll/core/corpus"
	"unroll/core/own"
	"unroll/web/wire"
)

// Whatever the files, the answer is a corpus that can be unpacked, shown, sent and cut again, or a refusal.
func FuzzTo(f *testing.F) {
	var lines strings.Builder
	for i := range 30 {
		lines.WriteString(strings.Repeat("ab ", i%5+1) + string(rune('a'+i)) + "\tא" + string(rune('א'+i%20)) + "\n")
	}
	f.Add([]byte(lines.String()), []byte(nil), "words", 0, false)
	f.Add([]byte(lines.String()), []byte(nil), "pieces", 20, true)
	f.Add([]byte(strings.Repeat("一\t二\n", 30)), []byte("1\n"), "", 0, false)
	f.Add([]byte(lines.String()), []byte(lines.String()), "characters", -1, false)
	f.Add([]byte("#"), []byte{}, "syllables", 1<<40, true)
	f.Fuzz(func(t *testing.T, first, second []byte, tokens string, merges int, swap bool) {
		m := wire.Read{Files: []own.File{{Name: "first", Data: first}}, Options: own.Options{Tokens: tokens, Merges: merges, Swap: swap}}
		if len(second) > 0 {
			m.Files = append(m.Files, own.File{Name: "second", Data: second})
		}
		for _, m := range []wire.Read{m, {Canonical: first, Options: m.Options}} {
			c, ok := To(m).(wire.Corpus)
			if !ok {
				continue
			}
			if _, err := corpus.Unpack("own", c.Packed); err != nil || c.Digest != corpus.Digest(c.Packed) || len(c.Examples) == 0 {
				t.Fatalf("a corpus %s with %d examples: %v", c.Digest, len(c.Examples), err)
			}
			if _, err := wire.Decode(wire.Encode(c)); err != nil {
				t.Fatalf("the answer cannot be sent: %v", err)
			}
			again := c.Options
			again.Swap = false
			if d, ok := To(wire.Read{Canonical: c.Canonical, Options: again}).(wire.Corpus); !ok || d.Digest != c.Digest {
				t.Fatalf("the canonical form makes another corpus, %+v", d.Report)
			}
		}
	})
}

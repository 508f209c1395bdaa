package own

import (
	"strconv"
	"strings"
)

// title is the first line of the canonical form.
const title = "source\ttarget\n"

// write makes the canonical form of pairs.
func write(pairs []pair) []byte {
	n := len(title)
	for _, p := range pairs {
		n += len(p.source) + len(p.target) + 2
	}
	b := append(make([]byte, 0, n), title...)
	for _, p := range pairs {
		b = append(b, p.source...)
		b = append(b, '\t')
		b = append(b, p.target...)
		b = append(b, '\n')
	}
	return b
}

// parse reads the canonical form, and nothing that write does not make.
func parse(data []byte) (*reading, error) {
	if len(data) > 2*MaxBytes { // as UTF-8 a text may have more bytes than it had before
		return nil, &Error{Code: TooLarge, Got: len(data), Limit: 2 * MaxBytes}
	}
	t := table{text: string(data), sep: '\t'}
	if !strings.HasPrefix(t.text, title) {
		return nil, &Error{Code: NotCanonical, Line: 1}
	}
	r := &reading{seen: make(map[[2]string]bool)}
	r.Format = Canonical
	for t.next() {
		if t.line > 1 && len(t.fields) == 2 {
			r.add(t.fields[0], t.fields[1], t.line)
		}
		if len(r.pairs) != t.line-1 { // one for each line but the title
			break
		}
	}
	written, line := write(r.pairs), 1
	for i, b := range data {
		if i == len(written) || written[i] != b {
			return nil, &Error{Code: NotCanonical, Line: line}
		}
		if b == '\n' {
			line++
		}
	}
	if len(written) > len(data) {
		return nil, &Error{Code: NotCanonical, Line: line}
	}
	return r, nil
}

// digest hashes a canonical form by FNV-1a, finished as SplitMix64 is.
func digest(canonical []byte) string {
	h := hash(fnv)
	for _, b := range canonical {
		h.byte(b)
	}
	s := strconv.FormatUint(h.sum(), 16)
	return "0000000000000000"[len(s):] + s
}

const fnv = 0xcbf29ce484222325

type hash uint64

func (h *hash) byte(b byte) { *h = (*h ^ hash(b)) * 0x100000001b3 }

func (h *hash) rune(r rune) {
	for range 3 {
		h.byte(byte(r))
		r >>= 8
	}
}

func textHash(s string) uint64 {
	h := hash(fnv)
	for i := range len(s) {
		h.byte(s[i])
	}
	return h.sum()
}

func (h hash) sum() uint64 {
	x := uint64(h)
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

package corpus

import (
	"encoding/binary"
	"errors"
	"strconv"

	"unroll/core/token"
)

// A listed task in bytes, so that what was read and cut once need not be again: wherever such a task is
// needed (a trainer, its replicas, a reader's next visit) it is made of this.
//
//	magic
//	of source, then target: the cutter's name, its merges, the vocabulary's texts, the longest
//	the example
//	the training pairs, then the held-out ones: each its source's ids, then its target's
//
// A number is a uvarint, a text its length and bytes, everything of many parts their count and the parts.

const magic = "unroll corpus 1\n"

// ErrDamaged says that bytes are no packed task.
var ErrDamaged = errors.New("corpus: this is no prepared corpus, or a damaged one; read the files anew")

// Pack is a task that Listed made, in bytes. It panics for any other.
func (t *Task) Pack() []byte {
	l := t.rule.(*list)
	p := packer{b: []byte(magic)}
	for _, side := range []struct {
		v       *Vocabulary
		longest int
	}{{t.source, t.maxSource}, {t.target, t.maxTarget}} {
		p.text(side.v.cut.Name())
		var merges []string
		if pieces, ok := side.v.cut.(*token.Pieces); ok {
			merges = pieces.Merges()
		}
		p.texts(merges)
		p.texts(side.v.texts)
		p.number(side.longest)
	}
	p.text(t.example)
	for _, pairs := range [][]Pair{l.training, l.heldOut} {
		p.number(len(pairs))
		for _, pair := range pairs {
			p.ids(pair.Source)
			p.ids(pair.Target)
		}
	}
	return p.b
}

// Digest is a short name for bytes, of 16 hexadecimal digits: their FNV-1a hash. It tells corpora apart
// and proves nothing.
func Digest(b []byte) string {
	h := uint64(0xcbf29ce484222325)
	for _, c := range b {
		h = (h ^ uint64(c)) * 0x100000001b3
	}
	s := strconv.FormatUint(h, 16)
	return "0000000000000000"[len(s):] + s
}

type packer struct{ b []byte }

func (p *packer) number(n int) { p.b = binary.AppendUvarint(p.b, uint64(n)) }

func (p *packer) text(s string) {
	p.number(len(s))
	p.b = append(p.b, s...)
}

func (p *packer) texts(list []string) {
	p.number(len(list))
	for _, s := range list {
		p.text(s)
	}
}

func (p *packer) ids(ids []int) {
	p.number(len(ids))
	for _, id := range ids {
		p.number(id)
	}
}

// Unpack is the task of this name that Pack made b of. The error is ErrDamaged.
func Unpack(name string, b []byte) (*Task, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, ErrDamaged
	}
	u := unpacker{b: b[len(magic):], room: make([]int, 0, len(b))}
	l := List{Name: name}
	u.side(&l.Source, &l.MaxSource)
	u.side(&l.Target, &l.MaxTarget)
	l.Example = u.text()
	for _, pairs := range []*[]Pair{&l.Training, &l.HeldOut} {
		n := u.count(2)
		*pairs = make([]Pair, 0, n)
		for range n {
			*pairs = append(*pairs, Pair{Source: u.ids(l.Source, l.MaxSource), Target: u.ids(l.Target, l.MaxTarget-1)})
		}
		for _, p := range *pairs {
			u.bad = u.bad || len(p.Source) == 0
		}
	}
	if u.bad || len(u.b) > 0 || len(l.Training) == 0 {
		return nil, ErrDamaged
	}
	return Listed(l), nil
}

// unpacker reads; once something is wrong, everything that it reads is nothing.
type unpacker struct {
	b    []byte
	room []int // for every id, each of which takes a byte at least
	bad  bool
}

func (u *unpacker) fail() { u.b, u.bad = nil, true }

func (u *unpacker) number() int {
	n, size := binary.Uvarint(u.b)
	if size <= 0 || n > 1<<31-1 {
		u.fail()
		return 0
	}
	u.b = u.b[size:]
	return int(n)
}

// count is the number of parts that follow, each of at least so many bytes.
func (u *unpacker) count(least int) int {
	n := u.number()
	if n > len(u.b)/least {
		u.fail()
		return 0
	}
	return n
}

func (u *unpacker) text() string {
	n := u.count(1)
	s := string(u.b[:n])
	u.b = u.b[n:]
	return s
}

func (u *unpacker) texts() []string {
	n := u.count(1)
	list := make([]string, 0, n)
	for range n {
		list = append(list, u.text())
	}
	return list
}

// side reads a vocabulary and the longest text.
func (u *unpacker) side(v **Vocabulary, longest *int) {
	cut, err := token.New(u.text(), u.texts())
	if err == nil {
		*v, err = ReadVocabulary(cut, u.texts())
	}
	if *longest = u.number(); err != nil || *longest < 1 || *longest > mostTokens {
		u.fail()
	}
}

// mostTokens is how many tokens a text of a packed task may have.
const mostTokens = 1024

func (u *unpacker) ids(v *Vocabulary, most int) []int {
	n, at := u.count(1), len(u.room)
	if u.bad || n > most {
		u.fail()
		return nil
	}
	for range n {
		id := u.number()
		if u.bad || id >= v.Len() || id < Unknown {
			u.fail()
			return nil
		}
		u.room = append(u.room, id)
	}
	return u.room[at:len(u.room):len(u.room)]
}

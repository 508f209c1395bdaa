package wire

import (
	"encoding/binary"
	"errors"
	"math"
	"strconv"
)

// ErrDamaged is what Decode's errors wrap.
var ErrDamaged = errors.New("wire: damaged message")

// coder goes through the fields of a message in order, in one of two directions: it appends them to
// buf, or it reads them from buf. A layout is thereby written once, and the two directions cannot
// drift apart.
//
// In bytes an integer is a zigzag varint, a float its IEEE bits in little-endian order, a bool one
// byte, and everything of many parts is their count followed by the parts.
type coder struct {
	buf     []byte
	reading bool
	at      int       // reading: the next byte
	floats  []float32 // reading: memory for the float32 slices, made once
	err     error     // reading: the first thing that was wrong; what is read after it is zero
}

func (c *coder) fail(what string) {
	if c.err == nil {
		c.err = damage(what + " at byte " + strconv.Itoa(c.at))
	}
}

type damage string

func (d damage) Error() string { return ErrDamaged.Error() + ": " + string(d) }
func (d damage) Unwrap() error { return ErrDamaged }

// take is the next n bytes, or nil when there are not so many.
func (c *coder) take(n int) []byte {
	if c.err != nil || n < 0 || n > len(c.buf)-c.at {
		c.fail("the message ends too early")
		return nil
	}
	b := c.buf[c.at : c.at+n : c.at+n]
	c.at += n
	return b
}

func (c *coder) byte(p *byte) {
	if !c.reading {
		c.buf = append(c.buf, *p)
	} else if b := c.take(1); b != nil {
		*p = b[0]
	}
}

func (c *coder) bool(p *bool) {
	var b byte
	if *p {
		b = 1
	}
	c.byte(&b)
	if b > 1 {
		c.fail("neither true nor false")
	}
	*p = b == 1
}

func (c *coder) int(p *int) {
	if !c.reading {
		c.buf = binary.AppendVarint(c.buf, int64(*p))
		return
	}
	v, n := binary.Varint(c.buf[c.at:])
	if c.err != nil || n <= 0 || int64(int(v)) != v {
		c.fail("no integer")
		return
	}
	c.at += n
	*p = int(v)
}

func (c *coder) uint64(p *uint64) {
	if !c.reading {
		c.buf = binary.LittleEndian.AppendUint64(c.buf, *p)
	} else if b := c.take(8); b != nil {
		*p = binary.LittleEndian.Uint64(b)
	}
}

func (c *coder) float64(p *float64) {
	bits := math.Float64bits(*p)
	c.uint64(&bits)
	*p = math.Float64frombits(bits)
}

// count is the number of parts that follow, each of at least least bytes: a count that the rest of
// the message cannot hold is refused before anything is made for it.
func (c *coder) count(n, least int) int {
	c.int(&n)
	if c.reading && (n < 0 || n > (len(c.buf)-c.at)/least) {
		c.fail("more parts than bytes")
	}
	if c.err != nil {
		return 0
	}
	return n
}

// bytes read are a part of the message's own buffer, not a copy.
func (c *coder) bytes(p *[]byte) {
	n := c.count(len(*p), 1)
	if !c.reading {
		c.buf = append(c.buf, *p...)
	} else if n > 0 {
		*p = c.take(n)
	}
}

func (c *coder) string(p *string) {
	n := c.count(len(*p), 1)
	if !c.reading {
		c.buf = append(c.buf, *p...)
	} else if n > 0 {
		*p = string(c.take(n))
	}
}

func (c *coder) float32s(p *[]float32) {
	n := c.count(len(*p), 4)
	if !c.reading {
		c.buf = appendFloats(c.buf, *p)
		return
	}
	b := c.take(4 * n)
	if n == 0 || b == nil {
		return
	}
	if c.floats == nil {
		c.floats = make([]float32, n+(len(c.buf)-c.at)/4)
	}
	f := c.floats[:n:n]
	c.floats = c.floats[n:]
	for i := range f {
		f[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	*p = f
}

func appendFloats(b []byte, f []float32) []byte {
	at := len(b)
	b = append(b, make([]byte, 4*len(f))...) // the compiler grows b in place
	for i, v := range f {
		binary.LittleEndian.PutUint32(b[at+4*i:], math.Float32bits(v))
	}
	return b
}

// parts goes through a slice whose elements take at least least bytes each.
func parts[T any](c *coder, p *[]T, least int, each func(*coder, *T)) {
	n := c.count(len(*p), least)
	if c.reading && n > 0 {
		*p = make([]T, n)
	}
	for i := 0; i < len(*p) && c.err == nil; i++ {
		each(c, &(*p)[i])
	}
}

// maybe goes through something that may be absent.
func maybe[T any](c *coder, p **T, each func(*coder, *T)) {
	there := *p != nil
	c.bool(&there)
	if !there || c.err != nil {
		return
	}
	if c.reading {
		*p = new(T)
	}
	each(c, *p)
}

package dom

import "strconv"

// Canvas is an ordered list of SVG elements inside one <svg>, addressed by index. Nothing reaches the
// document before Flush, and then everything does in one call; a flush without changes costs nothing.
// It is a painter's way to the document where a component's would be too slow: it keeps no copy of
// the attributes and compares nothing, so a painter says only what has changed.
//
// Children that the <svg> has from elsewhere, as a <title> or <defs>, are left alone and stay in front.
type Canvas struct {
	instructions
	numbers []uint32 // of the elements, in order; 0 is the <svg>
	last    uint32
	free    []uint32
	send    func(*instructions)
}

// Len returns how many elements the canvas has.
func (c *Canvas) Len() int { return len(c.numbers) }

// Insert puts a new, empty element before the one that is now at i, or at the end.
func (c *Canvas) Insert(i int, tag string) {
	c.check(i, len(c.numbers))
	n := c.number()
	c.op(opElement, n, uint32(spaceSVG), c.name(tag))
	c.op(opInsert, 0, n, c.at(i))
	c.numbers = append(c.numbers, 0)
	copy(c.numbers[i+1:], c.numbers[i:])
	c.numbers[i] = n
}

// Remove takes the element at i out.
func (c *Canvas) Remove(i int) {
	c.check(i, len(c.numbers)-1)
	n := c.numbers[i]
	c.op(opRemove, n)
	c.op(opFree, n)
	c.free = append(c.free, n)
	c.numbers = append(c.numbers[:i], c.numbers[i+1:]...)
}

// Move takes the element at from out, and then puts it in at to.
func (c *Canvas) Move(from, to int) {
	c.check(from, len(c.numbers)-1)
	c.check(to, len(c.numbers)-1)
	if from == to {
		return
	}
	n := c.numbers[from]
	c.numbers = append(c.numbers[:from], c.numbers[from+1:]...)
	c.op(opMove, 0, n, c.at(to))
	c.numbers = append(c.numbers, 0)
	copy(c.numbers[to+1:], c.numbers[to:])
	c.numbers[to] = n
}

// Set gives the element at i an attribute.
func (c *Canvas) Set(i int, name, value string) {
	c.check(i, len(c.numbers)-1)
	c.set(c.numbers[i], name, value)
}

// Clear removes an attribute of the element at i.
func (c *Canvas) Clear(i int, name string) {
	c.check(i, len(c.numbers)-1)
	c.op(opClear, c.numbers[i], c.name(name))
}

// Text makes text, which is never markup, all that is in the element at i.
func (c *Canvas) Text(i int, text string) {
	c.check(i, len(c.numbers)-1)
	c.op(opContent, c.numbers[i])
	c.string(text)
}

// Flush sends everything since the last Flush to the document in one call.
func (c *Canvas) Flush() {
	if c.empty() {
		return
	}
	c.send(&c.instructions)
	c.reset()
}

// at is the number of the element at i, or 0 for the end.
func (c *Canvas) at(i int) uint32 {
	if i == len(c.numbers) {
		return 0
	}
	return c.numbers[i]
}

func (c *Canvas) number() uint32 {
	if k := len(c.free); k > 0 {
		n := c.free[k-1]
		c.free = c.free[:k-1]
		return n
	}
	c.last++
	return c.last
}

func (c *Canvas) check(i, last int) {
	if i < 0 || i > last {
		panic("dom: index " + strconv.Itoa(i) + " on a canvas of " + strconv.Itoa(len(c.numbers)) + " elements")
	}
}

package shrink

import (
	"bytes"
	"errors"

	"unroll/wasm/assembler"
)

// compute clears what in the tables follows from the rest, and gives the body of a
// function that fills it in again:
// the index of functions, and of each its entry, the place of its name and its buckets. Written out they
// are numbers that only grow, which compress badly.
func (t *tables) compute() (body []byte, err error) {
	was := bytes.Clone(t.data)
	for i, r := range t.records {
		t.clear(t.index(i))
		t.set(r.at+entryField, 0)
		t.set(r.at+nameField, 0)
	}
	t.clear(t.index(len(t.records)))
	t.clear(t.buckets)
	cleared := bytes.Clone(t.data)
	t.fill()
	if !bytes.Equal(t.data, was) {
		return nil, errors.New("its functions are not in the order of their names")
	}
	copy(t.data, cleared)
	return t.filler()
}

// index is a function's part of the index; that of the function behind the last is only its entry.
func (t *tables) index(i int) span {
	at := t.functions.from + 8*i
	return span{at, at + 8 - 4*(i/len(t.records))}
}

// fill does in Go what filler does in the module.
func (t *tables) fill() {
	name, bucket := t.names.from, t.buckets.from
	for i, r := range t.records {
		index := t.index(i)
		t.set(index.from, t.first+uint32(i))
		t.set(index.from+4, uint32(r.at-t.functions.from))
		t.set(r.at+entryField, t.first+uint32(i))
		t.set(r.at+nameField, uint32(name-t.names.from))
		name += bytes.IndexByte(t.data[name:], 0) + 1
		for range functionSize / bucketReach {
			if bucket+4 <= t.buckets.to {
				t.set(bucket, uint32(i))
			}
			bucket += bucketSize
		}
	}
	t.set(t.index(len(t.records)).from, t.first+uint32(len(t.records)))
}

// filler is fill as the body of a function of the module. It writes nothing outside of the tables, and takes less
// than a millisecond for five thousand functions.
func (t *tables) filler() ([]byte, error) {
	address := func(place int) assembler.Int { return assembler.I(place + int(t.from)) }
	m := assembler.New()
	f := m.Func("fill")
	function := f.Int(assembler.I(0))
	index, record := f.Int(address(t.functions.from)), f.Int(address(t.records[0].at))
	name, bucket := f.Int(address(t.names.from)), f.Int(address(t.buckets.from))
	last := f.Int()
	entry := function.Plus(int(t.first))
	byteAt := func(at assembler.Int, offset int) assembler.Int { return at.LoadInt(offset).And(assembler.I(0xff)) }
	f.While(function.Lt(assembler.I(len(t.records))), func() {
		index.Store(0, entry)
		index.Store(4, record.Sub(address(t.functions.from)))
		record.Store(entryField, entry)
		record.Store(nameField, name.Sub(address(t.names.from)))
		f.While(byteAt(name, 0), func() { name.Set(name.Plus(1)) })
		name.Set(name.Plus(1))
		last.Set(bucket.Plus(functionSize / bucketReach * bucketSize).Min(address(t.buckets.to - 3)))
		f.While(bucket.Lt(last), func() {
			bucket.Store(0, function)
			bucket.Set(bucket.Plus(bucketSize))
		})
		index.Set(index.Plus(8))
		behind := record.LoadInt(streamsField).Add(byteAt(record, refsField)).Shl(2)
		record.Set(record.Add(behind).Plus(recordSize + 7).And(assembler.I(-8)))
		function.Set(function.Plus(1))
	})
	index.Store(0, entry)
	return onlyBody(m.Encode())
}

package shrink

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// The streams beside the three in a record, and the references, by their numbers in internal/abi.
const (
	unsafePoints = 0 // PCDATA_UnsafePoint: where a signal must not interrupt; there are none on wasm
	liveArgs     = 3 // PCDATA_ArgLiveIndex: which arguments a traceback may print
	knownStreams = 5

	argInfo     = 5 // FUNCDATA_ArgInfo: the arguments as a traceback prints them
	argLiveInfo = 6 // FUNCDATA_ArgLiveInfo
	knownRefs   = 8
	argsEnd     = 0xff // the last byte of a FUNCDATA_ArgInfo
)

// dropLines clears what nobody reads but a traceback that prints files, lines and arguments: the
// streams of files and lines, the line where a function begins, the names of files, and the descriptions of arguments. What the
// garbage collector, a growing stack, a panic and its recovery read stays, and so do the names.
//
// The readers, in the runtime of Go 1.26: pcfile and pcln, funcline1, which for place 0 gives "?" and 0;
// cuOffset, cutab and filetab, funcfile, which is called by funcline1 once that has a file; startLine,
// only profiles. PCDATA_UnsafePoint, isAsyncSafePoint, which only signal handlers call; the descriptions of arguments, printArgs,
// which prints none where there are none.
func (t *tables) dropLines() error {
	dropped, err := t.streamsToDrop()
	if err != nil {
		return err
	}
	for _, s := range dropped {
		t.clear(s)
	}
	t.clear(t.units)
	t.clear(t.files)
	t.clearArguments()
	for _, r := range t.records {
		for _, field := range []int{fileField, lineField, unitField, startLineField} {
			t.set(r.at+field, 0)
		}
		for _, i := range []int{unsafePoints, liveArgs} {
			if i < r.streams {
				t.set(r.stream(i), streamNull)
			}
		}
		for _, i := range []int{argInfo, argLiveInfo} {
			if i < r.references {
				t.set(r.reference(i), refNull)
			}
		}
	}
	return nil
}

// clearArguments clears the descriptions of arguments, but for those that are something else's as well.
func (t *tables) clearArguments() {
	described, needed := map[int]bool{}, map[int]bool{}
	for _, r := range t.records {
		for i := range r.references {
			if at := t.u32(r.reference(i)); at != refNull {
				described[int(at)] = described[int(at)] || i == argInfo
				needed[int(at)] = needed[int(at)] || i != argInfo
			}
		}
	}
	for at, is := range described {
		if !is {
			continue
		}
		description := span{t.funcdata.from + at, t.funcdata.from + at}
		for !needed[description.to-t.funcdata.from] && description.to < t.funcdata.to {
			description.to++
			if t.data[description.to-1] == argsEnd {
				t.clear(description)
				break
			}
		}
	}
}

// stream and reference are the places of the numbers behind a record.
func (r record) stream(i int) int    { return r.at + recordSize + 4*i }
func (r record) reference(i int) int { return r.at + recordSize + 4*(r.streams+i) }

// streamsToDrop gives the streams that only what dropLines drops refers to. The streams must tile their
// part of memory: if one began within another, we would have misunderstood what a stream is.
func (t *tables) streamsToDrop() ([]span, error) {
	needed := map[int]bool{} // by where a stream begins
	for _, r := range t.records {
		use := func(field int, is bool) {
			if at := int(t.u32(field)); at != streamNull {
				needed[at] = needed[at] || is
			}
		}
		use(r.at+spField, true)
		use(r.at+fileField, false)
		use(r.at+lineField, false)
		for i := range r.streams {
			use(r.stream(i), i != unsafePoints && i != liveArgs)
		}
	}
	var all []span
	for at := range needed {
		to, err := t.endOfStream(at)
		if err != nil {
			return nil, err
		}
		all = append(all, span{at, to})
	}
	slices.SortFunc(all, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	end := 1 // place 0 means none
	for _, s := range all {
		if s.from != end {
			return nil, fmt.Errorf("a stream begins at %d, where %d is the end of the last one", s.from, end)
		}
		end = s.to
	}
	if t.streams.len()-end >= 8 {
		return nil, errors.New("there are streams that no function refers to")
	}
	var dropped []span
	for _, s := range all {
		if !needed[s.from] {
			dropped = append(dropped, span{t.streams.from + s.from, t.streams.from + s.to})
		}
	}
	return dropped, nil
}

// endOfStream reads a stream, which is pairs of how much its value changes and for how long it then is,
// each a number of seven bits a byte; a change of zero, but for the first, is the end.
func (t *tables) endOfStream(at int) (int, error) {
	number := func() (zero, ok bool) {
		for begin := at; at < t.streams.len(); {
			b := t.data[t.streams.from+at]
			at++
			if b < 0x80 {
				return b == 0 && at == begin+1, true
			}
		}
		return false, false
	}
	for first := true; ; first = false {
		end, ok := number()
		if ok && end && !first {
			return at, nil
		}
		if ok {
			_, ok = number()
		}
		if !ok {
			return 0, errors.New("a stream has no end")
		}
	}
}

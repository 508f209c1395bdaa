package shrink

import (
	"encoding/binary"
	"errors"
	"slices"
)

// begin makes a module run this body first of all, as a function that takes and gives nothing. What it
// adds comes last in each section, so that no other function or type changes its number.
func begin(sections []section, body []byte) ([]section, error) {
	types, functions, code := find(sections, typeSection), find(sections, functionSection), find(sections, codeSection)
	if types == nil || functions == nil || code == nil || find(sections, startSection) != nil {
		return nil, errors.New("it has no code, or begins with a function already")
	}
	number, err := importedFunctions(sections)
	if err != nil {
		return nil, err
	}
	kind, err := types.add([]byte{0x60, 0, 0}) // a function, of no parameters, with no results
	if err != nil {
		return nil, err
	}
	place, err := functions.add(binary.AppendUvarint(nil, kind))
	if err != nil {
		return nil, err
	}
	if _, err := code.add(append(binary.AppendUvarint(nil, uint64(len(body))), body...)); err != nil {
		return nil, err
	}
	start := section{startSection, binary.AppendUvarint(nil, number+place)}
	behind := slices.IndexFunc(sections, func(s section) bool { return s.id == elementSection || s.id == codeSection })
	return slices.Insert(sections, behind, start), nil
}

// add appends an entry to a section that is a list, and gives its number there.
func (s *section) add(entry []byte) (number uint64, err error) {
	n, entries, err := unsigned(s.body)
	if err != nil {
		return 0, err
	}
	s.body = slices.Concat(binary.AppendUvarint(nil, n+1), entries, entry)
	return n, nil
}

// importedFunctions counts them: their numbers come before those of the module's own. Go's linker
// imports nothing but functions.
func importedFunctions(sections []section) (uint64, error) {
	imports := find(sections, importSection)
	if imports == nil {
		return 0, nil
	}
	count, rest, err := unsigned(imports.body)
	for range count {
		for range 2 { // the names of the module and the function
			if err == nil {
				_, rest, err = sized(rest)
			}
		}
		if err != nil || len(rest) == 0 || rest[0] != 0 {
			return 0, errors.New("it imports something that is no function")
		}
		_, rest, err = unsigned(rest[1:])
	}
	return count, err
}

// onlyBody is the body of a module's only function.
func onlyBody(module []byte) ([]byte, error) {
	sections, err := parse(module)
	if err != nil {
		return nil, err
	}
	code := find(sections, codeSection)
	if code == nil || len(code.body) == 0 || code.body[0] != 1 {
		return nil, errors.New("it has not one function")
	}
	body, _, err := sized(code.body[1:])
	return body, err
}

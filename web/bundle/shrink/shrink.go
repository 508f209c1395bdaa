package shrink

import "fmt"

// Tables drops from Go's function tables what only tells files, lines and arguments in a crash report,
// and has the module compute what follows from the rest when it begins. An error says that the program
// is another than those of Go 1.26, and is as good without this.
func Tables(module []byte) ([]byte, error) {
	sections, err := parse(module)
	if err != nil {
		return nil, err
	}
	data := find(sections, dataSection)
	if data == nil {
		return nil, fmt.Errorf("shrink: %w", errNoTables)
	}
	m, err := readMemory(data.body)
	if err != nil {
		return nil, fmt.Errorf("shrink: %w", err)
	}
	t, err := readTables(m)
	if err != nil {
		return nil, fmt.Errorf("shrink: %w", err)
	}
	if err := t.dropLines(); err != nil {
		return nil, fmt.Errorf("shrink: %w", err)
	}
	body, err := t.compute()
	if err != nil {
		return nil, fmt.Errorf("shrink: %w", err)
	}
	data.body = t.encode()
	if sections, err = begin(sections, body); err != nil {
		return nil, fmt.Errorf("shrink: %w", err)
	}
	return assemble(sections), nil
}

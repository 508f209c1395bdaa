package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
)

// The budget, in bytes as delivered.
const (
	pageBudget  = 950_000 // everything that the page loads up to its first training step
	modelBudget = 60_000  // one pretrained model
)

// firstModel is the one that the page loads before anybody asks for another.
const firstModel = "models/reverse.safetensors"

// item is one file and what it costs.
type item struct {
	name           string
	raw, delivered int
}

// weight is what the site's files cost a visitor.
type weight struct {
	first []item // loaded up to the first training step
	later []item // loaded when asked for
}

// reference finds what a page's head asks for: the addresses of its links and scripts.
var reference = regexp.MustCompile(`<(?:link|script)\b[^>]*?\s(?:href|src)="([^"]*)"`)

// weigh sorts the files into those of the first training step and the others. The former are the page,
// what its head names, and the first model; a name there that is no file of the site is an error.
func weigh(files map[string][]byte, packed map[string]int) (weight, error) {
	first := map[string]bool{"index.html": true, firstModel: true}
	for _, match := range reference.FindAllSubmatch(files["index.html"], -1) {
		first[string(match[1])] = true
	}
	var w weight
	for name := range first {
		if _, ok := files[name]; !ok {
			return weight{}, fmt.Errorf("the page loads %s, which is no file of the site", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		it := item{name, len(files[name]), packed[name]}
		if first[name] {
			w.first = append(w.first, it)
		} else {
			w.later = append(w.later, it)
		}
	}
	return w, nil
}

// total is what the first training step costs.
func (w weight) total() int {
	sum := 0
	for _, it := range w.first {
		sum += it.delivered
	}
	return sum
}

// check is nil when everything is within the budget.
func (w weight) check() error {
	var over []error
	if total := w.total(); total > pageBudget {
		over = append(over, fmt.Errorf("the page is %s bytes above its budget", grouped(total-pageBudget)))
	}
	for _, it := range slices.Concat(w.first, w.later) {
		if path.Dir(it.name) == "models" && it.delivered > modelBudget {
			over = append(over, fmt.Errorf("%s is %s bytes above a model's budget", it.name, grouped(it.delivered-modelBudget)))
		}
	}
	return errors.Join(over...)
}

// print writes the two lists as tables.
func (w weight) print(out io.Writer) {
	t := tabwriter.NewWriter(out, 0, 0, 3, ' ', tabwriter.AlignRight)
	row := func(name, raw, delivered string) { fmt.Fprintf(t, "%s\t%s\t  %s\n", raw, delivered, name) }
	list := func(items []item) {
		for _, it := range items {
			row(it.name, grouped(it.raw), grouped(it.delivered))
		}
	}
	row("loaded up to the first training step", "bytes", "brotli")
	list(w.first)
	raw := 0
	for _, it := range w.first {
		raw += it.raw
	}
	total := w.total()
	row("total", grouped(raw), grouped(total))
	row(fmt.Sprintf("budget, %.1f %% of it used", 100*float64(total)/pageBudget), "", grouped(pageBudget))
	row("", "", "")
	row("loaded when asked for", "bytes", "brotli")
	list(w.later)
	row("budget of each model", "", grouped(modelBudget))
	t.Flush()
}

// grouped writes a number with a space between its thousands.
func grouped(n int) string {
	s := strconv.Itoa(n)
	var b strings.Builder
	for i, digit := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte(' ')
		}
		b.WriteRune(digit)
	}
	return b.String()
}

package say

import "strings"

// Fill puts values into a message: Fill("step {step}", "step", "3") is "step 3". What is filled in is
// taken as it is, so a brace in foreign text stays a brace. A placeholder that gets no value stays
// visible, which is how a forgotten one is noticed.
func Fill(template string, pairs ...string) string {
	if len(pairs)%2 != 0 {
		panic("say: Fill needs a value for every name")
	}
	var b strings.Builder
	b.Grow(len(template) + 16)
	for {
		open := strings.IndexByte(template, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(template[open:], '}')
		if end < 0 {
			break
		}
		end += open
		b.WriteString(template[:open])
		b.WriteString(value(template[open:end+1], pairs))
		template = template[end+1:]
	}
	b.WriteString(template)
	return b.String()
}

// value finds what a placeholder, braces included, stands for.
func value(placeholder string, pairs []string) string {
	name := placeholder[1 : len(placeholder)-1]
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] == name {
			return pairs[i+1]
		}
	}
	return placeholder
}

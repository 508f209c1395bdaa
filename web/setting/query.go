package setting

import "strings"

// Parse reads the query of a link, with or without its "?". What it does not know is ignored and will
// be missing from the link that Query prints. Of a parameter that comes twice, the first counts.
// Whatever follows a "#" is left alone: hosts that embed pages, WordPress for one, append secrets of
// theirs there. A parameter that cannot be taken is replaced as its Problem says.
func Parse(query string) (Values, []Problem) {
	query, _, _ = strings.Cut(query, "#")
	pairs := strings.Split(strings.TrimPrefix(query, "?"), "&")

	v := Default("")
	var problems []Problem
	for _, f := range Schema {
		text, ok, err := find(pairs, f.Name)
		switch {
		case !ok:
			continue
		case err != nil:
			problems = append(problems, Problem{Field: f, Code: Unreadable, Given: text, Used: v.Get(f)})
			continue
		}
		if f.Name == "task" {
			if p := v.Set(f, text); p != nil {
				problems = append(problems, *p)
			}
			v = Default(v.Task)
			continue
		}
		if p := v.Set(f, text); p != nil {
			problems = append(problems, *p)
		}
	}
	return v, append(problems, v.Agree()...)
}

// find returns the unescaped value of the first parameter of that name. An escape that is broken
// gives the value as it stands, and an error.
func find(pairs []string, name string) (value string, ok bool, err error) {
	for _, pair := range pairs {
		key, text, _ := strings.Cut(pair, "=")
		if key != name {
			continue
		}
		value, err := unescape(text)
		if err != nil {
			return text, true, err
		}
		return value, true, nil
	}
	return "", false, nil
}

// Query prints the link's query that Parse reads back as v: in the schema's order, and only what
// differs from the task's default. It has no "?" and is empty for the defaults.
func (v Values) Query() string {
	var b strings.Builder
	standard := Default(v.Task)
	for _, f := range Schema {
		text := v.Get(f)
		if f.Name != "task" && text == standard.Get(f) || f.Name == "task" && v.Task == Default("").Task || !f.For(v) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('&')
		}
		b.WriteString(f.Name)
		b.WriteByte('=')
		b.WriteString(escape(text))
	}
	return b.String()
}

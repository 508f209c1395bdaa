package page

// Pills are a choice of few things, as a group of radio buttons.
type Pills struct {
	Label  string // names the group
	Name   string
	Pills  []Pill
	Choose func(value string)
}

// Pill is one of them.
type Pill struct {
	Value, Label string
	Chosen       bool
}

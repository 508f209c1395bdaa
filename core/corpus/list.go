package corpus

import "math/rand/v2"

// List is a task whose pairs are all there to be listed: what Listed is given.
type List struct {
	Name           string
	Source, Target *Vocabulary
	Training       []Pair // drawn from uniformly; not empty
	HeldOut        []Pair // none of them in Training, in the order in which HeldOut gives them
	Example        string // an input worth showing first
}

// Listed is the task of a list of pairs, which it keeps. The longest of them, training or held out,
// say how long an input may be.
func Listed(l List) *Task {
	t := &Task{
		rule:    &list{l.Training, l.HeldOut},
		name:    l.Name,
		source:  l.Source,
		target:  l.Target,
		example: l.Example,
	}
	for _, pairs := range [][]Pair{l.Training, l.HeldOut} {
		for _, p := range pairs {
			t.maxSource = max(t.maxSource, len(p.Source))
			t.maxTarget = max(t.maxTarget, len(p.Target)+1)
		}
	}
	return t
}

type list struct{ training, heldOut []Pair }

func (l *list) draw(r *rand.Rand, p *Pair) {
	drawn := l.training[r.IntN(len(l.training))]
	p.Source = append(p.Source, drawn.Source...)
	p.Target = append(p.Target, drawn.Target...)
}

// held is never true of what draw gives: the held-out pairs stand in a list of their own.
func (l *list) held(*Pair) bool { return false }

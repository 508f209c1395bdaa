package poster

import (
	"unroll/core/train"
	"unroll/web/page"
	"unroll/web/wire"
)

var _ page.Trainer = (*trainer)(nil)

// trainer holds the pretrained model and answers what a page asks before anybody has touched it.
type trainer struct {
	session  *train.Session
	examined int
	host     *host
	page     *page.Root
}

func (t *trainer) Send(m wire.Message) {
	switch m := m.(type) {
	case wire.Configure:
		s := t.session
		t.say(wire.Ready{
			Config: s.Config(), Trained: s.Trained(), Parameters: s.Parameters(),
			Kernel: s.Kernel(), Example: s.Task().Example(), Trains: true,
		})
		t.say(wire.Progress{Step: s.Trained(), Evaluation: s.Evaluate(t.examined)})
	case wire.Run:
		if d, err := t.session.Decode(m.Input, m.Decode, m.Pick); err == nil { // the page has no other input than the task's example
			t.say(wire.Trace{Decoded: d})
		}
	}
}

func (t *trainer) say(m wire.Message) { t.host.later(func() { t.page.Receive(m) }) }

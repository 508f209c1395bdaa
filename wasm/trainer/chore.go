package trainer

import "time"

// chore is something that has to be done again whenever the model has moved on, but not so often
// that training suffers.
type chore struct {
	at   int           // training steps taken when it was done last
	when time.Duration // when that was
	cost time.Duration // how long it took
}

// behind is whether the model has moved since.
func (c *chore) behind(step int) bool { return step != c.at }

// due is whether the chore is to be done during training: its share of the time allows it, at least
// soon has passed, and either the model has taken so many steps or late has passed.
func (c *chore) due(step, steps int, now, soon, late time.Duration) bool {
	since := now - c.when
	return c.behind(step) && since >= max(soon, (share-1)*c.cost) && (step-c.at >= steps || since >= late)
}

func (c *chore) done(step int, now, cost time.Duration) {
	c.at, c.when, c.cost = step, now, cost
}

package scene

import "math"

// schedule is when each thing happens, in seconds; when a cell computes is its node's own to know.
type schedule struct {
	words  []float64 // when each source word is first read
	steps  []moments // of decoding
	bridge float64   // when the last states set out
	handed float64   // when what the decoder starts from is there
	end    float64
}

// moments is when the parts of one decoding step happen, from its start on.
type moments struct {
	start       float64
	read        float64 // how long the word takes to come
	look        float64 // when attention looks back
	context     float64 // when its context arrives
	attentional float64 // when context and state are joined
	output      float64 // when the word comes out
}

const (
	moveTime  = .5 // how long a short move takes
	pulseTime = .4 // from when a cell begins to compute to when its state comes out
	nextLayer = .1 // from there to when the layer above begins

	// Of a step whose attention comes before its cell: when it looks, what it finds is there, and sets
	// out to be read.
	contextLook  = .2
	contextFound = .7
	contextRead  = 1.3
)

// rest is how long a picture stands still after a step: about a second, less in a long run of steps.
func rest(steps int) float64 { return math.Min(math.Max(8/float64(steps), .4), 1) }

// direct lays out the beats and, within them, when what happens: in the order in which it is computed.
func (v *unrolledView) direct() {
	s := v.stage
	s.beat(1.5, v.introCaption())
	v.clock.words = make([]float64, len(v.source))
	if v.both {
		v.directBoth()
	} else {
		for i := range v.source {
			v.directReading(i)
		}
	}
	v.directBridge()
	steps := len(s.film.Beats)
	for i := range v.target {
		v.directStep(i)
	}
	v.clock.end = s.beat(3, v.endCaption(v.say.End, v.say.Cut, v.say.EndForced))

	// The best still has almost everything in it, and a step that says a word rather than ⟨end⟩.
	best := len(v.target) - 1
	if s.finished() && best > 0 {
		best--
	}
	beat := s.film.Beats[steps+best]
	s.film.poster = beat.Start + beat.Length - .1
}

// arriving is how long a node's state takes to come to it; all of its vectors come together.
func (v *unrolledView) arriving(n *node) float64 {
	if n.from == nil {
		return 0
	}
	return newRoute(v.stateWay(n.from.slot, n.slot, n.floor, 0)...).seconds()
}

// compute sets a node's cue within a beat: it begins at a time, and computes when its state is there and
// what it reads, which takes read seconds. It returns when the new state comes out.
func (v *unrolledView) compute(n *node, start, arrive, read float64) float64 {
	compute := math.Max(read, arrive-.1)
	n.cue = cue{start, arrive, start + compute, start + (compute + pulseTime)}
	return n.state
}

// shift moves nodes that have been cued from the beginning of a beat to where the beat begins.
func shift(cells []*node, by float64) {
	for _, n := range cells {
		n.start += by
		n.cue.compute += by
		n.state += by
	}
}

// directReading is the beat in which the encoder reads word i, through all of its layers.
func (v *unrolledView) directReading(i int) {
	at, read := 0.0, moveTime
	for _, n := range v.encoded[i] {
		at = v.compute(n, at, v.arriving(n), read) + nextLayer
		read = .3
	}
	start := v.beat(at-nextLayer+moveTime+rest(len(v.source)), v.encodeCaption(i))
	v.clock.words[i] = start
	shift(v.encoded[i], start)
}

// directBoth is the beats of an encoder that reads in both directions: the lowest layer from both ends at
// once, a beat for each step; then each layer above it in one beat, as it can only begin when both
// directions below are through.
func (v *unrolledView) directBoth() {
	n := len(v.source)
	pair := func(layer, j int) [2]*node {
		return [2]*node{
			v.encoded[j][v.reader.floor(layer, false).index],
			v.encoded[n-1-j][v.reader.floor(layer, true).index],
		}
	}
	for j := range n {
		two, until := pair(0, j), 0.0
		for _, c := range two {
			until = max(until, v.compute(c, 0, v.arriving(c), moveTime))
		}
		start := v.beat(until+moveTime+rest(n), v.bothCaption(j))
		shift(two[:], start)
		for _, c := range two {
			if w := &v.clock.words[c.step-1]; *w == 0 {
				*w = start
			}
		}
	}
	for layer := 1; layer < v.layers; layer++ {
		at, until := 0.0, 0.0
		var all []*node
		for j := range n {
			two := pair(layer, j)
			for _, c := range two {
				until = max(until, v.compute(c, at, v.arriving(c), .3))
			}
			all = append(all, two[:]...)
			at = until
		}
		shift(all, v.beat(until+moveTime+1, v.bothLayerCaption(layer)))
	}
}

// directBridge is the beat in which what the encoder ended in crosses to the decoder.
func (v *unrolledView) directBridge() {
	longest := 0.0
	cross := func(way []point) { longest = max(longest, newRoute(way...).seconds()) }
	if v.bridge != "zero" {
		cross(v.bridgeWay(0, 0))
	}
	if v.bridge == "zero" && !v.summary {
		longest = moveTime
	}
	if v.crossesBack() || v.summary {
		longest = 1.4 // a long way round takes that; all arrive together
	}
	handed := .6
	if v.bridge == "dense" {
		longest += .8
		handed = longest
	}
	v.clock.bridge = v.beat(longest+1, v.bridgeCaption())
	v.clock.handed = v.clock.bridge + handed
}

// directStep is the beat of a decoding step.
func (v *unrolledView) directStep(i int) {
	cells, s := v.decoded[i], &v.target[i]
	m := moments{read: moveTime}
	if i > 0 {
		from := &v.target[i-1]
		m.read = newRoute(v.backWay(from, s)...).seconds()
	}
	if v.before {
		m.look, m.context = contextLook, contextFound
	}
	ready := m.read - .1 // when all that the lowest cell reads is there
	for _, f := range v.feeds(i) {
		ready = max(ready, f.at+f.way.seconds())
	}

	at := 0.0
	for k, n := range cells {
		arrive := moveTime
		if n.from != nil {
			arrive = v.arriving(n)
		}
		if k == 0 {
			at = v.compute(n, at, arrive, ready)
		} else {
			at = v.compute(n, at+nextLayer, arrive, .3)
		}
	}
	m.output = at + moveTime - .1
	if v.attending && !v.before {
		m.look = at + moveTime - .1
		m.context = m.look + .3
		m.output = m.context + .4
		if v.fed {
			m.attentional = m.output
			m.output += .4
		}
	}
	m.start = v.beat(m.output+moveTime+rest(len(v.target)), v.decodeCaption(i))
	shift(cells, m.start)
	v.clock.steps = append(v.clock.steps, m)
}

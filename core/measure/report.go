package measure

// Report is the measures of a set of held-out pairs.
type Report struct {
	Overall   Tally
	Lengths   []Bucket // one for each source length that occurs, the shortest first
	Signature string   // how BLEU was counted; see Tokenisation.CorpusSignature
}

// Bucket is the pairs whose sources have from Shortest to Longest tokens.
type Bucket struct {
	Shortest, Longest int
	Tally
}

// Report measures these answers.
func (m *Meter) Report(answers []Answer) *Report {
	r := &Report{Signature: m.Tokenisation.CorpusSignature()}
	for i := range answers {
		t := m.Tally(&answers[i])
		r.Overall.Add(&t)
		r.length(answers[i].Source).Add(&t)
	}
	return r
}

// length is the bucket of this one length, which is made if it is not there yet.
func (r *Report) length(n int) *Bucket {
	i := 0
	for i < len(r.Lengths) && r.Lengths[i].Shortest < n {
		i++
	}
	if i == len(r.Lengths) || r.Lengths[i].Shortest != n {
		r.Lengths = append(r.Lengths, Bucket{})
		copy(r.Lengths[i+1:], r.Lengths[i:])
		r.Lengths[i] = Bucket{Shortest: n, Longest: n}
	}
	return &r.Lengths[i]
}

// Buckets is Lengths put together, neighbours with neighbours, into n buckets of about as many pairs
// each; where no more than n lengths occur, each keeps a bucket of its own. It panics unless n is at
// least 1.
func (r *Report) Buckets(n int) []Bucket {
	if n < 1 {
		panic("measure: the lengths cannot be put into fewer buckets than one")
	}
	lengths, pairs := r.Lengths, r.Overall.Pairs // those that are in no bucket yet
	buckets := make([]Bucket, 0, min(n, len(lengths)))
	for open := cap(buckets); open > 0; open-- {
		b := lengths[0]
		lengths = lengths[1:]
		// A length joins if it leaves one for each bucket still to come, and brings the number of
		// pairs at least as close to an even share as it was: |b + next − pairs∕open| ≤ |b − pairs∕open|.
		for len(lengths) >= open && open*(2*b.Pairs+lengths[0].Pairs) <= 2*pairs {
			b.Longest = lengths[0].Longest
			b.Add(&lengths[0].Tally)
			lengths = lengths[1:]
		}
		pairs -= b.Pairs
		buckets = append(buckets, b)
	}
	return buckets
}

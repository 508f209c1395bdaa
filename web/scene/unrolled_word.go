package scene

import "unroll/core/trace"

// word draws a token in its pill in a slot's middle, about y: with square corners for the encoder's, round
// for the decoder's.
func (v *unrolledView) word(motion int, key string, role Role, t trace.Token, s *slot, y float64, hint string) {
	x, w, h := s.middle(), v.wordWidth(t, s), v.pill()
	radius := 3.0
	if role == Decoder {
		radius = h / 2
	}
	size, bold := v.tokenType(t, s)
	b := v.on(words, motion)
	b.rect(key, role, Outline, x-w/2, y-h/2, w, h, radius).Hint = hint
	b.text(key+"/text", role, x, y+size*.36, size, fit(visible(t), w-4, size, bold)).Bold = bold
}

// tokenType is the type of a token: bold and large, but a mark such as ⟨start⟩, or a word that
// would not fit, as small and light as it has to be.
func (v *unrolledView) tokenType(t trace.Token, s *slot) (size float64, bold bool) {
	size = v.token()
	if textWidth(visible(t), size, true, false) <= v.wordMost(s)-8 {
		return size, true
	}
	return type1, false
}

// wordWidth is how wide a token's pill is.
func (v *unrolledView) wordWidth(t trace.Token, s *slot) float64 {
	size, bold := v.tokenType(t, s)
	return min(max(textWidth(visible(t), size, bold, false)+12, v.pill()), v.wordMost(s))
}

// wordMost is how wide a pill may be: clear of the next one, and within its frame.
func (p *plan) wordMost(s *slot) float64 {
	f := p.decoder
	if s.tower == &p.reader {
		f = p.encoder
	}
	middle := s.middle()
	return min(p.pitch-pick(p.wide, 12, 3), 2*(middle-f.x-3), 2*(f.x+f.w-middle-3))
}

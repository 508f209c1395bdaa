package kernels

import asm "unroll/wasm/assembler"

// exponential holds the constants of exp, sigmoid and tanh in locals of a function. The polynomials are
// those of core/kernel's scalars (Cephes 2.8, single precision, Stephen L. Moshier).
type exponential struct {
	f                               *asm.Func
	log2e, round, ln2Hi, ln2Lo, one asm.Vec
	poly                            []asm.Vec
	odd                             []asm.Vec // tanh's, near zero
	max, min, two, end, near, sign  asm.Vec
}

const (
	expMax = 88.0            // e⁸⁸ is still finite
	expMin = -87.33654475055 // and this the smallest that gives a normal number
)

func newExponential(f *asm.Func) *exponential {
	constant := func(x float32) asm.Vec { return f.Vec(asm.Splat(x)) }
	e := &exponential{
		f:     f,
		log2e: constant(1.44269504088896341),
		round: constant(3 << 22), // 1.5·2²³: adding it leaves the nearest integer in the low bits
		ln2Hi: constant(0.693359375),
		ln2Lo: constant(-2.12194440e-4),
		one:   constant(1),
		max:   constant(expMax),
		min:   constant(expMin),
		two:   constant(2),
		end:   constant(20),    // at 2x = 20 tanh's quotient is 1 to the last bit
		near:  constant(0.625), // below, tanh's polynomial
		sign:  f.Vec(asm.SplatBits(1 << 31)),
	}
	for _, c := range []float32{1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		e.poly = append(e.poly, constant(c))
	}
	for _, c := range []float32{-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1} {
		e.odd = append(e.odd, constant(c))
	}
	return e
}

// horner is the polynomial of x with these coefficients, the highest power's first.
func horner(x asm.Vec, coefficients []asm.Vec) asm.Vec {
	p := coefficients[0]
	for _, c := range coefficients[1:] {
		p = p.Mul(x).Add(c)
	}
	return p
}

// exp is eˣ within 1.2 ulp for expMin ≤ x ≤ expMax; NaN for NaN; undefined beyond.
//
//	x = k·ln 2 + r, |r| ≤ ½ ln 2;   eˣ = 2ᵏ·eʳ
func (e *exponential) exp(v asm.Vec) asm.Vec {
	x := e.f.Vec(v)
	k := e.f.Vec(x.Mul(e.log2e).Add(e.round)) // the bits of k end in the integer
	n := e.f.Vec(k.Sub(e.round))
	r := e.f.Vec(x.Sub(n.Mul(e.ln2Hi)).Sub(n.Mul(e.ln2Lo)))
	p := r.Mul(r).Mul(horner(r, e.poly)).Add(r).Add(e.one)
	return p.Mul(k.Shl(23).AddInt(e.one)) // 1.0 has the exponent's bias in its bits
}

// flushed is exp for x ≤ 0, and 0 where x is below expMin.
func (e *exponential) flushed(v asm.Vec) asm.Vec {
	x := e.f.Vec(v)
	return x.Lt(e.min).Choose(asm.Splat(0), e.exp(x.AtLeast(e.min)))
}

// sigmoid is 1 ⁄ (1 + e⁻ˣ), within 3 ulp for x ≥ −80 and never negative below.
func (e *exponential) sigmoid(v asm.Vec) asm.Vec {
	x := v.Neg().AtMost(e.max).AtLeast(e.min)
	return e.one.Div(e.one.Add(e.exp(x)))
}

// tanh is within 2 ulp: an odd polynomial near zero, where the quotient 1 − 2 ⁄ (e²ˣ + 1) would cancel.
func (e *exponential) tanh(v asm.Vec) asm.Vec {
	x := e.f.Vec(v)
	a := e.f.Vec(x.Abs())
	s := e.f.Vec(x.Mul(x))
	small := horner(s, e.odd).Mul(s).Mul(x).Add(x)
	large := e.one.Sub(e.two.Div(e.exp(a.Add(a).AtMost(e.end)).Add(e.one)))
	return a.Lt(e.near).Choose(small, large.Or(x.And(e.sign)))
}

// Package elementary has elementary functions that are the same bits on every platform. Package math has
// assembly for some of them on some platforms and none in WebAssembly, and other bits; and a compiler may
// fuse a product and a sum where the processor can. Each product here is rounded by an explicit
// conversion, which forbids that. So what follows from them, as which of two hypotheses is better or how
// far a step goes, does not depend on where it is computed.
package elementary

import "math"

const (
	log2e = 1.44269504088896340736
	ln2   = 0.693147180559945309417
	ln2Hi = 6.93147180369123816490e-01 // ln 2 in two parts, the first exact in few bits (Cody & Waite 1980)
	ln2Lo = 1.90821492927058770002e-10
)

// Exp is eˣ for x below 709, to 10⁻¹⁵ of itself; 0 where that is no normal number any more. It is
// Taylor's series, whose next term is below 10⁻¹⁷, in Horner's form.
//
//	x = k·ln 2 + r with |r| ≤ ½ ln 2;  eˣ = 2ᵏ·eʳ
func Exp(x float64) float64 {
	if x < -708 {
		return 0
	}
	k := math.Floor(float64(x*log2e) + 0.5)
	r := x - float64(k*ln2Hi) - float64(k*ln2Lo)
	y := 1.0 / 6227020800 // 1 ⁄ 13!
	y = float64(y*r) + 1.0/479001600
	y = float64(y*r) + 1.0/39916800
	y = float64(y*r) + 1.0/3628800
	y = float64(y*r) + 1.0/362880
	y = float64(y*r) + 1.0/40320
	y = float64(y*r) + 1.0/5040
	y = float64(y*r) + 1.0/720
	y = float64(y*r) + 1.0/120
	y = float64(y*r) + 1.0/24
	y = float64(y*r) + 1.0/6
	y = float64(y*r) + 1.0/2
	y = float64(y*r) + 1
	y = float64(y*r) + 1
	return y * math.Float64frombits(uint64(int64(k)+1023)<<52)
}

// Log is ln x for x ≥ 1. The series' next term is below 10⁻¹⁸.
//
//	x = 2ᵏ·f with √½ ≤ f < √2;  ln f = 2·artanh s = 2 (s + s³⁄3 + s⁵⁄5 + …) with s = (f − 1) ⁄ (f + 1)
func Log(x float64) float64 {
	f, k := math.Frexp(x)
	if f < math.Sqrt2/2 {
		f, k = 2*f, k-1
	}
	s := (f - 1) / (f + 1)
	square, sum := float64(s*s), 0.0
	for n := 23; n > 0; n -= 2 {
		sum = float64(sum*square) + 1/float64(n)
	}
	return float64(float64(k)*ln2) + float64(2*s*sum)
}

// CosPi is cos πx for 0 ≤ x ≤ 1. The series' next term is below 10⁻¹⁷.
//
//	cos y = 1 − y²⁄(1·2) · (1 − y²⁄(3·4) · (1 − …))
func CosPi(x float64) float64 {
	y := float64(math.Pi * x)
	square, sum := float64(y*y), 1.0
	for k := 28; k > 0; k -= 2 {
		sum = 1 - float64(square/float64(k*(k-1))*sum)
	}
	return sum
}

// Power is xⁿ for n ≥ 0, by squaring.
func Power(x float64, n int) float64 {
	y := 1.0
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			y = float64(y * x)
		}
		x = float64(x * x)
	}
	return y
}

package kernel

import "math"

// The exponential family in float32 alone, so that its bits do not depend on a platform's libm:
// package math has assembly on some platforms and none in WebAssembly. Each product is rounded by
// an explicit conversion, which forbids the compiler to fuse it into a multiply–add.
// Coefficients: Cephes 2.8, single precision (expf.c, tanhf.c), Stephen L. Moshier.

const (
	log2e = 1.44269504088896341
	ln2Hi = 0.693359375 // ln 2 in two parts, the first exact in few bits (Cody & Waite 1980)
	ln2Lo = -2.12194440e-4
	// Half a binade inside the normal numbers: what lies beyond is 0 or +Inf.
	expMax = 88.3762626647950
	expMin = -87.3365447504019
)

// exp is eˣ within 1.2 ulp for x in [expMin, expMax]; 0 below, +Inf above, NaN for NaN.
func exp(x float32) float32 {
	switch {
	case x != x:
		return x
	case x > expMax:
		return float32(math.Inf(1))
	case x < expMin:
		return 0
	}
	// x = k·ln 2 + r with |r| ≤ ½ ln 2; eˣ = 2ᵏ·eʳ
	k := floor(float32(log2e*x) + 0.5)
	r := x - float32(k*ln2Hi)
	r -= float32(k * ln2Lo)
	p := float32(1.9875691500e-4)
	p = float32(p*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	y := float32(float32(r*r)*p) + r + 1
	return y * math.Float32frombits(uint32(int32(k)+127)<<23)
}

func floor(x float32) float32 {
	t := float32(int32(x))
	if t > x {
		t--
	}
	return t
}

// sigmoid is 1 ⁄ (1 + e⁻ˣ); within 3 ulp.
func sigmoid(x float32) float32 {
	return 1 / (1 + exp(-x))
}

// tanh is within 2 ulp: an odd polynomial near zero, where the quotient would cancel.
func tanh(x float32) float32 {
	a := x
	if a < 0 {
		a = -a
	}
	if a < 0.625 {
		s := float32(x * x)
		p := float32(-5.70498872745e-3)
		p = float32(p*s) + 2.06390887954e-2
		p = float32(p*s) - 5.37397155531e-2
		p = float32(p*s) + 1.33314422036e-1
		p = float32(p*s) - 3.33332819422e-1
		return float32(float32(p*s)*x) + x
	}
	if a > 9 { // 1 − tanh is below half an ulp of 1
		return float32(math.Copysign(1, float64(x)))
	}
	y := 1 - 2/(exp(2*a)+1)
	if x < 0 {
		return -y
	}
	return y
}

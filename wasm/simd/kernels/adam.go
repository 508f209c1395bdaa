package kernels

import asm "unroll/wasm/assembler"

// adam is Kingma & Ba 2015, Algorithm 1, for n parameters, with the gradient scaled first (the clip) and
// the corrections of the running means given:
//
//	g = scale·g   m = β₁m + (1 − β₁)g   v = β₂v + (1 − β₂)g²
//	θ = θ − rate·m ⁄ (√v·correction + ε),   rate = α ⁄ (1 − β₁ᵗ), correction = 1 ⁄ √(1 − β₂ᵗ)
func adam(m *asm.Module) *asm.Func {
	f := m.Func("adam")
	n, p, g, mean, square := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	scale, rate := f.FloatParam(), f.FloatParam()
	beta1, gain1, beta2, gain2 := f.FloatParam(), f.FloatParam(), f.FloatParam(), f.FloatParam()
	epsilon, correction := f.FloatParam(), f.FloatParam()
	s, α, ε, c := f.Vec(scale.Splat()), f.Vec(rate.Splat()), f.Vec(epsilon.Splat()), f.Vec(correction.Splat())
	b1, b2 := f.Vec(beta1.Splat()), f.Vec(beta2.Splat())
	a1, a2 := f.Vec(gain1.Splat()), f.Vec(gain2.Splat()) // 1 − β₁, 1 − β₂
	d, u, v := f.Vec(), f.Vec(), f.Vec()
	each(f, n, func(l lanes) {
		d.Set(l.load(g).Mul(s))
		u.Set(b1.Mul(l.load(mean)).Add(a1.Mul(d)))
		v.Set(b2.Mul(l.load(square)).Add(a2.Mul(d.Mul(d))))
		l.store(mean, u)
		l.store(square, v)
		l.store(p, l.load(p).Sub(α.Mul(u).Div(v.Sqrt().Mul(c).Add(ε))))
		l.step(p, g, mean, square)
	})
	return f
}

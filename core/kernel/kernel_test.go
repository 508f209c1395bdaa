package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/blas"
)

// fast is every Ops that must agree with the oracle.
var fast = []Ops{Plain{}}

func random(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64())
	}
	return x
}

func compare(t *testing.T, what string, got, want []float32, tol float64) {
	t.Helper()
	for i := range want {
		if d := math.Abs(float64(got[i]) - float64(want[i])); !(d <= tol*(1+math.Abs(float64(want[i])))) {
			t.Fatalf("%s[%d] = %v, the oracle says %v", what, i, got[i], want[i])
		}
	}
}

func clone(x []float32) []float32 { return append([]float32(nil), x...) }

func TestGemmAgreesWithOracle(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	sizes := []int{0, 1, 2, 3, 7, 64, 65, 193, 200}
	for _, ops := range fast {
		for range 150 {
			m, n, k := sizes[r.IntN(len(sizes))], sizes[r.IntN(len(sizes))], sizes[r.IntN(len(sizes))]
			tA, tB := [2]blas.Transpose{NoTrans, Trans}[r.IntN(2)], [2]blas.Transpose{NoTrans, Trans}[r.IntN(2)]
			matrix := func(rows, cols int, trans blas.Transpose) Matrix {
				if trans == Trans {
					rows, cols = cols, rows
				}
				stride := max(1, cols+r.IntN(3))
				return Matrix{Rows: rows, Cols: cols, Stride: stride, Data: random(r, rows*stride)}
			}
			a, b, c := matrix(m, k, tA), matrix(k, n, tB), matrix(m, n, NoTrans)
			beta := [3]float32{0, 1, 0.5}[r.IntN(3)]
			want := c
			want.Data = clone(c.Data)
			Naive{}.Gemm(tA, tB, 0.75, a, b, beta, want)
			ops.Gemm(tA, tB, 0.75, a, b, beta, c)
			compare(t, fmt.Sprintf("%s Gemm %d×%d×%d", ops.Name(), m, n, k), c.Data, want.Data, 1e-4)
		}
	}
}

func TestGemmRefusesShapesThatDoNotFit(t *testing.T) {
	for _, ops := range fast {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: a 2×3 by 2×3 product went through", ops.Name())
				}
			}()
			x := make([]float32, 6)
			ops.Gemm(NoTrans, NoTrans, 1, Dense(2, 3, x), Dense(2, 3, x), 0, Dense(2, 3, make([]float32, 6)))
		}()
	}
}

func step(r *rand.Rand, rows, hidden, gates int) StepGrad {
	n := rows * hidden
	return StepGrad{
		Step: Step{
			Rows: rows, Hidden: hidden,
			X: random(r, gates*n), R: random(r, gates*n), PrevH: random(r, n), PrevC: random(r, n),
			Gates: make([]float32, gates*n), H: make([]float32, n), C: make([]float32, n), TanhC: make([]float32, n),
		},
		DH: random(r, n), DC: random(r, n), DX: make([]float32, gates*n), DR: make([]float32, gates*n),
		DPrevH: random(r, n), DPrevC: random(r, n),
	}
}

func TestCellsAgreeWithOracle(t *testing.T) {
	cells := []struct {
		name     string
		gates    int
		forward  func(Ops, *Step)
		backward func(Ops, *StepGrad)
	}{
		{"RNN", rnnGates, Ops.RNN, Ops.RNNBackward},
		{"GRU", gruGates, Ops.GRU, Ops.GRUBackward},
		{"LSTM", lstmGates, Ops.LSTM, Ops.LSTMBackward},
	}
	r := rand.New(rand.NewPCG(2, 2))
	for _, ops := range fast {
		for _, cell := range cells {
			for _, shape := range [][2]int{{0, 4}, {1, 1}, {3, 5}, {4, 16}, {7, 33}} {
				got := step(r, shape[0], shape[1], cell.gates)
				want := got
				for _, p := range []*[]float32{&want.Gates, &want.H, &want.C, &want.TanhC, &want.DX, &want.DR, &want.DPrevH, &want.DPrevC} {
					*p = clone(*p)
				}
				cell.forward(ops, &got.Step)
				cell.forward(Naive{}, &want.Step)
				cell.backward(ops, &got)
				cell.backward(Naive{}, &want)
				name := fmt.Sprintf("%s %s %v ", ops.Name(), cell.name, shape)
				compare(t, name+"gates", got.Gates, want.Gates, 1e-6)
				compare(t, name+"h", got.H, want.H, 1e-6)
				compare(t, name+"c", got.C, want.C, 1e-6)
				compare(t, name+"∂X", got.DX, want.DX, 1e-5)
				compare(t, name+"∂R", got.DR, want.DR, 1e-5)
				compare(t, name+"∂h", got.DPrevH, want.DPrevH, 1e-5)
				compare(t, name+"∂c", got.DPrevC, want.DPrevC, 1e-5)
			}
		}
	}
}

func TestVectorsAgreeWithOracle(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for _, ops := range fast {
		for _, n := range []int{1, 2, 5, 29, 64} {
			x := random(r, n)
			for i := range x {
				x[i] *= 5
			}
			got, want := clone(x), clone(x)
			label := r.IntN(n)
			lg, lw := ops.CrossEntropy(got, label), Naive{}.CrossEntropy(want, label)
			if math.Abs(lg-lw) > 1e-5*(1+lw) {
				t.Errorf("%s CrossEntropy = %v, the oracle says %v", ops.Name(), lg, lw)
			}
			compare(t, "probabilities", got, want, 2e-6)
			y := clone(want)
			dy := random(r, n)
			got, want = clone(x), clone(x)
			ops.SoftmaxBackward(got, dy, y)
			Naive{}.SoftmaxBackward(want, dy, y)
			compare(t, "SoftmaxBackward", got, want, 1e-5)
			ops.Tanh(got, x)
			Naive{}.Tanh(want, x)
			compare(t, "Tanh", got, want, 1e-6)
			ops.TanhBackward(got, dy, y)
			Naive{}.TanhBackward(want, dy, y)
			compare(t, "TanhBackward", got, want, 1e-6)
			got, want = clone(x), clone(x)
			ops.Axpy(0.3, dy, got)
			Naive{}.Axpy(0.3, dy, want)
			compare(t, "Axpy", got, want, 1e-6)

			adam := func(ops Ops) []float32 {
				r := rand.New(rand.NewPCG(uint64(n), 4))
				s := AdamStep{P: random(r, n), G: random(r, n), M: random(r, n), V: random(r, n), Scale: 0.5,
					Rate: 0.01, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8, Correction1: 0.1, Correction2: 0.03}
				for i, v := range s.V {
					s.V[i] = v * v
				}
				ops.Adam(&s)
				return append(append(s.P, s.M...), s.V...)
			}
			compare(t, "Adam", adam(ops), adam(Naive{}), 1e-6)
		}
	}
}

// ulps is how many float32 numbers lie between got and the true value.
func ulps(got float32, want float64) float64 {
	w := float32(want)
	ulp := float64(math.Nextafter32(w, float32(math.Inf(1)))) - float64(w)
	return math.Abs(float64(got)-want) / ulp
}

func TestScalarErrorBounds(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	worst := map[string]float64{}
	for range 400_000 {
		x := float32(r.Float64()*176 - 88)
		y := float32(r.NormFloat64() * 3)
		if x > expMin && x < expMax {
			worst["exp"] = max(worst["exp"], ulps(exp(x), math.Exp(float64(x))))
		}
		if y > -80 {
			worst["sigmoid"] = max(worst["sigmoid"], ulps(sigmoid(y), σ(float64(y))))
		}
		worst["tanh"] = max(worst["tanh"], ulps(tanh(y), math.Tanh(float64(y))))
	}
	for name, bound := range map[string]float64{"exp": 1.2, "sigmoid": 3, "tanh": 2} {
		t.Logf("%s: %.2f ulp", name, worst[name])
		if worst[name] > bound {
			t.Errorf("%s is off by %.2f ulp, its doc says %v", name, worst[name], bound)
		}
	}
}

func TestScalarsAtTheEdges(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for _, c := range []struct{ got, want float32 }{
		{exp(inf), inf}, {exp(-inf), 0}, {exp(0), 1}, {exp(-100), 0}, {exp(100), inf},
		{sigmoid(inf), 1}, {sigmoid(-inf), 0}, {sigmoid(0), 0.5},
		{tanh(inf), 1}, {tanh(-inf), -1}, {tanh(0), 0},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
	for _, v := range []float32{exp(nan), sigmoid(nan), tanh(nan)} {
		if v == v {
			t.Errorf("NaN became %v: a diverged model would go unseen", v)
		}
	}
}

func TestPlainAllocatesNothing(t *testing.T) {
	a, b, c := make([]float32, 256*256), make([]float32, 256*256), make([]float32, 256*256)
	n := testing.AllocsPerRun(3, func() {
		Plain{}.Gemm(NoTrans, Trans, 1, Dense(256, 256, a), Dense(256, 256, b), 0, Dense(256, 256, c))
	})
	if n != 0 {
		t.Errorf("a 256³ product allocates %v times", n)
	}
}

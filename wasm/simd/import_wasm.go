//go:build js && wasm

package simd

// The kernels, by way of the trampoline. Each is documented where it is written, in package kernels; a
// signature that differs from the trampoline's keeps the program from starting, so tests see it.

//go:wasmimport kernel available
//go:noescape
func available() int32

//go:wasmimport kernel gemm
//go:noescape
func gemm(tA, tB, m, n, k int32, alpha float32, a *float32, lda int32, b *float32, ldb int32, beta float32, c *float32, ldc int32, scratch *float32)

//go:wasmimport kernel tanh
//go:noescape
func tanh(n int32, y, x *float32)

//go:wasmimport kernel tanh_backward
//go:noescape
func tanhBackward(n int32, dx, dy, y *float32)

//go:wasmimport kernel rnn
//go:noescape
func rnn(n int32, x, r, gates, h *float32)

//go:wasmimport kernel rnn_backward
//go:noescape
func rnnBackward(n int32, h, dh, dx, dr *float32)

//go:wasmimport kernel gru
//go:noescape
func gru(rows, n int32, x, r, prevH, gates, h *float32)

//go:wasmimport kernel gru_backward
//go:noescape
func gruBackward(rows, n int32, r, prevH, gates, dh, dx, dr, dPrevH *float32)

//go:wasmimport kernel lstm
//go:noescape
func lstm(rows, n int32, x, r, prevC, gates, h, c, tanhC *float32)

//go:wasmimport kernel lstm_backward
//go:noescape
func lstmBackward(rows, n int32, prevC, gates, tanhC, dh, dc, dx, dr, dPrevC *float32)

//go:wasmimport kernel softmax
//go:noescape
func softmax(rows, n int32, x *float32, stride int32)

//go:wasmimport kernel softmax_backward
//go:noescape
func softmaxBackward(rows, n int32, dx *float32, dxStride int32, dy *float32, dyStride int32, y *float32, yStride int32)

//go:wasmimport kernel cross_entropy
//go:noescape
func crossEntropy(rows, n int32, p *float32, pStride int32, x *float32, xStride int32, labels *int32, ignored int32, smoothing float32, out *float32)

//go:wasmimport kernel cross_entropy_backward
//go:noescape
func crossEntropyBackward(rows, n int32, dx *float32, dxStride int32, p *float32, pStride int32, labels *int32, ignored int32, smoothing, scale float32)

//go:wasmimport kernel spread
//go:noescape
func spread(rows, n int32, y *float32, stride int32, x *float32)

//go:wasmimport kernel sum_rows
//go:noescape
func sumRows(rows, n int32, x *float32, stride int32, sum *float32)

//go:wasmimport kernel gather
//go:noescape
func gather(rows, n int32, y *float32, stride int32, table *float32, tableStride int32, ids *int32)

//go:wasmimport kernel scatter
//go:noescape
func scatter(rows, n int32, table *float32, tableStride int32, x *float32, stride int32, ids *int32)

//go:wasmimport kernel axpy
//go:noescape
func axpy(n int32, alpha float32, x, y *float32)

//go:wasmimport kernel scale
//go:noescape
func scale(n int32, alpha float32, x *float32)

//go:wasmimport kernel mul
//go:noescape
func mul(n int32, y, x, m *float32)

//go:wasmimport kernel dot
//go:noescape
func dot(n int32, x, y *float32) float64

//go:wasmimport kernel adam
//go:noescape
func adam(n int32, p, g, m, v *float32, scale, rate, beta1, gain1, beta2, gain2, epsilon, correction float32)

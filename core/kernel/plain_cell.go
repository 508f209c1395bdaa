package kernel

// RNN implements Ops: h' = tanh(X + R).
func (Plain) RNN(s *Step) {
	s.Check(GatesRNN)
	for i := range s.Rows * s.Hidden {
		h := tanh(s.X[i] + s.R[i])
		s.Gates[i], s.H[i] = h, h
	}
}

// RNNBackward implements Ops.
func (Plain) RNNBackward(s *StepGrad) {
	s.Check(GatesRNN)
	for i := range s.Rows * s.Hidden {
		h := s.H[i]
		d := s.DH[i] * (1 - float32(h*h))
		s.DX[i], s.DR[i] = d, d
	}
}

// GRU implements Ops, with the reset gate after the product (PyTorch, cuDNN):
//
//	r = σ(X_r + R_r)   z = σ(X_z + R_z)   n = tanh(X_n + r ⊙ R_n)   h' = (1 − z) ⊙ n + z ⊙ h
//
// Cho et al. 2014, eqs. 5–8, put r before the product and swap the roles of z and 1 − z.
func (Plain) GRU(s *Step) {
	s.Check(GatesGRU)
	n := s.Hidden
	for b := range s.Rows {
		x, w := s.X[3*b*n:3*(b+1)*n], s.R[3*b*n:3*(b+1)*n]
		g := s.Gates[3*b*n : 3*(b+1)*n]
		prev, out := s.PrevH[b*n:(b+1)*n], s.H[b*n:(b+1)*n]
		for i, h := range prev {
			r := sigmoid(x[i] + w[i])
			z := sigmoid(x[n+i] + w[n+i])
			c := tanh(x[2*n+i] + float32(r*w[2*n+i]))
			g[i], g[n+i], g[2*n+i] = r, z, c
			out[i] = float32((1-z)*c) + float32(z*h)
		}
	}
}

// GRUBackward implements Ops.
func (Plain) GRUBackward(s *StepGrad) {
	s.Check(GatesGRU)
	n := s.Hidden
	for b := range s.Rows {
		w, g := s.R[3*b*n:3*(b+1)*n], s.Gates[3*b*n:3*(b+1)*n]
		dx, dr := s.DX[3*b*n:3*(b+1)*n], s.DR[3*b*n:3*(b+1)*n]
		prev, dh, dprev := s.PrevH[b*n:(b+1)*n], s.DH[b*n:(b+1)*n], s.DPrevH[b*n:(b+1)*n]
		for i, d := range dh {
			r, z, c := g[i], g[n+i], g[2*n+i]
			dc := float32(d*(1-z)) * (1 - float32(c*c))
			dz := float32(d*(prev[i]-c)) * float32(z*(1-z))
			dreset := float32(dc*w[2*n+i]) * float32(r*(1-r))
			dx[i], dx[n+i], dx[2*n+i] = dreset, dz, dc
			dr[i], dr[n+i], dr[2*n+i] = dreset, dz, dc*r
			dprev[i] += float32(d * z)
		}
	}
}

// LSTM implements Ops (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000):
//
//	i, f, o = σ(X + R)   g = tanh(X_g + R_g)   c' = f ⊙ c + i ⊙ g   h' = o ⊙ tanh(c')
func (Plain) LSTM(s *Step) {
	s.Check(GatesLSTM)
	n := s.Hidden
	for b := range s.Rows {
		x, w := s.X[4*b*n:4*(b+1)*n], s.R[4*b*n:4*(b+1)*n]
		gates := s.Gates[4*b*n : 4*(b+1)*n]
		prev, next := s.PrevC[b*n:(b+1)*n], s.C[b*n:(b+1)*n]
		th, out := s.TanhC[b*n:(b+1)*n], s.H[b*n:(b+1)*n]
		for j, c := range prev {
			i := sigmoid(x[j] + w[j])
			f := sigmoid(x[n+j] + w[n+j])
			g := tanh(x[2*n+j] + w[2*n+j])
			o := sigmoid(x[3*n+j] + w[3*n+j])
			gates[j], gates[n+j], gates[2*n+j], gates[3*n+j] = i, f, g, o
			c = float32(f*c) + float32(i*g)
			t := tanh(c)
			next[j], th[j], out[j] = c, t, o*t
		}
	}
}

// LSTMBackward implements Ops.
func (Plain) LSTMBackward(s *StepGrad) {
	s.Check(GatesLSTM)
	n := s.Hidden
	for b := range s.Rows {
		gates, dx := s.Gates[4*b*n:4*(b+1)*n], s.DX[4*b*n:4*(b+1)*n]
		prev, th := s.PrevC[b*n:(b+1)*n], s.TanhC[b*n:(b+1)*n]
		dh, dnext, dprev := s.DH[b*n:(b+1)*n], s.DC[b*n:(b+1)*n], s.DPrevC[b*n:(b+1)*n]
		for j, d := range dh {
			i, f, g, o := gates[j], gates[n+j], gates[2*n+j], gates[3*n+j]
			t := th[j]
			dc := dnext[j] + float32(float32(d*o)*(1-float32(t*t)))
			dx[j] = float32(dc*g) * float32(i*(1-i))
			dx[n+j] = float32(dc*prev[j]) * float32(f*(1-f))
			dx[2*n+j] = float32(dc*i) * (1 - float32(g*g))
			dx[3*n+j] = float32(d*t) * float32(o*(1-o))
			dprev[j] += float32(dc * f)
		}
		copy(s.DR[4*b*n:4*(b+1)*n], dx)
	}
}

package layer

// Final is the state in which layer k ended, [B×Width]; memory asks for the LSTM's cell states. It is put
// together in room where there are both directions.
func (s *Stack) Final(k int, memory bool, room []float32) []float32 {
	ways := s.floors[k].ways
	if len(ways) == 1 {
		return final(ways[0], memory)
	}
	for i, r := range ways {
		h, state := r.Hidden, final(r, memory)
		for b := range s.order.B {
			copy(room[b*s.Width+i*h:][:h], state[b*h:][:h])
		}
	}
	return room
}

// AddDFinal adds to the gradient by Final: for each sentence where its own last step is, so that the
// order in which gradients are added up there does not depend on its padding.
func (s *Stack) AddDFinal(k int, memory bool, d []float32) {
	for i, r := range s.floors[k].ways {
		h := r.Hidden
		for b, n := range s.order.Length[:s.order.B] {
			to := r.DH(n - 1)
			if memory {
				to = r.DC(n - 1)
			}
			s.ops.Axpy(1, d[b*s.Width+i*h:][:h], to[b*h:][:h])
		}
	}
}

func final(r *Recurrent, memory bool) []float32 {
	if memory {
		return r.C(r.steps - 1)
	}
	return r.Final()
}

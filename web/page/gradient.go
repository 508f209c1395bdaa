package page

import (
	"math"
	"strconv"

	"unroll/core/trace"
	"unroll/web/say"
)

// gradients is how strongly a training step's loss depends on each state: a row for each box, one column
// for each moment in the order in which the sentence is read and said, the bridge between the two. Where
// a box has no state at a moment, the value is NaN.
type gradients struct {
	columns []string // tokens
	rows    []gradientRow
	most    float64
}

type gradientRow struct {
	name   string
	values []float64
}

// gradientsOf reads an update: the highest row is what the loss is taken of, the lowest the embeddings, as
// in the film.
func gradientsOf(u *trace.Update, t *say.Opened) *gradients {
	g := &gradients{}
	read := len(u.Encoder)
	for i := range u.Run.Encoder {
		g.columns = append(g.columns, visible(u.Run.Encoder[i].Token.Text))
	}
	g.columns = append(g.columns, t.Bridge)
	for i := range u.Run.Decoder {
		g.columns = append(g.columns, visible(u.Run.Decoder[i].Output.Text))
	}
	// row asks for each column's vector; nil is none.
	row := func(name string, at func(column int) []float32) {
		r, there := gradientRow{name: name}, false
		for i := range g.columns {
			x := rootMeanSquare(at(i))
			r.values = append(r.values, x)
			if x >= 0 {
				there, g.most = true, max(g.most, x)
			}
		}
		if there {
			g.rows = append(g.rows, r)
		}
	}
	for _, box := range []struct {
		name string
		of   func(s *trace.StepGradient) []float32
	}{
		{t.Logits, func(s *trace.StepGradient) []float32 { return s.Logits }},
		{t.Attentional, func(s *trace.StepGradient) []float32 { return s.Attentional }},
		{t.Context, func(s *trace.StepGradient) []float32 { return s.Context }},
		{t.Scores, func(s *trace.StepGradient) []float32 { return s.Scores }},
	} {
		row(box.name, func(i int) []float32 {
			if i > read {
				return box.of(&u.Decoder[i-read-1])
			}
			return nil
		})
	}
	for l := len(u.Bridge) - 1; l >= 0; l-- {
		name := say.Fill(t.Layer, "n", strconv.Itoa(l+1))
		for _, part := range []struct {
			name string
			of   func(s trace.State) []float32
		}{{" h", func(s trace.State) []float32 { return s.H }}, {" c", func(s trace.State) []float32 { return s.C }}} {
			row(name+part.name, func(i int) []float32 {
				switch {
				case i < read:
					return part.of(u.Encoder[i].Layers[l])
				case i == read:
					return part.of(u.Bridge[l])
				}
				return part.of(u.Decoder[i-read-1].Layers[l])
			})
			row(name+part.name+" ←", func(i int) []float32 {
				if i < read && u.Encoder[i].Backwards != nil {
					return part.of(u.Encoder[i].Backwards[l])
				}
				return nil
			})
		}
	}
	row(t.Embedding, func(i int) []float32 {
		switch {
		case i < read:
			return u.Encoder[i].Embedding
		case i > read:
			return u.Decoder[i-read-1].Embedding
		}
		return nil
	})
	return g
}

// has reports whether the box of a row has a state in a column.
func (g *gradients) has(row, column int) bool {
	return row < len(g.rows) && column < len(g.columns) && g.rows[row].values[column] >= 0
}

// rootMeanSquare is √(1∕n Σ x²), and NaN of nothing.
func rootMeanSquare(v []float32) float64 {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	return math.Sqrt(sum / float64(len(v)))
}

// strength is how full a value's colour is: full for the most, a quarter less for each factor of ten.
func (g *gradients) strength(x float64) float64 {
	if !(x > 0) {
		return 0
	}
	return max(0, 1+math.Log10(x/g.most)/4)
}

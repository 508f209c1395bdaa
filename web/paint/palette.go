package paint

import "unroll/web/scene"

// Palette is the hues of one theme, as CSS colours. Each keeps a contrast of 4.5:1 against the
// theme's paper and against the tinted frames on it, because each is also written in. The four
// actors (encoder, decoder, hidden, context) stay apart for colour-blind eyes too; the rest, and
// the actors as well, differ in form or label besides.
type Palette struct {
	Encoder, Decoder, Hidden, Context string
	Weight, Output, FeedForward       string
	Frame, Ink, Muted, Paper          string
}

// Light is the palette on white paper; its actors are the ends of ColorBrewer's PRGn, PuOr and RdBu.
var Light = Palette{
	Encoder: "#1b7837", Decoder: "#762a83", Hidden: "#b35806", Context: "#2166ac",
	Weight: "#8c1d40", Output: "#b0286e", FeedForward: "#c62828",
	Frame: "#1270b2", Ink: "#1b1f24", Muted: "#59616b", Paper: "#ffffff",
}

// Dark is the palette on dark paper: the same hues, lighter.
var Dark = Palette{
	Encoder: "#7fd694", Decoder: "#d9aee6", Hidden: "#f5a94f", Context: "#579bf0",
	Weight: "#e88fa9", Output: "#f09ac9", FeedForward: "#f28b82",
	Frame: "#6db6ec", Ink: "#e8eaed", Muted: "#a7afb9", Paper: "#15181d",
}

// Of is the hue of a role.
func (p *Palette) Of(r scene.Role) string {
	switch r {
	case scene.Muted:
		return p.Muted
	case scene.Frame:
		return p.Frame
	case scene.Encoder:
		return p.Encoder
	case scene.Decoder:
		return p.Decoder
	case scene.Hidden:
		return p.Hidden
	case scene.Context:
		return p.Context
	case scene.Weight:
		return p.Weight
	case scene.Output:
		return p.Output
	case scene.FeedForward:
		return p.FeedForward
	}
	return p.Ink
}

// roles names each role as its class and its CSS variable do, in the order of scene.Role.
var roles = [...]string{
	scene.Plain: "ink", scene.Muted: "muted", scene.Frame: "frame", scene.Encoder: "encoder",
	scene.Decoder: "decoder", scene.Hidden: "hidden", scene.Context: "context", scene.Weight: "weight",
	scene.Output: "output", scene.FeedForward: "feed-forward",
}

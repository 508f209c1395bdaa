package setting

import (
	"unroll/core/corpus"
	"unroll/core/train"
)

// When a field has a meaning.

// drawn: the task draws its pairs, so that they can be easy or hard.
func drawn(v *Values) bool { return !own(v) }

func own(v *Values) bool { return v.Task == train.Own }

// ranged: the task draws strings of any length.
func ranged(v *Values) bool { return corpus.Ranged(v.Task) }

func deep(v *Values) bool     { return v.Layers > 1 }
func momentum(v *Values) bool { return v.Optimiser == "momentum" }
func stepped(v *Values) bool  { return v.Rate.Kind == "step" }
func cosine(v *Values) bool   { return v.Rate.Kind == "cosine" }
func dropping(v *Values) bool { return v.Dropout > 0 }

// taught: the decoder is sometimes fed the truth, so that this can fade.
func taught(v *Values) bool { return v.Forcing.Share > 0 }

func fading(v *Values) bool { return taught(v) && v.Forcing.Decay != "constant" }

// mixed: the decoder is fed the truth at times, but not always.
func mixed(v *Values) bool { return fading(v) || taught(v) && v.Forcing.Share < 1 }

func sampling(v *Values) bool  { return v.Decode.Method == "sample" }
func searching(v *Values) bool { return v.Decode.Method == "beam" }

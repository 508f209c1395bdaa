package train

// Config is all that a training run depends on: two runs of equal Configs are equal bit for bit.
type Config struct {
	Task              string  // a name of corpus.Names: "reverse", "dates"
	Shortest, Longest int     // the source lengths that the task draws, where it has a choice
	Cell              string  // "gru", "lstm"
	Attention         string  // "none", "general"
	Embedding, Hidden int     // E, H
	Batch             int     // B
	LearningRate      float64 // Adam's
	TeacherForcing    float64 // the share of batches whose decoder is fed the true tokens, 0 … 1
	ClipNorm          float64 // the gradient's largest global L2 norm; 0 never clips
	Seed              uint64
}

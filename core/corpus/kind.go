package corpus

// Symbolic reports whether what the task says only looks like words: names of actions, of sounds. A
// measure that cuts texts as sentences must leave those alone.
func (t *Task) Symbolic() bool {
	switch t.name {
	case "scan", "scan-length", "scan-jump", "sounds":
		return true
	}
	return false
}

// OneVocabulary reports whether a task reads the tokens that it writes, so that both sides can share
// one table of embeddings.
func OneVocabulary(name string) bool {
	return Ranged(name) || name == "piglatin"
}

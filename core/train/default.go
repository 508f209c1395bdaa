package train

// Default is where a newcomer to a task begins, and what its pretrained model was trained with: it
// learns the task in a page within minutes at the slowest, and fits a page as delivered.
func Default(task string) Config {
	c := Config{
		Task: task, Cell: "gru", Attention: "general", Embedding: 32, Hidden: 64,
		Batch: 32, LearningRate: 2e-3, TeacherForcing: 1, ClipNorm: 1, Seed: 1,
	}
	if task == "reverse" {
		c.Shortest, c.Longest = 3, 10
	}
	return c
}

package page

// samplePairs are pairs to try with, one a line: who, and what they do, in Portuguese and in English.
func samplePairs() string {
	text := ""
	for _, who := range [...][2]string{
		{"ela", "she"}, {"ele", "he"}, {"o gato", "the cat"}, {"a menina", "the girl"},
		{"meu amigo", "my friend"}, {"a professora", "the teacher"}, {"minha avó", "my grandmother"}, {"o cachorro preto", "the black dog"},
	} {
		for _, does := range [...][2]string{
			{"dorme", "sleeps"}, {"canta bem", "sings well"}, {"bebe água", "drinks water"},
			{"gosta de café", "likes coffee"}, {"lê um livro", "reads a book"},
		} {
			text += who[0] + " " + does[0] + "\t" + who[1] + " " + does[1] + "\n"
		}
	}
	return text
}

package parts

// Mark is a component whose root is SVG, in a file without an <svg>.
type Mark struct{ Size int }

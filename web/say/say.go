// Package say holds every sentence that a reader sees, one catalogue a language. Catalogues are
// structs, so that a message which a language lacks is found by a test and a misspelt name by the
// compiler. Placeholders are named, as in "step {step} of {steps}".
package say

// Catalogue is every message in one language.
type Catalogue struct {
	Tag   string // BCP 47: "en", "pt"
	Page  Page   // controls, headings, help, failures
	Scene Scene  // titles, captions and hints of the films
}

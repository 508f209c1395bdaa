package house

import (
	"testing"

	// Generated code in testdata imports it, where go mod tidy does not look.
	_ "github.com/vugu/vjson"
)

func TestModulesAreTidy(t *testing.T) {
	if diff, said, err := command(nil, "go", "mod", "tidy", "-diff"); err != nil {
		t.Errorf("go.mod or go.sum is not tidy: go mod tidy\n%s%s", diff, said)
	}
}

package poster

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"unroll/core/train"
	"unroll/web/paint"
	"unroll/web/scene"
)

var update = flag.Bool("update", false, "draw the picture of README.md anew")

// TestPictureOfTheReadme keeps the picture that README.md shows the one that the model of the page makes.
func TestPictureOfTheReadme(t *testing.T) {
	const path = "testdata/unrolled.svg"
	session, err := train.Load(model(t))
	if err != nil {
		t.Fatal(err)
	}
	run, err := session.Run(session.Task().Example())
	if err != nil {
		t.Fatal(err)
	}
	film, err := scene.New("unrolled", run, scene.Options{Width: 960})
	if err != nil {
		t.Fatal(err)
	}
	drawn := paint.SVG(film.Picture(film.Poster()))
	if *update {
		if err := os.WriteFile(path, drawn, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if kept, err := os.ReadFile(path); err != nil || !bytes.Equal(kept, drawn) {
		t.Errorf("%s is not what the model makes any more (%v): go test ./web/poster -update", path, err)
	}
}

// Package poster draws the page as it first looks, without a browser: the page's own components and
// its own painter, run natively with the model that comes with the page. The result is put into the
// page's HTML, so that there is something true to look at before the program has arrived.
package poster

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/vugu/vugu"
	"github.com/vugu/vugu/staticrender"

	"unroll/core/train"
	"unroll/web/page"
)

// Options is what the poster shows. The zero value is 760 pixels wide and judged on 200 pairs, as the
// page does in a window of 1280 pixels.
type Options struct {
	Width    float64 // of the film, in CSS pixels
	Examined int     // held-out pairs in the evaluation that it shows
}

// patience is how many turns the page may take to come to rest. It takes about ten.
const patience = 1000

// HTML draws the page with this pretrained model, in English, at the moment that its film calls the
// best still. There is nothing in it that a person could work and no id: it makes way for the page.
func HTML(model []byte, o Options) ([]byte, error) {
	if o.Width == 0 {
		o.Width = 760
	}
	if o.Examined == 0 {
		o.Examined = 200
	}
	session, err := train.Load(model)
	if err != nil {
		return nil, fmt.Errorf("poster: %w", err)
	}
	env, err := vugu.NewBuildEnv()
	if err != nil {
		return nil, fmt.Errorf("poster: %w", err)
	}
	h := &host{model: model, width: o.Width}
	root := &page.Root{Host: h}
	root.Trainer = &trainer{session: session, examined: o.Examined, host: h, page: root}
	root.Start()

	var results *vugu.BuildResults
	for turn := 0; h.turn(func() { results = env.RunBuild(root) }); turn++ {
		if turn == patience {
			return nil, errors.New("poster: the page does not come to rest")
		}
	}
	if root.Player.Film == nil {
		return nil, fmt.Errorf("poster: the page shows no film: %v", root.Player.Fault)
	}
	still(results, results.Out, h)
	var out bytes.Buffer
	if err := staticrender.New(&out).Render(results); err != nil {
		return nil, fmt.Errorf("poster: %w", err)
	}
	return out.Bytes(), nil
}

package dom

import (
	"slices"
	"testing"

	"github.com/vugu/vugu"
)

// noisy is a component that says when it is rendered.
type noisy struct {
	built
	name string
	said *[]string
}

func (n *noisy) Rendered(ctx vugu.RenderedCtx) {
	if ctx.First() {
		*n.said = append(*n.said, n.name+" first")
	} else {
		*n.said = append(*n.said, n.name)
	}
}

func TestRenderedIsCalledOnEveryComponent(t *testing.T) {
	var said []string
	make := func(name string, components ...vugu.Builder) *noisy {
		return &noisy{built{nodes: []*vugu.VGNode{element("p")}, components: components}, name, &said}
	}
	leaf, other := make("leaf"), make("other")
	branch := make("branch", leaf)
	root := make("root", branch)
	env, err := vugu.NewBuildEnv()
	if err != nil {
		t.Fatal(err)
	}
	l := lifecycle{guard: func(_ string, f func()) { f() }}
	show := func(want ...string) {
		t.Helper()
		said = nil
		l.walk(env.RunBuild(root), root)
		l.call(nil)
		l.call(nil) // as after a build that failed: there is nothing to say
		if !slices.Equal(said, want) {
			t.Errorf("rendered %q, want %q", said, want)
		}
	}
	show("leaf first", "branch first", "root first")
	show("leaf", "branch", "root")
	branch.components = []vugu.Builder{other}
	show("other first", "branch", "root")
	branch.components = []vugu.Builder{leaf, other}
	show("leaf first", "other", "branch", "root")
}

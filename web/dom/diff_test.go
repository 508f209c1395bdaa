package dom

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/vugu/vugu"
)

// built is a component whose build is given.
type built struct {
	nodes      []*vugu.VGNode
	components []vugu.Builder
	css        []*vugu.VGNode
}

func (b *built) Build(*vugu.BuildIn) *vugu.BuildOut {
	return &vugu.BuildOut{Out: b.nodes, Components: b.components, CSS: b.css}
}

// element makes a node; the arguments are names and values of attributes.
func element(tag string, pairs ...string) *vugu.VGNode {
	v := &vugu.VGNode{Type: vugu.ElementNode, Data: tag}
	for i := 0; i < len(pairs); i += 2 {
		v.Attr = append(v.Attr, vugu.VGAttribute{Key: pairs[i], Val: pairs[i+1]})
	}
	return v
}

func text(s string) *vugu.VGNode { return &vugu.VGNode{Type: vugu.TextNode, Data: s} }

// with appends children to a node.
func with(v *vugu.VGNode, children ...*vugu.VGNode) *vugu.VGNode {
	for _, c := range children {
		v.AppendChild(c)
	}
	return v
}

// rig is a differ with the document that it writes to.
type rig struct {
	*differ
	*fakeDocument
	env    *vugu.BuildEnv
	warned []string
}

func newRig(t testing.TB) *rig {
	env, err := vugu.NewBuildEnv()
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{fakeDocument: newFakeDocument(t), env: env}
	r.differ = newDiffer(func(m string) { r.warned = append(r.warned, m) })
	return r
}

// show renders a build and returns how many instructions that took, names apart.
func (r *rig) show(b *built) int {
	r.t.Helper()
	if err := r.diff(r.env.RunBuild(b)); err != nil {
		r.t.Fatal(err)
	}
	r.style(b.css)
	r.counts = [opcodes]int{}
	r.fakeDocument.run(&r.instructions)
	r.reset()
	n := 0
	for _, k := range r.counts[opElement:] {
		n += k
	}
	return n
}

func (r *rig) mount() *fakeNode { return r.nodes[0] }

// one is a build of these nodes without components.
func one(nodes ...*vugu.VGNode) *built { return &built{nodes: nodes} }

// keyed lists the nodes below n under the path of keys that leads to them, where each node on the
// way has a key that is unique among its siblings.
func keyed(n *node, path string, numbers map[string]uint32) {
	seen := map[identity]int{}
	for _, c := range n.children {
		seen[c.identity]++
	}
	for _, c := range n.children {
		if c.keyed && seen[c.identity] == 1 {
			below := path + "/" + c.tag + strconv.Itoa(int(c.space)) + ":" + c.input + c.key
			numbers[below] = c.number
			keyed(c, below, numbers)
		}
	}
}

// checkDiff renders a sequence of builds and compares each with the same build rendered afresh.
func checkDiff(t *testing.T, seed uint64) {
	g := &forest{Rand: rand.New(rand.NewPCG(seed, 1))}
	for i := range g.pool {
		g.pool[i] = &built{}
	}
	r := newRig(t)
	for range 4 {
		next := g.build()
		was := map[string]*fakeNode{}
		numbers := map[string]uint32{}
		for _, n := range r.root.children {
			keyed(n, "", numbers)
		}
		for path, number := range numbers {
			was[path] = r.nodes[number]
		}
		oldMains := len(r.root.children)

		r.show(next)
		fresh := newRig(t)
		fresh.show(next)
		if got, want := r.mount().String(), fresh.mount().String(); got != want {
			t.Fatalf("seed %d: changed into\n%s\nrendered afresh\n%s", seed, got, want)
		}
		if got, want := len(r.nodes), r.mount().count(); got != want {
			t.Fatalf("seed %d: %d nodes are known and %d in the document", seed, got, want)
		}
		if got, want := len(r.fakeDocument.listeners), len(r.differ.listeners); got != want {
			t.Fatalf("seed %d: %d listeners in the document, %d known", seed, got, want)
		}
		if n := r.show(next); n != 0 {
			t.Fatalf("seed %d: %d instructions for a build without a change", seed, n)
		}
		if oldMains != 1 || len(r.root.children) != 1 {
			continue // a <main> may have become the other
		}
		numbers = map[string]uint32{}
		keyed(r.root.children[0], "", numbers)
		for path, number := range numbers {
			if before, ok := was[path]; ok && before != r.nodes[number] {
				t.Fatalf("seed %d: %s is another node", seed, path)
			}
		}
	}
}

func TestDiffOfRandomTrees(t *testing.T) {
	for seed := range uint64(2000) {
		checkDiff(t, seed)
	}
}

func FuzzDiff(f *testing.F) {
	f.Add(uint64(1))
	f.Fuzz(checkDiff)
}

func TestFewestMoves(t *testing.T) {
	list := func(keys string) *built {
		ul := element("ul")
		for _, k := range strings.Split(keys, "") {
			ul.AppendChild(element("li", "key", k))
		}
		return one(ul)
	}
	for _, c := range []struct {
		from, to              string
		move, insert, removed int
	}{
		{"abcdef", "bcdefa", 1, 0, 0},
		{"abcdef", "fabcde", 1, 0, 0},
		{"abcdef", "fedcba", 5, 0, 0},
		{"abcdef", "badcfe", 3, 0, 0},
		{"abcdef", "bcdef", 0, 0, 1},
		{"abcdef", "axbcydef", 0, 2, 0},
		{"abcdef", "xfdby", 2, 2, 3},
	} {
		r := newRig(t)
		r.show(list(c.from))
		r.show(list(c.to))
		if m, i, d := r.counts[opMove], r.counts[opInsert], r.counts[opRemove]; m != c.move || i != c.insert || d != c.removed {
			t.Errorf("%s → %s: %d moves, %d insertions, %d removals; want %d, %d, %d", c.from, c.to, m, i, d, c.move, c.insert, c.removed)
		}
	}
}

func TestDuplicateKeysAreReportedOnce(t *testing.T) {
	r := newRig(t)
	r.show(one(with(element("ul"), element("li", "key", "a"), element("li", "key", "a"))))
	r.show(one(with(element("ul"), element("li", "key", "a"), element("li"), element("li", "key", "a"))))
	if len(r.warned) != 1 || !strings.Contains(r.warned[0], `"a"`) || !strings.Contains(r.warned[0], "<li>") {
		t.Errorf("warnings: %q", r.warned)
	}
	if n := len(r.mount().children[0].children); n != 3 {
		t.Errorf("%d of 3 children are rendered", n)
	}
}

package page

import (
	"bytes"
	"strings"
	"testing"

	"github.com/vugu/html"
	"github.com/vugu/vugu"
	"github.com/vugu/vugu/staticrender"

	"unroll/core/measure"
	"unroll/core/train"
	"unroll/web/paint"
	"unroll/web/setting"
	"unroll/web/wire"
)

// fakeHost is a browser that does nothing until it is told to.
type fakeHost struct {
	query, language string
	still           bool
	width           float64
	noCopy          bool
	pretrained      map[string][]byte
	corpora         map[string][]byte // by task and digest
	keptQuery       string
	kept            []byte
	file            []byte // what the reader chooses
	fragment        string

	address    string
	document   string // language and title
	renders    int
	frames     []func(float64)
	afters     []func()
	downloads  []download
	downloaded func() // holds a pretrained model back
	selected   string
	focused    string
	canvas     *fakeCanvas
}

type download struct {
	name string
	data []byte
}

func (h *fakeHost) Query() string               { return h.query }
func (h *fakeHost) Replace(query string)        { h.address = query }
func (h *fakeHost) Link(query string) string    { return "https://example.org/?" + query }
func (h *fakeHost) Language() string            { return h.language }
func (h *fakeHost) SetLanguage(t, s string)     { h.document = t + " " + s }
func (h *fakeHost) ReducedMotion() bool         { return h.still }
func (h *fakeHost) Width(string) float64        { return h.width }
func (h *fakeHost) Render()                     { h.renders++ }
func (h *fakeHost) Frame(f func(float64))       { h.frames = append(h.frames, f) }
func (h *fakeHost) After(ms int, f func())      { h.afters = append(h.afters, f) }
func (h *fakeHost) Focus(id string)             { h.focused = id }
func (h *fakeHost) Select(id string)            { h.selected = id }
func (h *fakeHost) Copy(_ string, f func(bool)) { f(!h.noCopy) }
func (h *fakeHost) Open(_ string, f func([]byte)) {
	if h.file != nil {
		f(h.file)
	}
}
func (h *fakeHost) Fragment() string     { return h.fragment }
func (h *fakeHost) SetFragment(f string) { h.fragment = f }

// Deflate puts a mark before the data, and Inflate takes it away again.
func (h *fakeHost) Deflate(data []byte, f func([]byte)) { f(append([]byte("deflated "), data...)) }
func (h *fakeHost) Inflate(deflated []byte, most int, f func([]byte)) {
	data, ok := bytes.CutPrefix(deflated, []byte("deflated "))
	if !ok || len(data) > most {
		f(nil)
		return
	}
	f(data)
}

func (h *fakeHost) Download(name, _ string, data []byte) {
	h.downloads = append(h.downloads, download{name, data})
}
func (h *fakeHost) Pretrained(task string, f func([]byte)) {
	answer := func() { f(h.pretrained[task]) }
	if h.downloaded == nil {
		answer()
		return
	}
	before := h.downloaded
	h.downloaded = func() { before(); answer() }
}
func (h *fakeHost) Corpus(c train.Config, f func([]byte)) {
	f(h.corpora[c.Task+c.Corpus])
}
func (h *fakeHost) Kept(f func(string, []byte)) { f(h.keptQuery, h.kept) }
func (h *fakeHost) Canvas(id string) paint.Canvas {
	if id != canvasID {
		return nil
	}
	return h.canvas
}

// tick runs everything that waits for a frame.
func (h *fakeHost) tick(ms float64) {
	frames := h.frames
	h.frames = nil
	for _, f := range frames {
		f(ms)
	}
}

// wait lets the delays pass.
func (h *fakeHost) wait() {
	afters := h.afters
	h.afters = nil
	for _, f := range afters {
		f()
	}
}

// fakeCanvas counts what is painted.
type fakeCanvas struct{ sets, flushes int }

func (c *fakeCanvas) Insert(int, string)      {}
func (c *fakeCanvas) Remove(int)              {}
func (c *fakeCanvas) Move(int, int)           {}
func (c *fakeCanvas) Set(int, string, string) { c.sets++ }
func (c *fakeCanvas) Clear(int, string)       {}
func (c *fakeCanvas) Text(int, string)        { c.sets++ }
func (c *fakeCanvas) Flush()                  { c.flushes++ }

// fakeTrainer remembers what it was told.
type fakeTrainer struct{ sent []wire.Message }

func (f *fakeTrainer) Send(m wire.Message) { f.sent = append(f.sent, m) }

// take returns what was sent since the last time.
func (f *fakeTrainer) take() []wire.Message {
	sent := f.sent
	f.sent = nil
	return sent
}

// bench is a page with everything around it.
type bench struct {
	*testing.T
	host    *fakeHost
	trainer *fakeTrainer
	reader  *fakeReader
	root    *Root
	env     *vugu.BuildEnv
}

var someModel = []byte("pretrained")

// open is a page at this query, which has asked for its model and not got it.
func open(t *testing.T, query string, prepare ...func(*fakeHost)) *bench {
	t.Helper()
	b := &bench{T: t, trainer: &fakeTrainer{}, reader: &fakeReader{}, host: &fakeHost{
		query: query, language: "en-GB", width: 700, canvas: &fakeCanvas{},
		pretrained: map[string][]byte{"reverse": someModel, "dates": someModel},
	}}
	for _, p := range prepare {
		p(b.host)
	}
	b.root = &Root{Host: b.host, Trainer: b.trainer, Reader: b.reader}
	env, err := vugu.NewBuildEnv()
	if err != nil {
		t.Fatal(err)
	}
	b.env = env
	b.root.Start()
	return b
}

// ready has the trainer make the model that was last asked for.
func (b *bench) ready(trained int) {
	b.Helper()
	config := b.root.Values.Config
	for _, m := range b.trainer.sent {
		if c, ok := m.(wire.Configure); ok {
			config = c.Config
		}
	}
	b.root.Receive(wire.Ready{Config: config, Trained: trained, Parameters: 12345, Kernel: "plain", Example: "unroll", Trains: true})
}

// render is the page as HTML.
func (b *bench) render() *html.Node {
	b.Helper()
	var out bytes.Buffer
	if err := staticrender.New(&out).Render(b.build()); err != nil {
		b.Fatal(err)
	}
	tree, err := html.Parse(&out)
	if err != nil {
		b.Fatal(err)
	}
	return tree
}

func (b *bench) build() *vugu.BuildResults { return b.env.RunBuild(b.root) }

// fire has an element's listener called, as the browser would.
func (b *bench) fire(id, event string, props map[string]interface{}) *fakeEvent {
	b.Helper()
	e := &fakeEvent{summary: props}
	results := b.build()
	found := false
	var visit func(n *vugu.VGNode)
	visit = func(n *vugu.VGNode) {
		if n.Component != nil {
			for _, out := range results.ResultFor(n.Component).Out {
				visit(out)
			}
		}
		if attributeOf(n.Attr, "id") == id {
			for _, s := range n.DOMEventHandlerSpecList {
				if s.EventType == event && attributeOf(n.Attr, "disabled") == "" {
					found = true
					s.Func(e)
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
	}
	visit(results.Out.Out[0])
	if !found {
		b.Fatalf("nothing listens to %s on #%s", event, id)
	}
	return e
}

// set changes a control's value, as a reader does.
func (b *bench) set(id, event, value string) {
	b.Helper()
	b.fire(id, event, map[string]interface{}{"target": map[string]interface{}{"value": value}})
}

func attributeOf(list []vugu.VGAttribute, key string) string {
	for _, a := range list {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// text is everything that an element says.
func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(text(c))
	}
	return b.String()
}

// byID finds an element.
func (b *bench) byID(id string) *html.Node {
	b.Helper()
	n := search(b.render(), func(n *html.Node) bool { return get(n, "id") == id })
	if n == nil {
		b.Fatalf("there is no #%s", id)
	}
	return n
}

func search(n *html.Node, match func(*html.Node) bool) *html.Node {
	if n.Type == html.ElementNode && match(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := search(c, match); found != nil {
			return found
		}
	}
	return nil
}

func get(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if strings.EqualFold(a.Key, key) {
			return a.Val
		}
	}
	return ""
}

func defaultConfig(task string) train.Config { return setting.Default(task).Config }

// report is that of so many pairs, of which some are right, and of a hundred tokens.
func report(pairs, exact int, tokens float64) *measure.Report {
	return &measure.Report{Overall: measure.Tally{Pairs: pairs, Exact: exact, Right: int(100 * tokens), Tokens: 100}}
}

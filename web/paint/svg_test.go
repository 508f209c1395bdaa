package paint

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"unroll/core/trace"
	"unroll/web/say"
	"unroll/web/scene"
	"unroll/web/scene/scenetest"
)

var refresh = flag.Bool("update", false, "write the golden files anew")

// TestGolden holds both films, of both cells, at their start, middle and end, to the files in
// testdata: English and Portuguese, on a phone and on a desk.
func TestGolden(t *testing.T) {
	for _, s := range scene.Films() {
		for _, c := range []struct {
			cell  string
			text  *say.Catalogue
			width float64
		}{
			{"gru", &say.English, 1200}, {"gru", &say.Portuguese, 360}, {"lstm", &say.English, 360}, {"lstm", &say.Portuguese, 1200},
		} {
			spec := scenetest.Words()
			spec.Model.Cell = c.cell
			f, err := scene.New(s.ID, scenetest.Run(spec), scene.Options{Width: c.width, Text: c.text})
			if err != nil {
				t.Fatal(err)
			}
			for name, at := range map[string]float64{"start": 0, "middle": f.Duration() * .6, "end": f.Duration()} {
				file := fmt.Sprintf("%s-%s-%s-%g-%s.svg", s.ID, c.cell, c.text.Tag, c.width, name)
				t.Run(file, func(t *testing.T) { golden(t, file, SVG(f.Picture(at))) })
			}
		}
	}
}

// TestGoldenFamily holds the unrolled film of other kinds of model, at the moment of its poster and on the
// way to it.
func TestGoldenFamily(t *testing.T) {
	for _, c := range []struct {
		name  string
		model trace.Model
		text  *say.Catalogue
		width float64
	}{
		{"both", trace.Model{Encoder: "both", Bridge: "dense"}, &say.English, 1200},
		{"reversed-residual", trace.Model{Cell: "rnn", Encoder: "reversed", Layers: 3, Residual: true, Attention: "dot"}, &say.English, 1200},
		{"every", trace.Model{Cell: "lstm", Layers: 2, Feed: "every", Attention: "none"}, &say.Portuguese, 768},
		{"bahdanau", trace.Model{Encoder: "both", Bridge: "zero", Attention: "bahdanau"}, &say.Portuguese, 360},
		{"feeding", trace.Model{Layers: 2, Attention: "additive", InputFeeding: true}, &say.English, 768},
		{"everything", trace.Model{Cell: "lstm", Layers: 3, Residual: true, Encoder: "both", Bridge: "dense", Feed: "every", InputFeeding: true}, &say.English, 360},
	} {
		spec := scenetest.Words().With(c.model)
		spec.Hidden = 12
		f, err := scene.New("unrolled", scenetest.Run(spec), scene.Options{Width: c.width, Text: c.text})
		if err != nil {
			t.Fatal(err)
		}
		for moment, at := range map[string]float64{"middle": f.Duration() * .55, "poster": f.Poster()} {
			file := fmt.Sprintf("unrolled-%s-%s-%g-%s.svg", c.name, c.text.Tag, c.width, moment)
			t.Run(file, func(t *testing.T) { golden(t, file, SVG(f.Picture(at))) })
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	path := filepath.Join("testdata", name)
	if *refresh {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	was, is := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(was), len(is)) {
		if was[i] != is[i] {
			t.Fatalf("line %d was\n%s\nand is\n%s\n(go test ./web/paint -update writes it anew)", i+1, was[i], is[i])
		}
	}
	t.Fatalf("%d lines were, %d are", len(was), len(is))
}

// TestForeignText puts markup, control characters and broken UTF-8 where a person's input goes: the
// file stays XML, holds no element but ours, and says the text, or U+FFFD for what XML cannot say.
func TestForeignText(t *testing.T) {
	nasty := []string{"<script>alert(1)</script>", `"><image href=x onerror="y">`, "&amp;", "]]>", "a\x00b\x1fc", "\xff\xfe", "\ufffe", "--><!--", "'"}
	for _, s := range scene.Films() {
		run := scenetest.Run(scenetest.Spec{Source: nasty, Target: nasty, Trained: 1})
		f, err := scene.New(s.ID, run, scene.Options{Width: 1600})
		if err != nil {
			t.Fatal(err)
		}
		file := SVG(f.Picture(f.Duration()))
		allowed := map[string]bool{"svg": true, "title": true, "desc": true, "style": true, "rect": true, "circle": true, "text": true, "path": true}
		d := xml.NewDecoder(bytes.NewReader(file))
		var said strings.Builder
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", s.ID, err)
			}
			switch e := token.(type) {
			case xml.StartElement:
				if !allowed[e.Name.Local] {
					t.Errorf("%s: an element %q got in", s.ID, e.Name.Local)
				}
				for _, a := range e.Attr {
					if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") || a.Name.Local == "href" {
						t.Errorf("%s: an attribute %q got in", s.ID, a.Name.Local)
					}
				}
			case xml.CharData:
				said.Write(e)
			}
		}
		for _, want := range []string{nasty[0], nasty[1], nasty[2], nasty[3], "a\ufffdb\ufffdc", "\ufffd\ufffd", nasty[7]} {
			if !strings.Contains(said.String(), want) {
				t.Errorf("%s: %q is not said", s.ID, want)
			}
		}
	}
}

func BenchmarkPaint(b *testing.B) {
	date := strings.Split("Wednesday, 24 September 2025", "")
	f, err := scene.New("unrolled", scenetest.Run(scenetest.Spec{Source: date, Target: strings.Split("2025-09-24", ""), Hidden: 64, Trained: 1}), scene.Options{Width: 1200})
	if err != nil {
		b.Fatal(err)
	}
	var p Painter
	var pic scene.Picture
	at := f.Poster() - 2
	b.ReportAllocs()
	for b.Loop() {
		at += 1.0 / 60
		if at > f.Duration() {
			at = f.Poster() - 2
		}
		pic.Shapes = f.Append(pic.Shapes[:0], at)
		p.Paint(pic, nothing{})
	}
	b.ReportMetric(float64(len(pic.Shapes)), "shapes")
}

// nothing is a canvas that costs nothing.
type nothing struct{}

func (nothing) Insert(int, string)      {}
func (nothing) Remove(int)              {}
func (nothing) Move(int, int)           {}
func (nothing) Set(int, string, string) {}
func (nothing) Clear(int, string)       {}
func (nothing) Text(int, string)        {}
func (nothing) Flush()                  {}

func BenchmarkSVG(b *testing.B) {
	f, err := scene.New("unrolled", scenetest.Run(scenetest.Reverse("abcdefgh")), scene.Options{Width: 1200})
	if err != nil {
		b.Fatal(err)
	}
	pic := f.Picture(f.Poster())
	b.ReportAllocs()
	for b.Loop() {
		SVG(pic)
	}
}

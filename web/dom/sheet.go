package dom

import (
	"fmt"
	"slices"

	"github.com/vugu/vugu"
)

// sheet is a <style> or a <link> that components brought with them. A style becomes a constructed
// style sheet, which a strict style-src does not forbid; a link becomes an element of the head, or
// of the shadow root that the mount is in.
type sheet struct {
	number     uint32
	text       string
	attributes []vugu.VGAttribute
	link       bool
}

func (s *sheet) same(t *sheet) bool {
	return s.link == t.link && s.text == t.text && slices.Equal(s.attributes, t.attributes)
}

// style makes the style sheets of the document those that this build asks for, each once however
// many components bring it.
func (d *differ) style(wanted []*vugu.VGNode) {
	if len(wanted) == 0 && len(d.sheets) == 0 {
		return
	}
	var now []*sheet
	for _, v := range wanted {
		s, err := parseSheet(v)
		if err != nil {
			d.fail(err)
			continue
		}
		if slices.ContainsFunc(now, s.same) {
			continue
		}
		if i := slices.IndexFunc(d.sheets, s.same); i >= 0 {
			s = d.sheets[i]
		} else {
			d.sheetNext++
			s.number = d.sheetNext
			d.adopt(s)
		}
		now = append(now, s)
	}
	for _, s := range d.sheets {
		if !slices.Contains(now, s) {
			d.op(opUnsheet, s.number)
		}
	}
	d.sheets = now
}

func (d *differ) adopt(s *sheet) {
	if !s.link {
		media, _ := value(s.attributes, "media")
		d.op(opSheet, s.number)
		d.string(media)
		d.string(s.text)
		return
	}
	names := make([]uint32, len(s.attributes))
	for i, a := range s.attributes {
		names[i] = d.name(a.Key)
	}
	d.op(opLink, s.number, uint32(len(names)))
	for i, a := range s.attributes {
		d.word(names[i])
		d.string(a.Val)
	}
}

func parseSheet(v *vugu.VGNode) (*sheet, error) {
	s := &sheet{attributes: v.Attr, link: v.Data == "link"}
	if v.Type != vugu.ElementNode || !s.link && v.Data != "style" {
		return nil, fmt.Errorf("dom: <%s> in BuildOut.CSS is neither style nor link", v.Data)
	}
	for c := v.FirstChild; c != nil; c = c.NextSibling {
		s.text += c.Data
	}
	return s, nil
}

package page

import (
	"errors"
	"strings"

	"unroll/web/say"
	"unroll/web/wire"
)

// A link can have a model in it: behind modelMark in its fragment, which no server ever sees, stand the
// quantised weights as SaveWeights gives them, deflated, in the alphabet of base64url (RFC 4648, § 5).
// What comes out of a link is bytes, until the trainer has read them as a checkpoint.
const modelMark = "model="

const (
	// longestLink is the most characters of an address that browsers take and show.
	longestLink = 1 << 16
	// largestModel bounds what a link may unfold to, in bytes: far above what fits into one.
	largestModel = 1 << 21
)

var errDamagedLink = errors.New("page: the model in the link is no base64url")

// cutModel takes the model out of a fragment. Hosts that embed pages put secrets of theirs behind a
// further "#?", so that the model ends at the first character of another kind.
func cutModel(fragment string) (rest string, deflated []byte, err error) {
	at := strings.Index(fragment, modelMark)
	if at < 0 || at > 0 && !strings.Contains("#?&", fragment[at-1:at]) {
		return fragment, nil, nil
	}
	end := at + len(modelMark)
	from := end
	for end < len(fragment) && strings.IndexByte("#?&", fragment[end]) < 0 {
		end++
	}
	rest = fragment[:max(at-1, 0)] + fragment[end:]
	if end-from > longestLink {
		return rest, nil, errDamagedLink
	}
	deflated, ok := unarmour(fragment[from:end])
	if !ok || len(deflated) == 0 {
		return rest, nil, errDamagedLink
	}
	return rest, deflated, nil
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// armour is b in base64url without padding. (Package encoding/base64 would cost the page three times the
// bytes.)
func armour(b []byte) string {
	out := make([]byte, 0, (len(b)*4+2)/3)
	bits, held := 0, 0 // the lowest bits of held are still to be written
	for _, c := range b {
		held, bits = held<<8|int(c), bits+8
		for ; bits >= 6; bits -= 6 {
			out = append(out, alphabet[held>>(bits-6)&63])
		}
	}
	if bits > 0 {
		out = append(out, alphabet[held<<(6-bits)&63])
	}
	return string(out)
}

// unarmour is what armour was given. It takes nothing that armour does not write.
func unarmour(text string) (b []byte, ok bool) {
	bits, held := 0, 0
	for i := range len(text) {
		digit := strings.IndexByte(alphabet, text[i])
		if digit < 0 {
			return nil, false
		}
		if held, bits = held<<6|digit, bits+6; bits >= 8 {
			bits -= 8
			b = append(b, byte(held>>bits))
		}
		held &= 1<<bits - 1
	}
	return b, bits < 6 && held == 0
}

// follow opens the model in the page's fragment; otherwise, or if it cannot be read, it calls instead.
func (c *Root) follow(instead func()) {
	rest, deflated, err := cutModel(c.Host.Fragment())
	if deflated == nil && err == nil {
		instead()
		return
	}
	// It is not opened again by a reload, which finds the model as it has been trained since.
	c.Host.SetFragment(rest)
	lost := func() {
		instead()
		c.lament(BadLink)
	}
	if err != nil {
		lost()
		return
	}
	c.Host.Inflate(deflated, largestModel, func(checkpoint []byte) {
		if checkpoint == nil {
			lost()
			return
		}
		c.furnish(c.Values.Config, func(data []byte) {
			c.ask(request{values: c.Values, origin: Yours, then: Opened, loaded: true, linked: true},
				wire.Load{Checkpoint: checkpoint, Data: data})
		})
	})
}

// Navigate is to be called when the page's fragment has changed.
func (c *Root) Navigate() { c.follow(func() {}) }

// share makes a link of the quantised model.
func (c *Root) share(m wire.Saved) {
	c.Host.Deflate(m.Checkpoint, func(deflated []byte) {
		address := c.Host.Link(c.query) + "#" + modelMark + armour(deflated)
		if len(address) > longestLink {
			c.Notice = Notice{Code: LongLink, Step: len(address)}
			return
		}
		c.Shared.show(c.Host, address)
	})
}

// Link is an address that is shown to be copied.
type Link struct {
	Address string // empty until it is asked for
	Copied  bool   // the browser has copied it

	id string // of the field that shows it
}

// show puts the address into its field, selected, and copies it if the browser lets it.
func (l *Link) show(h Host, address string) {
	l.Address = address
	h.Render()
	h.Frame(func(float64) { h.Select(l.id) })
	h.Copy(address, func(ok bool) {
		l.Copied = ok
		h.Render()
	})
}

// LinkBox shows a Link.
type LinkBox struct {
	Text  *say.Catalogue
	Link  *Link
	Label string
	Help  string
}

func (c *LinkBox) copied() string {
	if c.Link.Copied {
		return c.Text.Page.Film.Copied
	}
	return c.Text.Page.Film.CopyByHand
}

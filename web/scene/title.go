package scene

import "strings"

const (
	titleRoom    = 48.0 // a film's title and the line under it
	subtitleLine = 15.0 // from that line to the next, where there are several
)

// titleRoomFor is the room that a title takes with so many lines under it.
func titleRoomFor(lines int) float64 { return titleRoom + subtitleLine*float64(lines-1) }

// subtitle breaks what stands under a film's title into lines of at most a width.
func subtitle(parts []string, width float64) []string {
	return wrap(strings.Join(parts, ", "), width, 12)
}

// titles writes a title and the lines under it, each shortened to a width.
func (b brush) titles(x, width float64, title string, under []string) {
	sh := b.text("title", Frame, x, 24, 16, fit(title, width, 16, true))
	sh.Bold, sh.Anchor = true, -1
	name := "subtitle"
	for i, line := range under {
		if i > 0 {
			name = key("subtitle", i)
		}
		b.text(name, Muted, x, 40+subtitleLine*float64(i), 12, fit(line, width, 12, false)).Anchor = -1
	}
}

package page

// Key moves the film as the keys of a video player do, and reports whether it knows the key.
func (p *Player) Key(key string, shift bool) bool {
	switch {
	case p.Film == nil:
		return false
	case key == " ":
		p.Toggle()
	case key == "ArrowLeft" && shift:
		p.Nudge(-smallStep)
	case key == "ArrowRight" && shift:
		p.Nudge(smallStep)
	case key == "ArrowLeft":
		p.Back()
	case key == "ArrowRight":
		p.Forward()
	case key == ",":
		p.Nudge(-frameStep)
	case key == ".":
		p.Nudge(frameStep)
	case key == "Home":
		p.Seek(0)
	case key == "End":
		p.Seek(p.Film.Duration())
	case key == "Enter":
		p.Enter()
	default:
		return false
	}
	return true
}

// LookKey goes from cell to cell while one is looked at, and reports whether it knows the key.
func (p *Player) LookKey(key string) bool {
	if p.Inspected == "" {
		return false
	}
	switch key {
	case "ArrowLeft":
		p.Look(-1, 0)
	case "ArrowRight":
		p.Look(1, 0)
	case "ArrowUp":
		p.Look(0, -1)
	case "ArrowDown":
		p.Look(0, 1)
	case "Escape":
		p.Leave()
	default:
		return false
	}
	return true
}

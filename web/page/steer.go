package page

// What a reader does with the film: every button, key and drag of the slider comes down to these.

func (p *Player) Toggle() {
	if p.Film == nil {
		return
	}
	p.Playing, p.until = !p.Playing, 0
	if p.Playing && p.T >= p.Film.Duration()-edge {
		p.T = 0
	}
	p.move()
}

func (p *Player) Pause() { p.Playing, p.until = false, 0 }

func (p *Player) Seek(t float64) {
	if p.Film == nil {
		return
	}
	p.T, p.until = min(max(t, 0), p.Film.Duration()), 0
	p.move()
}

func (p *Player) Forward() {
	if p.Film == nil {
		return
	}
	if p.until > 0 {
		p.T = p.until
	}
	p.Playing = false
	target := p.stop(p.Beat())
	if p.T >= target-edge {
		target = p.stop(p.Beat() + 1)
	}
	if p.Host.ReducedMotion() {
		p.Seek(target)
		return
	}
	p.until = target
	p.move()
}

func (p *Player) Back() {
	if p.Film == nil {
		return
	}
	p.Playing = false
	if beat := p.Beat(); beat > 0 {
		p.Seek(p.stop(beat - 1))
	} else {
		p.Seek(0)
	}
}

func (p *Player) Nudge(seconds float64) {
	p.Playing = false
	p.Seek(p.T + seconds)
}

func (p *Player) move() {
	p.clock = 0
	p.ask()
	p.Host.Render()
	if !p.Playing && p.until == 0 {
		p.settled()
	}
}

func (p *Player) Beat() int {
	if p.Film == nil {
		return 0
	}
	return p.Film.BeatAt(p.T)
}

func (p *Player) stop(beat int) float64 {
	last := len(p.Film.Beats) - 1
	if beat >= last {
		return p.Film.Duration()
	}
	b := p.Film.Beats[beat]
	return b.Start + max(b.Length-edge, 0)
}

package page

// The buttons' signs, as paths on a field of 24 by 24.
const (
	playIcon    = "M7 4.5v15L19.5 12z"
	pauseIcon   = "M6.5 5h4v14h-4zM13.5 5h4v14h-4z"
	backIcon    = "M17 5v14L8 12zM5 5h2.5v14H5z"
	forwardIcon = "M7 5v14l9-7zM16.5 5H19v14h-2.5z"
	loopIcon    = "M17 3.5l4 3.5-4 3.5V8H8a3 3 0 0 0-3 3v1.5H3V11a5 5 0 0 1 5-5h9zM7 20.5L3 17l4-3.5V16h9a3 3 0 0 0 3-3v-1.5h2V13a5 5 0 0 1-5 5H7z"
	fileIcon    = "M12 3l5 5h-3.5v7h-3V8H7zM4 14h2.5v4.5h11V14H20v7H4z"
)

func (c *Transport) playIcon() string {
	if c.Player.Playing {
		return pauseIcon
	}
	return playIcon
}

// ariaBool is a boolean as aria attributes have it, where "false" is not the same as nothing.
func ariaBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

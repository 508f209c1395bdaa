package assembler

// unsigned appends x in LEB128, seven bits a byte, the lowest first (§ 5.2.2).
func unsigned(b []byte, x uint32) []byte {
	for x >= 0x80 {
		b = append(b, byte(x)|0x80)
		x >>= 7
	}
	return append(b, byte(x))
}

// signed appends x in signed LEB128.
func signed(b []byte, x int32) []byte {
	for {
		low := byte(x & 0x7f)
		x >>= 7
		if x == 0 && low&0x40 == 0 || x == -1 && low&0x40 != 0 {
			return append(b, low)
		}
		b = append(b, low|0x80)
	}
}

// text appends a name: its length and its bytes.
func text(b []byte, s string) []byte {
	return append(unsigned(b, uint32(len(s))), s...)
}

// sized appends content behind its length.
func sized(b, content []byte) []byte {
	return append(unsigned(b, uint32(len(content))), content...)
}

package own

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decode returns the text of a file as UTF-8, and what it was encoded in: nothing, if the file is no
// text. What cannot be decoded is left as bytes that are no UTF-8, for a reader of lines to find.
func decode(data []byte) (text, encoding string) {
	text = string(data)
	switch {
	case strings.HasPrefix(text, "\ufeff"):
		return text[len("\ufeff"):], "utf-8"
	case strings.HasPrefix(text, "\xff\xfe"):
		return wide(text[2:], 1), "utf-16"
	case strings.HasPrefix(text, "\xfe\xff"):
		return wide(text[2:], 0), "utf-16"
	case strings.IndexByte(text, 0) >= 0, strings.HasPrefix(text, "%PDF-"):
		return "", ""
	case western(text):
		return windows1252(text), "windows-1252"
	}
	return text, "utf-8"
}

// wide decodes UTF-16 whose units have their high byte first or second, as high is 0 or 1. Half of a
// surrogate pair, and half of a unit, become a byte that is no UTF-8.
func wide(s string, high int) string {
	text := make([]byte, 0, len(s)+len(s)/2)
	lead := rune(0) // the first half of a pair, if one came before
	for i := 0; i+1 < len(s); i += 2 {
		r := rune(s[i+high])<<8 | rune(s[i+1-high])
		if lead != 0 {
			if whole := utf16.DecodeRune(lead, r); whole != utf8.RuneError {
				text = utf8.AppendRune(text, whole)
				lead = 0
				continue
			}
			text = append(text, 0xff)
			lead = 0
		}
		if utf16.IsSurrogate(r) {
			lead = r
		} else {
			text = utf8.AppendRune(text, r)
		}
	}
	if lead != 0 || len(s)%2 != 0 {
		text = append(text, 0xff)
	}
	return string(text)
}

// western reports whether bytes that are no UTF-8 look like Windows-1252, in which spreadsheets of
// Western Europe and the Americas save: none of them is ever part of UTF-8, few are beyond ASCII, and
// all of those are letters or the usual signs. Cyrillic or Greek of such age has most bytes beyond
// ASCII, and is not guessed.
func western(s string) bool {
	high, letters := 0, 0
	for i, r := range s {
		c := s[i]
		switch {
		case c < utf8.RuneSelf:
			if 'a' <= c|0x20 && c|0x20 <= 'z' {
				letters++
			}
		case r != utf8.RuneError, strings.HasPrefix(s[i:], "\ufffd"), c == 0xff, c < 0xa0 && windows[c-0x80] == 0:
			return false
		default:
			high++
		}
	}
	return high > 0 && high*3 < letters
}

// windows are the characters of Windows-1252 from 0x80 to 0x9f, none where it has none; those from
// 0xa0 on are Unicode's. (https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT)
var windows = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

func windows1252(s string) string {
	text := make([]byte, 0, len(s)+len(s)/8)
	for i := range len(s) {
		r := rune(s[i])
		if 0x80 <= r && r < 0xa0 {
			r = windows[r-0x80]
		}
		text = utf8.AppendRune(text, r)
	}
	return string(text)
}

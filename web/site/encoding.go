package site

import (
	"strconv"
	"strings"
)

// prefersBrotli reads Accept-Encoding (RFC 9110, 12.5.3): whether brotli is acceptable and no worse
// than no compression at all. A header that is missing or damaged means no compression.
func prefersBrotli(headers []string) bool {
	br, identity, rest := -1.0, -1.0, -1.0 // quality, or -1 where nothing is said
	for _, header := range headers {
		for item := range strings.SplitSeq(header, ",") {
			coding, params, _ := strings.Cut(item, ";")
			q, ok := quality(params)
			if !ok {
				continue
			}
			switch strings.ToLower(strings.TrimSpace(coding)) {
			case "br":
				br = q
			case "identity":
				identity = q
			case "*":
				rest = q
			}
		}
	}
	if br < 0 {
		br = rest
	}
	return br > 0 && br >= identity
}

// quality reads the parameters of one coding: "" or "q=" with 0 … 1.
func quality(params string) (q float64, ok bool) {
	params = strings.TrimSpace(params)
	if params == "" {
		return 1, true
	}
	name, value, _ := strings.Cut(params, "=")
	if !strings.EqualFold(strings.TrimSpace(name), "q") {
		return 0, false
	}
	q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	return q, err == nil && q >= 0 && q <= 1
}

package main

import (
	"bytes"
	"fmt"

	"unroll/web/poster"
)

// place is where the page of static/ wants its first picture.
const place = "<!-- poster -->"

// page is static/index.html with the page drawn in as it first looks, so that there is something true
// to look at before the program has arrived.
func page(files map[string][]byte) ([]byte, error) {
	html := files["index.html"]
	if bytes.Count(html, []byte(place)) != 1 {
		return nil, fmt.Errorf("static/index.html needs exactly one %s", place)
	}
	picture, err := poster.HTML(files[firstModel], poster.Options{})
	if err != nil {
		return nil, fmt.Errorf("the first picture: %w", err)
	}
	return bytes.Replace(html, []byte(place), picture, 1), nil
}

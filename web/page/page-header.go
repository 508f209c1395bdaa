package page

import "unroll/web/say"

// PageHeader names the page and lets the reader choose its language.
type PageHeader struct {
	Root *Root
}

// languages are the catalogues that there are.
var languages = []*say.Catalogue{&say.English, &say.Portuguese}

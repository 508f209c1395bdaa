package say

// English is the catalogue of last resort.
var English = Catalogue{Tag: "en", Page: englishPage, Scene: englishScene}

package say

// Portuguese is Brazilian Portuguese.
var Portuguese = Catalogue{Tag: "pt", Page: portuguesePage, Scene: portugueseScene}

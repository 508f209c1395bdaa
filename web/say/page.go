package say

// Page is what the page says.
type Page struct{}

package say

// Scene is what the films say.
type Scene struct{}

// Package godebug stands in for the library's internal/godebug, by which packages ask for the settings in
// the environment variable GODEBUG. A page has no environment, and go.mod asks for none, so that every
// setting is at its default. The library's package, what it keeps count for (runtime/metrics) and what it
// looks for (internal/bisect) are 20 KB of brotli.
package godebug

// Setting is a setting by its name.
type Setting struct{ name string }

// New names a setting. Those that are not documented have a # before their name.
func New(name string) *Setting { return &Setting{name} }

// Name is the setting's name, without the #.
func (s *Setting) Name() string {
	if s.Undocumented() {
		return s.name[1:]
	}
	return s.name
}

// Undocumented reports whether there was a #.
func (s *Setting) Undocumented() bool { return s.name != "" && s.name[0] == '#' }

// Value is empty, which says: the default.
func (s *Setting) Value() string { return "" }

// String is name=value.
func (s *Setting) String() string { return s.Name() + "=" }

// IncNonDefault would count how often something went otherwise than by default.
func (s *Setting) IncNonDefault() {}

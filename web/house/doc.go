// Package house holds the rules of this repository as tests, each with a message that says what to do:
// which room may import which, what must not enter the page's program, that everything is formatted
// and vetted for both targets, that the modules are tidy, and that no raw markup is written.
package house

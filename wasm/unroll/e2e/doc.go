// Package e2e drives the built site in a real Chromium, as a reader does: by the names that the
// controls have for a screen reader, by mouse and by keyboard. It has no code but its tests.
package e2e

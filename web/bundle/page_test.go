package main

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// head is what static/index.html names.
func head(t *testing.T) (page string, names []string) {
	t.Helper()
	text, err := os.ReadFile("../../static/index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, match := range reference.FindAllSubmatch(text, -1) {
		names = append(names, string(match[1]))
	}
	return string(text), names
}

// TestHeadNamesWhatTheLoaderFetches keeps the weighing honest: it goes by the head's list.
func TestHeadNamesWhatTheLoaderFetches(t *testing.T) {
	_, names := head(t)
	loader, err := os.ReadFile("../../static/loader.js")
	if err != nil {
		t.Fatal(err)
	}
	fetched := regexp.MustCompile(`"([a-z_]+\.(?:js|wasm))"`).FindAllSubmatch(loader, -1)
	if len(fetched) < 4 {
		t.Fatalf("the loader fetches %d files only: this test does not read it right", len(fetched))
	}
	for _, match := range fetched {
		if name := string(match[1]); !slices.Contains(names, name) {
			t.Errorf("loader.js fetches %s, which index.html does not preload, so that nobody counts it", name)
		}
	}
}

// TestNothingIsInline: the policy would not run it, or not show it.
func TestNothingIsInline(t *testing.T) {
	page, _ := head(t)
	for what, pattern := range map[string]string{
		"a style element": `<style`, "a style attribute": `\sstyle\s*=`, "a handler": `\son[a-z]+\s*=`,
		"a script": `<script>|<script [^>]*>[^<]`,
	} {
		if found := regexp.MustCompile(pattern).FindString(page); found != "" {
			t.Errorf("index.html has %s inline: %s", what, found)
		}
	}
	if strings.Count(page, place) != 1 {
		t.Errorf("index.html needs exactly one %s", place)
	}
}

package site

import (
	"crypto/sha256"
	"encoding/base64"
	"io"
	"io/fs"
	"sync"
	"time"
)

// tags remembers the entity tag of each file, by its contents, for as long as the file's size and time
// of change stay what they were. The zero value is ready.
type tags struct {
	mu   sync.Mutex
	seen map[string]tagged
}

type tagged struct {
	size    int64
	changed time.Time
	tag     string
}

// of is the strong entity tag of this file, which is left rewound to its start. The first call for a
// file's contents reads it whole; later ones cost a map look-up.
func (t *tags) of(name string, f seekable, info fs.FileInfo) (string, error) {
	t.mu.Lock()
	known, ok := t.seen[name]
	t.mu.Unlock()
	if ok && known.size == info.Size() && known.changed.Equal(info.ModTime()) {
		return known.tag, nil
	}
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return "", err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	tag := `"` + base64.RawURLEncoding.EncodeToString(hash.Sum(nil)[:12]) + `"`
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.seen == nil {
		t.seen = make(map[string]tagged)
	}
	t.seen[name] = tagged{info.Size(), info.ModTime(), tag}
	return tag, nil
}

package wire

// Encode is m in bytes: one byte for its kind, then its fields in the order of their declaration.
func Encode(m Message) []byte {
	c := coder{buf: make([]byte, 1, 64)}
	c.buf[0] = byte(m.kind())
	m.code(&c)
	return c.buf
}

// Decode is the message that Encode made b of. The message keeps parts of b, which is the caller's
// no more. Bytes that are no message give an error that wraps ErrDamaged.
func Decode(b []byte) (Message, error) {
	c := coder{buf: b, reading: true}
	var k byte
	c.byte(&k)
	if c.err == nil && (int(k) >= len(blank) || blank[k] == nil) {
		c.fail("no kind of message")
	}
	if c.err != nil {
		return nil, c.err
	}
	m := blank[k].code(&c)
	if c.err == nil && c.at != len(b) {
		c.fail("bytes left over")
	}
	if c.err != nil {
		return nil, c.err
	}
	return m, nil
}

// kind is a message's first byte.
type kind uint8

const (
	kindConfigure kind = 1 + iota
	kindTrain
	kindPause
	kindStep
	kindReset
	kindRun
	kindSave
	kindLoad
	kindReady
	kindProgress
	kindTrace
	kindUpdate
	kindSaved
	kindFailure
	kindRead
	kindCorpus
	kindRefused
)

// blank is every message with nothing in it, to read one of its kind into.
var blank = [...]Message{
	kindConfigure: Configure{},
	kindTrain:     Train{},
	kindPause:     Pause{},
	kindStep:      Step{},
	kindReset:     Reset{},
	kindRun:       Run{},
	kindSave:      Save{},
	kindLoad:      Load{},
	kindReady:     Ready{},
	kindProgress:  Progress{},
	kindTrace:     Trace{},
	kindUpdate:    Update{},
	kindSaved:     Saved{},
	kindFailure:   Failure{},
	kindRead:      Read{},
	kindCorpus:    Corpus{},
	kindRefused:   Refused{},
}

func (Configure) kind() kind { return kindConfigure }
func (Train) kind() kind     { return kindTrain }
func (Pause) kind() kind     { return kindPause }
func (Step) kind() kind      { return kindStep }
func (Reset) kind() kind     { return kindReset }
func (Run) kind() kind       { return kindRun }
func (Save) kind() kind      { return kindSave }
func (Load) kind() kind      { return kindLoad }
func (Ready) kind() kind     { return kindReady }
func (Progress) kind() kind  { return kindProgress }
func (Trace) kind() kind     { return kindTrace }
func (Update) kind() kind    { return kindUpdate }
func (Saved) kind() kind     { return kindSaved }
func (Failure) kind() kind   { return kindFailure }
func (Read) kind() kind      { return kindRead }
func (Corpus) kind() kind    { return kindCorpus }
func (Refused) kind() kind   { return kindRefused }

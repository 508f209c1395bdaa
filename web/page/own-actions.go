package page

import (
	"strings"

	"github.com/vugu/vugu"

	"unroll/core/own"
	"unroll/core/train"
	"unroll/web/setting"
	"unroll/web/wire"
)

// HandleFiles reads what was dropped or picked.
func (c *Root) HandleFiles(event vugu.DOMEvent) {
	c.Reader.Files(ownFilesID, own.MaxBytes, func(files []own.File, size int) {
		defer c.Host.Render()
		switch {
		case len(files) == 0:
			c.Own.refuse(wire.Refused{Code: unreadable})
		case len(files) > 2:
			c.Own.refuse(wire.Refused{Code: own.BadCount, Got: len(files)})
		default:
			c.readFiles(files, size)
		}
	})
}

// HandlePasted takes what stands in the field, once it is left or read.
func (c *Root) HandlePasted(event vugu.DOMEvent) { c.Own.Pasted = event.PropString("target", "value") }

// HandlePasteKey reads what stands in the field by the keys that send a text elsewhere, too.
func (c *Root) HandlePasteKey(event vugu.DOMEvent) {
	if event.PropString("key") == "Enter" && (event.PropBool("ctrlKey") || event.PropBool("metaKey")) {
		event.PreventDefault()
		c.HandlePasted(event)
		c.HandlePaste(event)
	}
}

// HandlePaste reads what was pasted.
func (c *Root) HandlePaste(event vugu.DOMEvent) {
	c.readFiles([]own.File{{Data: []byte(c.Own.Pasted)}}, len(c.Own.Pasted))
}

// HandleSample reads pairs of ours, as an example.
func (c *Root) HandleSample(event vugu.DOMEvent) {
	c.Own.Pasted = samplePairs()
	c.HandlePaste(event)
}

// HandleCut cuts the pairs otherwise.
func (c *Root) HandleCut(tokens string, merges int) {
	if tokens == "pieces" && merges == 0 {
		merges = own.DefaultMerges
	}
	c.Own.Choice.Tokens, c.Own.Choice.Merges = tokens, merges
	c.readAgain()
}

// HandleSwap makes sources of the targets.
func (c *Root) HandleSwap(event vugu.DOMEvent) {
	c.Own.Choice.Swap = !c.Own.Choice.Swap
	c.readAgain()
}

// HandleStopReading goes back to what was there before.
func (c *Root) HandleStopReading(event vugu.DOMEvent) {
	c.Reader.Stop()
	c.Own.Reading = false
	c.Own.revert()
	c.focus(ownHeadingID)
}

// readFiles reads files of size bytes together, unless that is too much.
func (c *Root) readFiles(files []own.File, size int) {
	if size > own.MaxBytes {
		c.Own.refuse(wire.Refused{Code: own.TooLarge, Got: size, Limit: own.MaxBytes})
		return
	}
	var names []string
	for _, f := range files {
		if f.Name != "" {
			names = append(names, clip(f.Name))
		}
	}
	c.Own.Names = strings.Join(names, ", ")
	c.read(wire.Read{Files: files, Wanted: c.Own.Wanted.Corpus})
}

// readAgain cuts what was read as the controls say: the files if they are still at hand, or else what was
// kept of them.
func (c *Root) readAgain() {
	m := c.Own.read
	if m.Options = c.Own.Choice; len(m.Files) == 0 {
		m.Canonical = c.Own.Corpus.Canonical
	}
	c.read(m)
}

func (c *Root) read(m wire.Read) {
	c.Own.Reading, c.Own.Fault = true, nil
	c.Reader.Read(m, func(answer wire.Message) {
		defer c.Host.Render()
		c.Own.Reading = false
		switch answer := answer.(type) {
		case wire.Corpus:
			c.Own.take(m, &answer)
			c.goOn()
		case wire.Refused:
			c.Own.refuse(answer)
		case wire.Failure:
			code := died
			if answer.Reason == wire.Lost {
				code = unloaded
			}
			c.Own.refuse(wire.Refused{Code: code})
		}
	})
}

// goOn takes up the model that has been waiting for the pairs that were just read, if there is one.
func (c *Root) goOn() {
	m := c.Own.Corpus
	if !c.Own.isWanted(m.Digest) {
		return
	}
	c.Reader.Keep(*m)
	if c.Course.IsReady() && c.Values.Config == c.Own.Wanted.Config {
		c.rejoin()
		return
	}
	v := c.Own.Wanted
	c.Own.Wanted = setting.Values{}
	c.make(v, false)
}

// lacksPairs reports whether the model on screen learns pairs that are not here.
func (c *Root) lacksPairs() bool {
	return c.Course.IsReady() && c.Course.Ready.Config.Task == train.Own && !c.Course.Ready.Trains
}

// reunite looks for the corpus of a model that came without, from a file for one.
func (c *Root) reunite(m wire.Ready) {
	if m.Config.Task == train.Own {
		c.recall(m.Config.Corpus)
	}
	if m.Trains || !train.HasData(m.Config.Task) {
		return
	}
	c.furnish(m.Config, func(data []byte) {
		switch {
		case data != nil:
			c.rejoin()
		case m.Config.Task == train.Own:
			c.Own.Wanted, c.Own.Open = c.Values, true
			c.Host.Render()
		}
	})
}

// rejoin gives the model on screen, which could only be run, the pairs that it learns.
func (c *Root) rejoin() {
	c.Own.Wanted = setting.Values{}
	c.Own.joining = true
	c.Trainer.Send(wire.Save{})
}

// joined is the state of that model.
func (c *Root) joined(checkpoint []byte) {
	c.Own.joining = false
	c.furnish(c.Values.Config, func(data []byte) {
		c.ask(request{values: c.Values, origin: c.Course.Origin, same: true, loaded: true, data: data}, wire.Load{Checkpoint: checkpoint, Data: data})
	})
}

// HandleLearn trains a model on the pairs.
func (c *Root) HandleLearn(event vugu.DOMEvent) {
	m := c.Own.Corpus
	if m.Packed != nil {
		c.Reader.Keep(*m)
	}
	v := c.Draft
	if v.Task != train.Own {
		v.Config = setting.Default(train.Own).Config
	}
	v.Corpus = m.Digest
	v.Agree()
	c.Own.Open, c.Own.Wanted = false, setting.Values{}
	c.focus("train")
	c.make(v, true)
}

// HandleSavePairs hands out the pairs as they are kept.
func (c *Root) HandleSavePairs(event vugu.DOMEvent) {
	c.Host.Download("unroll-pairs-"+c.Own.Corpus.Digest+".tsv", "text/tab-separated-values", c.Own.Corpus.Canonical)
}

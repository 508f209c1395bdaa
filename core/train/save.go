package train

import (
	"fmt"
	"strconv"
	"strings"

	"unroll/core/checkpoint"
	"unroll/core/corpus"
	"unroll/core/layer"
	"unroll/core/optim"
)

// A checkpoint is a safetensors file. Its tensors are the model's parameters under PyTorch's names
// and, where training is to go on, what the optimiser remembers of each, as in "adam.m.out.w"; its
// metadata are the configuration, the vocabularies, where the random streams stand and how many updates
// the optimiser has made.
const format = "unroll/1"

// Save returns the whole state of the run: going on from it is bit for bit the run that never stopped.
func (s *Session) Save() []byte {
	f := s.weightsFile()
	f.Metadata["updates"] = strconv.Itoa(s.optimiser.Steps())
	f.Metadata["stream.data"] = state(s.pcgData)
	f.Metadata["stream.forcing"] = state(s.pcgForcing)
	at := 0
	for _, p := range s.model.Params.Params {
		end := at + p.Len()
		for _, b := range s.optimiser.State() {
			f.Tensors = append(f.Tensors, checkpoint.Tensor{Name: s.remembered(b, p), Shape: p.Shape, Data: b.Data[at:end]})
		}
		at = end
	}
	return checkpoint.Encode(f)
}

// remembered is the name of the tensor of what the optimiser remembers of a parameter.
func (s *Session) remembered(b optim.Buffer, p *layer.Param) string {
	return s.optimiser.Name() + "." + b.Name + "." + p.Name
}

// SaveWeights returns the model alone, quantised: what a page is delivered, at about a byte a number.
func (s *Session) SaveWeights() []byte { return checkpoint.Quantise(s.weightsFile()) }

func (s *Session) weightsFile() *checkpoint.File {
	f := &checkpoint.File{Metadata: map[string]string{
		"format": format,
		"step":   strconv.Itoa(s.trained),
		"source": strings.Join(s.task.Source().Texts(), "\n"),
		"target": strings.Join(s.task.Target().Texts(), "\n"),
	}}
	s.config.write(f.Metadata)
	if HasData(s.config.Task) {
		remember(s.task, f.Metadata)
	}
	for _, p := range s.model.Params.Params {
		f.Tensors = append(f.Tensors, checkpoint.Tensor{Name: p.Name, Shape: p.Shape, Data: p.Value})
	}
	return f
}

// Load returns the run that a checkpoint holds. One without an optimiser, as SaveWeights writes it,
// begins with a fresh one. The errors say what is wrong with the file. The run computes in plain Go.
func Load(b []byte) (*Session, error) { return LoadWith(Means{}, b) }

// LoadWith is Load with these means. A run goes on bit for bit only by the Ops that it began with. Without
// the file of a task that has one, the session can be run, but does not train.
func LoadWith(m Means, b []byte) (*Session, error) {
	f, err := checkpoint.Decode(b)
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	if got := f.Metadata["format"]; got != format {
		return nil, fmt.Errorf("train: this safetensors file is not one of Unroll's: its format is %q, not %q", got, format)
	}
	var c Config
	if err := c.read(f.Metadata); err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	var task *corpus.Task
	if m.Data == nil && HasData(c.Task) {
		task, err = recall(c.Task, f)
	} else {
		task, err = c.task(m.Data)
	}
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	s, err := blank(m, c, task)
	if err != nil {
		return nil, fmt.Errorf("train: the checkpoint's configuration: %w", err)
	}
	if err := s.restore(f); err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	return s, nil
}

func (s *Session) restore(f *checkpoint.File) error {
	for _, v := range []struct {
		side       string
		vocabulary *corpus.Vocabulary
	}{{"source", s.task.Source()}, {"target", s.task.Target()}} {
		if f.Metadata[v.side] != strings.Join(v.vocabulary.Texts(), "\n") {
			return fmt.Errorf("the checkpoint's %s vocabulary is not that of the task %s", v.side, s.config.Task)
		}
	}
	var err error
	if s.trained, err = count(f, "step"); err != nil {
		return err
	}
	tensors := make(map[string]checkpoint.Tensor, len(f.Tensors))
	for _, t := range f.Tensors {
		tensors[t.Name] = t
	}
	_, resumes := f.Metadata["updates"]
	expected := 0
	take := func(name string, shape []int, to []float32) error {
		expected++
		t, ok := tensors[name]
		if !ok {
			return fmt.Errorf("the checkpoint lacks the tensor %s", name)
		}
		if fmt.Sprint(t.Shape) != fmt.Sprint(shape) {
			return fmt.Errorf("the checkpoint's %s has shape %v; the configuration asks for %v", name, t.Shape, shape)
		}
		copy(to, t.Data)
		return nil
	}
	at := 0
	for _, p := range s.model.Params.Params {
		end := at + p.Len()
		if err := take(p.Name, p.Shape, p.Value); err != nil {
			return err
		}
		if resumes {
			for _, b := range s.optimiser.State() {
				if err := take(s.remembered(b, p), p.Shape, b.Data[at:end]); err != nil {
					return err
				}
			}
		}
		at = end
	}
	if len(tensors) != expected {
		return fmt.Errorf("the checkpoint has %d tensors; the configuration asks for %d", len(tensors), expected)
	}
	if !resumes {
		return nil
	}
	updates, err := count(f, "updates")
	if err != nil {
		return err
	}
	s.optimiser.SetSteps(updates)
	if err := restore(s.pcgData, f.Metadata["stream.data"]); err != nil {
		return err
	}
	return restore(s.pcgForcing, f.Metadata["stream.forcing"])
}

// count reads a whole number that is not negative from the metadata.
func count(f *checkpoint.File, name string) (int, error) {
	n, err := strconv.Atoi(f.Metadata[name])
	if err != nil || n < 0 {
		return 0, fmt.Errorf("the checkpoint's %s is %q, which is no count", name, f.Metadata[name])
	}
	return n, nil
}

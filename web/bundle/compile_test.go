package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// inNode runs a program in Node and gives what it says until it crashes.
func inNode(t *testing.T, module []byte) string {
	t.Helper()
	goroot, err := goEnv("GOROOT")
	if err != nil {
		t.Fatal(err)
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("Node is not installed, and the program must run there: apt-get install nodejs")
	}
	file := filepath.Join(t.TempDir(), "program.wasm")
	if err := os.WriteFile(file, module, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, filepath.Join(goroot, "lib/wasm/wasm_exec_node.js"), file)
	said, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	if code := cmd.ProcessState.ExitCode(); code != 2 {
		t.Errorf("exit code %d, where a Go program that crashes has 2", code)
	}
	return string(said)
}

// What a traceback says of a call beside its function: the arguments, the file and the line. The number
// of a goroutine is chance.
var (
	arguments = regexp.MustCompile(`(?m)^(main\.\w+)\(.*\)$`)
	line      = regexp.MustCompile(`(?m)^\t.*:\d+ `)
	goroutine = regexp.MustCompile(`goroutine \d+`)
)

// TestSmallProgramsBehaveAsPlainOnes runs one that needs much of the runtime, built in both ways.
func TestSmallProgramsBehaveAsPlainOnes(t *testing.T) {
	const program = "./shrink/testdata/sturdy"
	plain, err := compile(program, true)
	if err != nil {
		t.Fatal(err)
	}
	small, err := compile(program, false)
	if err != nil {
		t.Fatal(err)
	}
	if len(small) > len(plain)*2/3 {
		t.Errorf("of %d bytes %d are left", len(plain), len(small))
	}
	says, want := inNode(t, small), inNode(t, plain)
	if !regexp.MustCompile(`main\.crash\(0x\w+\)\n\t.*main\.go:\d+ `).MatchString(want) {
		t.Errorf("the plain program's crash tells no lines:\n%s", want)
	}
	for _, part := range []string{"main.crash()\n\t?:0 +0x", "created by main.main", "the last words", "main.callers[...].func1", "timers: 43210\n"} {
		if !strings.Contains(says, part) {
			t.Errorf("it does not say %q:\n%s", part, says)
		}
	}
	want = line.ReplaceAllString(arguments.ReplaceAllString(want, "$1()"), "\t?:0 ")
	if goroutine.ReplaceAllString(says, "goroutine") != goroutine.ReplaceAllString(want, "goroutine") {
		t.Errorf("the small program says\n%s\nand the plain one\n%s", says, want)
	}
}

func TestMistakesOfProgramsAreTold(t *testing.T) {
	if _, err := compile("./testdata/nothing", false); err == nil || !strings.Contains(err.Error(), "testdata/nothing") {
		t.Errorf("the error is %v", err)
	}
}

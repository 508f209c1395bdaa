package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// output runs a command in a folder and gives what it printed. What it says besides is shown when it fails.
func output(ctx context.Context, dir string, env []string, command ...string) (string, error) {
	cmd, out := prepare(ctx, dir, env, command)
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err != nil {
		return out.String(), fmt.Errorf("%s: %w\n%s%s", strings.Join(command, " "), err, out.String(), said.String())
	}
	return out.String(), nil
}

// prepare is a command that is interrupted, not killed, when the race is, so that it closes its browser.
func prepare(ctx context.Context, dir string, env, command []string) (*exec.Cmd, *bytes.Buffer) {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 10 * time.Second
	out := new(bytes.Buffer)
	cmd.Stdout = out
	return cmd, out
}

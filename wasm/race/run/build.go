package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
)

// buildContestant puts our contestant into a folder that a web server can serve; root is the repository.
func buildContestant(ctx context.Context, root, folder string) error {
	program, err := filepath.Abs(filepath.Join(folder, "race.wasm"))
	if err != nil {
		return err
	}
	if _, err := output(ctx, root, []string{"GOOS=js", "GOARCH=wasm"}, "go", "build", "-o", program, "./wasm/race"); err != nil {
		return err
	}
	goroot, err := output(ctx, root, nil, "go", "env", "GOROOT")
	if err != nil {
		return err
	}
	for _, file := range []string{
		filepath.Join(strings.TrimSpace(goroot), "lib", "wasm", "wasm_exec.js"),
		filepath.Join(root, "static", "kernel.js"),
		filepath.Join(root, "wasm", "simd", "trampoline.wasm"), filepath.Join(root, "wasm", "simd", "kernels.wasm"),
		filepath.Join(root, "wasm", "race", "adapter.mjs"), filepath.Join(root, "wasm", "race", "seeded.mjs"),
	} {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(file)), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// Links the SIMD kernels to the program. The program imports a trampoline, which needs no SIMD and is
// there first; the kernels need the program's memory and come last, and put themselves into the
// trampoline's table. In a browser without SIMD the kernels are left out, and the program, which asks
// the trampoline, does its arithmetic in Go.
"use strict";

// The bytes of kernels.wasm as a module, or null where the browser cannot run them.
globalThis.unrollCompileKernels = async (bytes) =>
  WebAssembly.validate(bytes) ? WebAssembly.compile(bytes) : null;

// An instance of the program, ready for go.run. The modules are compiled; kernels may be null.
globalThis.unrollLink = async (go, program, trampoline, kernels) => {
  const { exports: kernel } = await WebAssembly.instantiate(trampoline);
  const instance = await WebAssembly.instantiate(program, { ...go.importObject, kernel });
  if (kernels) {
    await WebAssembly.instantiate(kernels, { host: { memory: instance.exports.mem, table: kernel.table } });
  }
  return instance;
};

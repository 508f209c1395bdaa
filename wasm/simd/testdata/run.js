// Runs a Go test binary over the kernels, in a worker or in Node: files gives the bytes or text of
// trampoline.wasm, kernels.wasm (absent: a browser without SIMD), and the binary.
globalThis.runTests = async (files, args) => {
  const go = new Go();
  go.argv = ["test", ...args];
  let code = 0;
  go.exit = (c) => { code = c; };
  const [program, trampoline] = await Promise.all([
    WebAssembly.compile(files.program), WebAssembly.compile(files.trampoline)]);
  const kernels = files.kernels ? await unrollCompileKernels(files.kernels) : null;
  await go.run(await unrollLink(go, program, trampoline, kernels));
  return code;
};

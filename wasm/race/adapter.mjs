// Unroll's contestant. Beside this file lie race.wasm (GOOS=js GOARCH=wasm go build ./wasm/race), Go's
// wasm_exec.js, static/kernel.js, and the trampoline.wasm and kernels.wasm of wasm/simd.
export const info = { id: "unroll" };

const here = (file) => new URL(file, import.meta.url).href;
const bytes = (array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

const script = (file) => new Promise((resolve, reject) => {
  const element = document.createElement("script");
  element.src = here(file);
  element.onload = resolve;
  element.onerror = () => reject(new Error(`no ${file}`));
  document.head.append(element);
});

const batch = ({ n, src, srcLen, decIn, decOut }) =>
  ({ n, src: bytes(src), srcLen: bytes(srcLen), ...(decIn && { decOut: bytes(decOut) }) });

export async function create(work, params, options = {}) {
  await Promise.all([script("wasm_exec.js"), script("kernel.js")]);
  const get = async (file) => (await fetch(here(file))).arrayBuffer();
  const [program, trampoline, kernels] = await Promise.all([
    WebAssembly.compileStreaming(fetch(here("race.wasm"))),
    WebAssembly.compileStreaming(fetch(here("trampoline.wasm"))),
    get("kernels.wasm").then(unrollCompileKernels),
  ]);
  const go = new Go();
  go.run(await unrollLink(go, program, trampoline, options.plain ? null : kernels));
  const weights = Object.fromEntries(Object.entries(params).map(([name, { data }]) => [name, { data: bytes(data) }]));
  const kernel = raceCreate(work, weights);
  return {
    meta: { runtime: "Go js/wasm", kernel },
    async train(batches) { return raceTrain(batches.map(batch)); },
    async greedy(one, steps) {
      const said = new Int32Array(raceGreedy(batch(one), steps).buffer);
      return Array.from({ length: one.n }, (_, i) => Array.from(said.subarray(i * steps, (i + 1) * steps)));
    },
  };
}

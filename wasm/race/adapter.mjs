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

// A second worker, {workers: 2}, has the same program, weights and batches, and takes its share of each step.
const second = (files, work, params, port) => {
  const source = `importScripts(${JSON.stringify(here("wasm_exec.js"))}, ${JSON.stringify(here("kernel.js"))});
    onmessage = async ({ data: { program, trampoline, kernels, work, params, port } }) => {
      const go = new Go();
      go.run(await unrollLink(go, program, trampoline, kernels));
      raceCreate(work, params);
      raceJoin(1, port);
      onmessage = ({ data }) => raceTrain(data);
      postMessage("ready");
    };`;
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve(worker);
    worker.onerror = (e) => reject(new Error(e.message));
    worker.postMessage({ ...files, work, params, port }, [port]);
  });
};

export async function create(work, params, options = {}) {
  await Promise.all([script("wasm_exec.js"), script("kernel.js")]);
  const get = async (file) => (await fetch(here(file))).arrayBuffer();
  const [program, trampoline, kernels] = await Promise.all([
    WebAssembly.compileStreaming(fetch(here("race.wasm"))),
    WebAssembly.compileStreaming(fetch(here("trampoline.wasm"))),
    get("kernels.wasm").then(unrollCompileKernels),
  ]);
  const files = { program, trampoline, kernels: options.plain ? null : kernels };
  const go = new Go();
  go.run(await unrollLink(go, files.program, files.trampoline, files.kernels));
  const weights = Object.fromEntries(Object.entries(params).map(([name, { data }]) => [name, { data: bytes(data) }]));
  const kernel = raceCreate(work, weights);
  let other = null;
  if (options.workers === 2) {
    const { port1, port2 } = new MessageChannel();
    other = await second(files, work, weights, port2);
    raceJoin(0, port1);
  }
  return {
    meta: { runtime: "Go js/wasm", kernel, workers: other ? 2 : 1 },
    async train(batches) {
      const list = batches.map(batch);
      other?.postMessage(list);
      return raceTrain(list);
    },
    async greedy(one, steps) {
      const said = new Int32Array(raceGreedy(batch(one), steps).buffer);
      return Array.from({ length: one.n }, (_, i) => Array.from(said.subarray(i * steps, (i + 1) * steps)));
    },
  };
}

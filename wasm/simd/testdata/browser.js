// Runs a test binary in a worker from a blob, as the page starts its trainer.
globalThis.inWorker = async (program, args) => {
  const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const text = async (name) => (await fetch(name)).text();
  const source = (await Promise.all(["wasm_exec.js", "kernel.js", "run.js"].map(text))).join("\n") + `
    const decoder = new TextDecoder();
    let written = "";
    globalThis.fs.writeSync = (fd, buffer) => { written += decoder.decode(buffer); return buffer.length; };
    onmessage = ({ data }) => runTests(data.files, data.args).then(
      (code) => postMessage({ code, written }), (e) => postMessage({ code: 2, written: written + (e.stack ?? e) }));`;
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const files = {
    program: await bytes(program), trampoline: await bytes("trampoline.wasm"), kernels: await bytes("kernels.wasm") };
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (e) => reject(new Error(e.message));
      worker.postMessage({ files, args });
    });
  } finally {
    worker.terminate();
  }
};

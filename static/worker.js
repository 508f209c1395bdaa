// A worker's first lines. This text, behind those of wasm_exec.js and kernel.js, is the blob that the page
// starts as a worker: the trainer, or the reader of files, whichever module it is given. The first message
// brings what the page has: {module, trampoline, kernels, wasmExec, workerSource, cores}, kernels being null
// in a browser without SIMD; it is kept in globalThis.unroll, so that the trainer can start further workers
// in the same way. Every other message is for the program, which asks for them with
// unroll.receive(handler); those that came before it asked wait in line. A program that dies says why to the
// page, as {crashed: text}.
"use strict";

globalThis.unrollRole = "trainer";

{
  const waiting = []; // events that nobody has asked for yet
  let handle = (event) => waiting.push(event);

  globalThis.unroll = {
    receive(handler) {
      handle = handler;
      waiting.splice(0).forEach(handler);
    },
  };

  // What Go writes before it dies, a panic's text above all, goes to the console line by line; its
  // last part is kept for the page.
  const decoder = new TextDecoder();
  const write = fs.writeSync;
  let written = "";
  fs.writeSync = (fd, bytes) => {
    written = (written + decoder.decode(bytes)).slice(-4000);
    return write(fd, bytes);
  };

  let dead = false;
  const crashed = (reason) => {
    if (dead) return;
    dead = true;
    postMessage({ crashed: `${reason}\n${written}`.trim() });
  };
  addEventListener("error", (event) => crashed(event.message));
  addEventListener("unhandledrejection", (event) => crashed(String(event.reason)));
  addEventListener("messageerror", () => crashed("a message could not be read"));

  const start = async ({ module, trampoline, kernels }) => {
    const go = new Go();
    let code = 0;
    go.exit = (c) => { code = c; };
    await go.run(await unrollLink(go, module, trampoline, kernels));
    crashed(`the trainer ended with exit code ${code}`);
  };

  addEventListener("message", (event) => {
    if (event.data?.module) {
      Object.assign(unroll, event.data);
      start(event.data).catch((e) => crashed(String(e)));
    } else {
      handle(event);
    }
  });
}

// node node.js wasm_exec.js kernel.js trampoline.wasm kernels.wasm test.wasm [-test.v …]
"use strict";
const [wasmExec, link, trampoline, kernels, program, ...args] = process.argv.slice(2);
const fs = require("fs"), vm = require("vm");
Object.assign(globalThis, { require, fs, path: require("path") });
for (const file of [wasmExec, link, __dirname + "/run.js"]) vm.runInThisContext(fs.readFileSync(file, "utf8"), file);
runTests({
  program: fs.readFileSync(program), trampoline: fs.readFileSync(trampoline), kernels: fs.readFileSync(kernels),
}, args).then((code) => process.exit(code), (e) => { console.error(e); process.exit(2); });

'use strict';
// The address says in its query which program to run.
const go = new Go();
WebAssembly.instantiateStreaming(fetch(location.search.slice(1) + '.wasm'), go.importObject)
  .then(({instance}) => go.run(instance));

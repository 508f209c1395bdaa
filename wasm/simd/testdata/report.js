// Runs the test binary with the arguments in the address, a JSON list, and posts the outcome.
inWorker("test.wasm", JSON.parse(decodeURIComponent(location.search.slice(1).replaceAll("+", " "))))
  .catch((e) => ({ code: 2, written: String(e.stack ?? e) }))
  .then((outcome) => fetch("/", { method: "POST", body: JSON.stringify(outcome) }));

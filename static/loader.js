// Fetches the program and starts it. One compiled module serves the page and, later, its trainer: what
// the page needs to start a worker (the modules, the scripts as text, and compile for a module that is
// fetched later) is left in globalThis.unroll.
// Whatever goes wrong is said in the page, in words, with a way to try again; the poster stays.
"use strict";

{
  const sentences = {
    en: {
      download: "The program could not be downloaded. Check the connection, then try again.",
      browser: "This browser cannot run the program, which needs WebAssembly. Open this page in a current Firefox, Chrome, Edge or Safari.",
      stopped: "The program has stopped because of an error of its own. Try again to reload the page.",
      retry: "Try again",
    },
    pt: {
      download: "Não foi possível baixar o programa. Verifique a conexão e tente de novo.",
      browser: "Este navegador não consegue executar o programa, que precisa de WebAssembly. Abra esta página em um Firefox, Chrome, Edge ou Safari atual.",
      stopped: "O programa parou por um erro dele mesmo. Tente de novo para recarregar a página.",
      retry: "Tentar de novo",
    },
  };
  const language = new URLSearchParams(location.search).get("lang") ?? navigator.language;
  const tag = language.toLowerCase().startsWith("pt") ? "pt" : "en";

  // The poster is a still of the page: nothing in it works, so nothing in it takes the focus. The page
  // is busy until the program puts its own in the poster's place.
  const main = document.getElementById("unroll");
  for (const child of main.children) child.inert = true;
  new MutationObserver(() => main.removeAttribute("aria-busy")).observe(main, { childList: true });

  const base = document.currentScript.src;
  const address = (file) => new URL(file, base).href;

  // Says what went wrong, above the page's content; retry is what the button does.
  const tell = (sentence, retry) => {
    main.removeAttribute("aria-busy");
    const trouble = document.createElement("div");
    trouble.className = "trouble";
    trouble.lang = tag;
    trouble.setAttribute("role", "alert");
    const text = document.createElement("p");
    text.textContent = sentences[tag][sentence];
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sentences[tag].retry;
    button.addEventListener("click", () => {
      trouble.remove();
      retry();
    });
    trouble.append(text, button);
    main.before(trouble);
  };

  const get = async (file) => {
    const response = await fetch(address(file));
    if (!response.ok) throw new Error(`${file}: ${response.status} ${response.statusText}`);
    return response;
  };

  const text = async (file) => (await get(file)).text();
  const bytes = async (file) => (await get(file)).arrayBuffer();

  // Compiles while the bytes arrive; a server that does not know the type of wasm makes it wait for all.
  const compile = async (file) => {
    const response = await get(file);
    const type = response.headers.get("Content-Type") ?? "";
    if (WebAssembly.compileStreaming && type.startsWith("application/wasm")) {
      return WebAssembly.compileStreaming(response);
    }
    return WebAssembly.compile(await response.arrayBuffer());
  };

  const scripts = new Set(); // those that have run, so that a second attempt leaves them alone
  const script = (file) => new Promise((resolve, reject) => {
    if (scripts.has(file)) return resolve();
    const element = document.createElement("script");
    element.src = address(file);
    element.addEventListener("load", () => resolve(scripts.add(file)));
    element.addEventListener("error", () => reject(new Error(`${file}: not loaded`)));
    document.head.append(element);
  });

  // The program runs until the page is closed; when it ends before that, nothing on the page works.
  let running = false;
  const stopped = (reason) => {
    if (!running) return;
    running = false;
    console.error("unroll:", reason ?? "the program ended");
    tell("stopped", () => location.reload());
  };
  // An exception of the browser's that Go cannot catch kills the program without ending it.
  addEventListener("error", (event) => {
    if (/wasm/i.test(event.error?.stack)) stopped(event.error);
  });

  const start = async () => {
    if (typeof WebAssembly !== "object") return tell("browser", start);
    main.setAttribute("aria-busy", "true");
    try {
      const [module, trampoline, simd, wasmExec, link, worker] = await Promise.all([
        compile("unroll.wasm"), compile("trampoline.wasm"), bytes("kernels.wasm"),
        text("wasm_exec.js"), text("kernel.js"), text("worker.js"),
        script("wasm_exec.js"), script("kernel.js"), script("dom.js"),
      ]);
      const go = new Go();
      const instance = await unrollLink(go, module, trampoline, null); // the page itself trains nothing
      const kernels = await unrollCompileKernels(simd);
      globalThis.unrollRole = "page";
      globalThis.unroll = { module, trampoline, kernels, wasmExec, workerSource: `${link}\n${worker}`, compile };
      running = true;
      go.run(instance).then(() => stopped(), stopped);
    } catch (error) {
      console.error("unroll:", error);
      const unfit = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
      tell(unfit ? "browser" : "download", start);
    }
  };

  start();
}

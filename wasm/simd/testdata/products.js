// Times matrix products of the kernels, each beside the machine's peak in the same moment: the best of
// several turns, as the machine may have other work.
globalThis.measureProducts = async ({ kernels, peak, sizes, scratch }) => {
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const memory = new WebAssembly.Memory({ initial: 1024 });
  const table = new WebAssembly.Table({ element: "anyfunc", initial: 64 });
  const { instance: { exports: { gemm } } } = await WebAssembly.instantiate(bytes(kernels), { host: { memory, table } });
  const { instance: { exports: { peak: rounds } } } = await WebAssembly.instantiate(bytes(peak));
  const most = Math.max(...sizes.map(([m, n, k]) => Math.max(m * n, m * k, n * k)));
  const a = 4 * scratch, b = a + 4 * most, c = b + 4 * most;
  new Float32Array(memory.buffer, a, 2 * most).forEach((_, i, x) => { x[i] = Math.sin(i); });

  const fastest = (flop, run, turns) => {
    let best = Infinity;
    for (let i = 0; i < turns; i++) {
      const start = performance.now();
      run();
      best = Math.min(best, performance.now() - start);
    }
    return flop / best / 1e6;
  };
  const peakRounds = 200_000, results = [];
  const machine = () => fastest(peakRounds * 12 * 4 * 2, () => rounds(peakRounds), 8);
  machine();
  for (const size of sizes) {
    const [m, n, k] = size, flop = 2 * m * n * k, times = Math.max(1, Math.round(2e7 / flop));
    for (const [op, tA, tB] of [["NN", 0, 0], ["TN", 1, 0], ["NT", 0, 1]]) {
      const run = () => {
        for (let i = 0; i < times; i++) gemm(tA, tB, m, n, k, 1, a, tA ? m : k, b, tB ? k : n, 0, c, n, 0);
      };
      run();
      const gflops = fastest(times * flop, run, 20);
      results.push({ size, op, gflops, share: gflops / machine() });
    }
  }
  return results;
};

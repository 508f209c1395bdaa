// Times matrix products of the kernels, each in turn with the machine's peak: the best of several turns,
// as the machine may have other work.
globalThis.measureProducts = async ({ kernels, peak, sizes, scratch }) => {
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const memory = new WebAssembly.Memory({ initial: 1024 });
  const table = new WebAssembly.Table({ element: "anyfunc", initial: 64 });
  const { instance: { exports: { gemm } } } = await WebAssembly.instantiate(bytes(kernels), { host: { memory, table } });
  const { instance: { exports: { chains, tile } } } = await WebAssembly.instantiate(bytes(peak));
  const most = Math.max(...sizes.map(([m, n, k]) => Math.max(m * n, m * k, n * k)));
  const a = 4 * scratch, b = a + 4 * most, c = b + 4 * most;
  new Float32Array(memory.buffer, a, 2 * most).forEach((_, i, x) => { x[i] = Math.sin(i); });

  // GFLOP/s of jobs [flop, run] that take turns.
  const fastest = (jobs, turns) => {
    const best = jobs.map(() => Infinity);
    for (let i = 0; i < turns; i++) {
      jobs.forEach(([, run], j) => {
        const start = performance.now();
        run();
        best[j] = Math.min(best[j], performance.now() - start);
      });
    }
    return jobs.map(([flop], j) => flop / best[j] / 1e6);
  };
  const rounds = 300_000, peaks = [
    [rounds * 12 * 4 * 2, () => chains(rounds)],
    [rounds * 10 * 4 * 2, () => tile(rounds)],
  ];
  fastest(peaks, 20);
  const results = [];
  for (const size of sizes) {
    const [m, n, k] = size, flop = 2 * m * n * k, times = Math.max(1, Math.round(6e7 / flop));
    for (const [op, tA, tB] of [["NN", 0, 0], ["TN", 1, 0], ["NT", 0, 1]]) {
      const run = () => {
        for (let i = 0; i < times; i++) gemm(tA, tB, m, n, k, 1, a, tA ? m : k, b, tB ? k : n, 0, c, n, 0);
      };
      run();
      const [gflops, ...peak] = fastest([[times * flop, run], ...peaks], 16);
      results.push({ size, op, gflops, share: gflops / Math.max(...peak) });
    }
  }
  return results;
};

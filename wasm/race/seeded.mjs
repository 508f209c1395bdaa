// Any contestant, beginning from other weights than the work's: opts are {seed, id} for one of the
// runner's own, {seed, module, opts} for another. The runner serves the modules imported here.
import { contestants } from "/contestants.mjs";
import { initParams } from "/lib/work.mjs";

export const info = { id: "seeded" };

export async function create(work, params, { seed, id, ...given }) {
  const { module, opts } = contestants.find((c) => c.id === id) ?? given;
  const { create } = await import(module);
  return create(work, initParams(work, seed), opts);
}

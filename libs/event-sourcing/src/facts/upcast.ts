import type { FactDefinition } from './fact-catalog';

/** @throws when a step is missing */
export const upcast = (
  data: Readonly<Record<string, unknown>>,
  version: number,
  definition: FactDefinition,
): Readonly<Record<string, unknown>> => {
  let present = data;
  for (let from = version; from < definition.version; from += 1) {
    const step = definition.upcast?.[from];
    if (!step) throw new Error(`the way from version ${from} to ${from + 1} is missing`);
    present = step(present);
  }
  return present;
};

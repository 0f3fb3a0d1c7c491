const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The value below which `share` of them lie. */
export const percentile = (values: readonly number[], share: number): number => {
  const ordered = sorted(values);
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))] ?? Number.NaN;
};

/**
 * Measures ours and the baseline in turn, the order changing each round, so that a slow minute of the machine hits
 * both.
 */
export const pairs = async <T>(
  rounds: number,
  ours: () => Promise<T>,
  baseline: () => Promise<T>,
): Promise<readonly (readonly [T, T])[]> => {
  const measured: [T, T][] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await ours();
      measured.push([first, await baseline()]);
    } else {
      const second = await baseline();
      measured.push([await ours(), second]);
    }
  }
  return measured;
};

/** Prints the median of the rounds' ratios, their 10th to 90th percentile, and whether the median meets the goal. */
export const report = (
  what: string,
  ratios: readonly number[],
  goal: { readonly atLeast?: number; readonly atMost?: number } = {},
): void => {
  const median = percentile(ratios, 0.5);
  const met =
    (goal.atLeast === undefined || median >= goal.atLeast) && (goal.atMost === undefined || median <= goal.atMost);
  const wanted = goal.atLeast !== undefined ? `≥ ${goal.atLeast}` : goal.atMost !== undefined ? `≤ ${goal.atMost}` : '';
  console.log(
    `${what}: ${median.toFixed(3)} [${percentile(ratios, 0.1).toFixed(3)}–${percentile(ratios, 0.9).toFixed(3)}] ${wanted} ${wanted ? (met ? 'met' : 'MISSED') : ''}`.trimEnd(),
  );
};

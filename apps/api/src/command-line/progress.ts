const EVERY_MS = 1_000;

/**
 * Tells, once a second at most, how many facts were done: `progress(err, 'verified')` says "120000 facts verified,
 * 43000 a second".
 */
export function progress(tell: (line: string) => void, done: string): (facts: number) => void {
  const began = performance.now();
  let told = began;
  return (facts) => {
    const now = performance.now();
    if (now - told < EVERY_MS) return;
    told = now;
    tell(`${facts} facts ${done}, ${Math.round((facts / (now - began)) * 1_000)} a second`);
  };
}

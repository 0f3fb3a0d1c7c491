const newest = 26;
const oldest = 21;

/** A version that is no longer served, or not yet, is answered by the oldest that is. */
export function servedVersion(asked: string | undefined): string {
  const major = Number(/^v(\d+)\.\d+$/.exec(asked ?? '')?.[1] ?? newest);
  return major >= oldest && major <= newest ? `v${major}.0` : `v${oldest}.0`;
}

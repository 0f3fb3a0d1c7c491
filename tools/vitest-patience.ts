import { vi } from 'vitest';

/** Limits for what hangs, not measures of speed: a busy machine must not fail a spec. */
vi.setConfig({ testTimeout: 60_000 });
const { waitFor } = vi;
vi.waitFor = (check, options = 30_000) => waitFor(check, options);

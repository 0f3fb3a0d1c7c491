import { setTimeout as pause } from 'node:timers/promises';

/**
 * Probes until `probe` neither throws nor returns false, and returns its result. After `timeoutMs` it fails with the
 * probe's last error.
 */
export const eventually = async <T>(probe: () => T | Promise<T>, timeoutMs = 30_000): Promise<T> => {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      const result = await probe();
      if (result !== false) return result;
      if (Date.now() > end) throw new Error('The probe still gives false.');
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(10);
  }
};

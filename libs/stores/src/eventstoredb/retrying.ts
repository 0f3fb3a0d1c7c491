import { setTimeout as pause } from 'node:timers/promises';

/** Runs `work` again after 50, 200 and 800 ms while `again(error)` holds. */
export const retrying = async <T>(work: () => Promise<T>, again: (error: unknown) => boolean): Promise<T> => {
  for (const wait of [50, 200, 800]) {
    try {
      return await work();
    } catch (error) {
      if (!again(error)) throw error;
      await pause(wait);
    }
  }
  return work();
};

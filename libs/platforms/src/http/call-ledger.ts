/** Calls that a process has set aside for itself. */
export interface SetAside {
  /** ms since 1970 */
  readonly at: number;
  readonly calls: number;
}

/** What all processes of an installation have set aside of the calls to one platform, the oldest first. */
export interface CallLedger {
  read(): Promise<readonly SetAside[]>;
  /** Alone in all processes; what `change` gives stands there when the promise resolves. `change` is pure. */
  change(change: (there: readonly SetAside[]) => readonly SetAside[]): Promise<void>;
}

/** Of one process, and gone with it. */
export const passingLedger = (): CallLedger => {
  let there: readonly SetAside[] = [];
  return {
    read: () => Promise.resolve(there),
    change: (change) => {
      there = change(there);
      return Promise.resolve();
    },
  };
};

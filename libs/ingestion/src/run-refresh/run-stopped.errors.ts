/**
 * The run has lost its reason: the account is not connected as it was, the process ends, the lock was lost, or another
 * run took over. No trouble.
 */
export class RunStopped extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'RunStopped';
  }
}

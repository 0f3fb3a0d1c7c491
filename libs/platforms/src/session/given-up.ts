import type { Loss, LossReason } from '../loss';

/** So often in a row a call may fail for one of these reasons before it is left alone for the rest of a reading. */
const patience: Readonly<Partial<Record<LossReason, number>>> = { 'platform-down': 6, 'permission-missing': 8 };

/**
 * Calls that fail again and again, such as insights of hundreds of posts while the platform is down. A permission
 * counts as missing only while such a call never worked: some posts are refused for reasons of their own.
 */
export class GivenUp {
  private readonly failures = new Map<string, { readonly loss: Loss; readonly inARow: number }>();
  private readonly everWorked = new Set<string>();

  worked(call: string): void {
    this.everWorked.add(call);
    this.failures.delete(call);
  }

  note(call: string, loss: Loss): Loss {
    const before = this.failures.get(call);
    this.failures.set(call, { loss, inARow: before?.loss.lost === loss.lost ? before.inARow + 1 : 1 });
    return loss;
  }

  /** Why the call is not made any more; undefined: it is. */
  loss(call: string): Loss | undefined {
    const failure = this.failures.get(call);
    if (failure === undefined || failure.inARow < (patience[failure.loss.lost] ?? Infinity)) return undefined;
    return failure.loss.lost === 'permission-missing' && this.everWorked.has(call) ? undefined : failure.loss;
  }
}

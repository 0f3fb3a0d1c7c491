import type { CallBudget } from './http';
import type { PlatformId } from '@linkage/published-facts';
import type { PlatformConnector } from './connector';

/** The connectors of this installation: those that have credentials (or a sandbox). */
export class PlatformRegistry {
  private readonly byId: ReadonlyMap<PlatformId, PlatformConnector>;

  constructor(
    connectors: readonly PlatformConnector[],
    private readonly budgets: ReadonlyMap<PlatformId, CallBudget> = new Map(),
  ) {
    this.byId = new Map(connectors.map((connector) => [connector.platform, connector]));
  }

  /** undefined: not set up here. */
  find(platform: string): PlatformConnector | undefined {
    return this.byId.get(platform as PlatformId);
  }

  /** Of all calls of a platform; undefined: the platform alone says how many are too many. */
  budgetOf(platform: PlatformId): CallBudget | undefined {
    return this.budgets.get(platform);
  }

  /** What other processes have used of the budgets since. */
  async lookAtBudgets(): Promise<void> {
    await Promise.all([...this.budgets.values()].map((budget) => budget.look()));
  }

  get available(): readonly PlatformId[] {
    return [...this.byId.keys()];
  }
}

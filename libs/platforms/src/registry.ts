import type { PlatformId } from '@linkage/published-facts';
import type { PlatformConnector } from './connector';

/** The connectors of this installation: those that have credentials (or a sandbox). */
export class PlatformRegistry {
  private readonly byId: ReadonlyMap<PlatformId, PlatformConnector>;

  constructor(connectors: readonly PlatformConnector[]) {
    this.byId = new Map(connectors.map((connector) => [connector.platform, connector]));
  }

  /** undefined: not set up here. */
  find(platform: string): PlatformConnector | undefined {
    return this.byId.get(platform as PlatformId);
  }

  get available(): readonly PlatformId[] {
    return [...this.byId.keys()];
  }
}

import { randomBytes } from 'node:crypto';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';

const DELETION_REQUEST = 'deletion-request';
const keptForMs = 365 * 24 * 3_600_000;

export interface DeletionRequest {
  readonly platform: PlatformId;
  /** ISO UTC. */
  readonly at: string;
  /** How many accounts the access ended to. */
  readonly accounts: number;
}

/** Requests to delete, by the code that a person can look them up with. */
@Injectable()
export class DeletionRequests {
  constructor(
    private readonly secrets: SecretStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(platform: PlatformId, accounts: number): Promise<string> {
    const code = randomBytes(15).toString('base64url');
    const now = this.clock.now();
    const request: DeletionRequest = { platform, at: now.toISOString(), accounts };
    await this.secrets.put(DELETION_REQUEST, code, request, { expiresAt: new Date(now.getTime() + keptForMs) });
    return code;
  }

  find(code: string): Promise<DeletionRequest | undefined> {
    return this.secrets.get<DeletionRequest>(DELETION_REQUEST, code, this.clock.now());
  }
}

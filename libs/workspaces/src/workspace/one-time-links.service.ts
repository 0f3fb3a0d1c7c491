import { createHash, randomBytes } from 'node:crypto';
import type { OneTimeLink } from '@linkage/contracts';
import { Installation } from '@linkage/http';
import { SecretStore } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { linkInvalid } from './workspace.errors';

const DAY_MS = 24 * 3_600_000;
const tokenShape = /^[\w-]{43}$/;

/** What a link is for; it opens the page of that name. */
type LinkPurpose =
  'register' | 'set-password' | 'confirm-email' | 'reset-password' | 'change-email' | 'stop-email-change';

export interface StoredLink {
  /** The credential's place that the link is for, or was first used for; null: any, still. */
  readonly place: string | null;
  /** What must not have changed since the link was made. */
  readonly mark?: string;
  /** Given by the operator, which proves nothing of the e-mail. */
  readonly byOperator?: true;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
const kindOf = (purpose: LinkPurpose): string => `link-${purpose}`;

/**
 * Links that the operator hands out or that go out by mail: 256 random bits, of which only the hash is kept. They stand
 * behind the # of an address, which no server and no log is told. Opening the page changes nothing; a POST does, once.
 */
@Injectable()
export class OneTimeLinks {
  constructor(
    private readonly secrets: SecretStore,
    private readonly installation: Installation,
  ) {}

  async make(
    purpose: LinkPurpose,
    { days, place = null, ...more }: { days: number } & Partial<StoredLink>,
  ): Promise<OneTimeLink> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + days * DAY_MS);
    await this.secrets.put(kindOf(purpose), hashOf(token), { place, ...more } satisfies StoredLink, {
      expiresAt,
    });
    return { url: `${this.installation.publicUrl}/${purpose}#${token}`, expiresAt: expiresAt.toISOString() };
  }

  /** The place that the link is for; null: any. @throws link-invalid */
  async placeOf(purpose: LinkPurpose, token: string): Promise<string | null> {
    const place = await this.find(purpose, token);
    if (place === undefined) throw linkInvalid();
    return place;
  }

  /** The same; undefined: the link opens nothing (any more). */
  async find(purpose: LinkPurpose, token: string): Promise<string | null | undefined> {
    return (await this.read(purpose, token))?.place;
  }

  /** All that is kept of it. */
  async read(purpose: LinkPurpose, token: string): Promise<StoredLink | undefined> {
    if (!tokenShape.test(token)) return undefined;
    return this.secrets.get<StoredLink>(kindOf(purpose), hashOf(token), new Date());
  }

  /**
   * Of several at the same moment one gets it; what was cut off may claim it again for the same place.
   * @throws link-invalid
   */
  async claim(purpose: LinkPurpose, token: string, place: string): Promise<void> {
    const link = await this.change(purpose, token, (current) => (current.place === null ? { place } : undefined));
    if (link?.place !== place) throw linkInvalid();
  }

  /** It was claimed in vain. */
  async letGo(purpose: LinkPurpose, token: string): Promise<void> {
    await this.change(purpose, token, () => ({ place: null }));
  }

  /** It opens no more. False: it did not any more; of several at the same moment one spends it. */
  async spend(purpose: LinkPurpose, token: string): Promise<boolean> {
    return (await this.secrets.take<StoredLink>(kindOf(purpose), hashOf(token), new Date())) !== undefined;
  }

  private change(
    purpose: LinkPurpose,
    token: string,
    change: (current: StoredLink) => StoredLink | undefined,
  ): Promise<StoredLink | undefined> {
    return this.secrets.update<StoredLink>(
      kindOf(purpose),
      hashOf(token),
      new Date(),
      (current) => current && change(current),
    );
  }
}

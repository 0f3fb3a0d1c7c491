import { createHash } from 'node:crypto';
import { foldEmail, formerlyFoldedEmail } from '@linkage/contracts';
import { KeyedHashes, SecretStore } from '@linkage/vault';
import { Injectable } from '@nestjs/common';

const KIND = 'credential';

/** What a registration asked for, until its facts are in the log. */
interface PendingRegistration {
  readonly workspaceName: string;
  readonly name: string;
  readonly email: string;
}

/** How one e-mail signs in. */
export interface Credential {
  readonly workspaceId: string;
  readonly memberId: string;
  /** argon2id, in PHC form; null until it is chosen through a link of the operator. */
  readonly passwordHash: string | null;
  /**
   * Not null: a crash may have come between this and the facts. Signing in or registering again with the password
   * repairs it.
   */
  readonly pending: PendingRegistration | null;
}

/** Another one for each password: a link that was made before a change opens nothing after it. */
export const passwordMark = ({ passwordHash }: Credential): string =>
  createHash('sha256')
    .update(`password-mark ${passwordHash ?? ''}`)
    .digest('base64url');

/**
 * One credential per e-mail in the whole installation: its place in the vault is a keyed hash of the folded e-mail, and
 * only the first to ask for a place gets it. A member who registered when domains were folded in another way keeps the
 * place (ADR 18).
 */
@Injectable()
export class Credentials {
  constructor(
    private readonly hashes: KeyedHashes,
    private readonly secrets: SecretStore,
  ) {}

  /** Where the credential of this e-mail is; also what attempts are counted by. */
  async placeOf(email: string): Promise<string> {
    const place = await this.hashes.ofInstallation('sign-in', foldEmail(email));
    const former = await this.hashes.ofInstallation('sign-in', formerlyFoldedEmail(email));
    return former === place || (await this.get(former)) === undefined ? place : former;
  }

  /** False: this place is taken. */
  putNew(place: string, credential: Credential): Promise<boolean> {
    return this.secrets.putNew(KIND, place, credential);
  }

  /** False: another credential came meanwhile. */
  async replace(place: string, { memberId }: Credential, fresh: Credential): Promise<boolean> {
    const kept = await this.secrets.update<Credential>(KIND, place, new Date(), (current) =>
      current?.memberId === memberId ? fresh : undefined,
    );
    return kept?.memberId === fresh.memberId;
  }

  get(place: string): Promise<Credential | undefined> {
    return this.secrets.get<Credential>(KIND, place, new Date());
  }

  async setPassword(place: string, passwordHash: string): Promise<void> {
    await this.secrets.update<Credential>(
      KIND,
      place,
      new Date(),
      (current) => current && { ...current, passwordHash },
    );
  }

  remove(place: string): Promise<void> {
    return this.secrets.remove(KIND, place);
  }

  async settle(place: string): Promise<void> {
    await this.secrets.update<Credential>(
      KIND,
      place,
      new Date(),
      (current) => current && { ...current, pending: null },
    );
  }
}

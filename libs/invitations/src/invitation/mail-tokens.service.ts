import { timingSafeEqual } from 'node:crypto';
import { KeyedHashes } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { readToken, signedPart, writeToken, type MailAddressed } from './mail-token';

type Purpose = 'mail-return' | 'mail-opt-out';

/**
 * What the return address of a mail and its opt-out link carry: which mail it is, and a MAC, so that none can be made
 * up.
 */
@Injectable()
export class MailTokens {
  constructor(private readonly hashes: KeyedHashes) {}

  async make(purpose: Purpose, mail: MailAddressed): Promise<string> {
    return writeToken(mail, await this.mac(purpose, mail));
  }

  /** null: not made here for this. */
  async open(purpose: Purpose, token: string): Promise<MailAddressed | null> {
    const read = readToken(token);
    if (read === null) return null;
    const right = (await this.mac(purpose, read)).slice(0, read.mac.length);
    return timingSafeEqual(Buffer.from(right), Buffer.from(read.mac)) ? read : null;
  }

  private async mac(purpose: Purpose, mail: MailAddressed): Promise<string> {
    return Buffer.from(await this.hashes.ofInstallation(purpose, signedPart(mail)), 'base64url').toString('hex');
  }
}

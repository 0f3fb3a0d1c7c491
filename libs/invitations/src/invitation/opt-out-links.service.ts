import { Installation } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import { MailTokens } from './mail-tokens.service';

/**
 * Where a creator stops the mails of a workspace: the same in all of an invitation's mails, whatever becomes of its
 * link.
 */
@Injectable()
export class OptOutLinks {
  constructor(
    private readonly installation: Installation,
    private readonly tokens: MailTokens,
  ) {}

  async of(invitationId: string): Promise<string> {
    return this.at(await this.tokens.make('mail-opt-out', { invitationId, revision: 0 }));
  }

  /** In the place of the real one, for mails that no creator gets. */
  get example(): string {
    return this.at('example');
  }

  private at(token: string): string {
    return `${this.installation.publicUrl}/no-more-mails/${token}`;
  }
}

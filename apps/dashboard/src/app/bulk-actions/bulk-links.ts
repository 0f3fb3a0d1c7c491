import { Injectable, inject } from '@angular/core';
import { InvitationsApi, toApiError } from '@linkage/api-client';
import type { InvitationLinks, MatchingInvitations } from '@linkage/contracts';
import { formatExact } from '@linkage/ui';
import { firstValueFrom } from 'rxjs';
import { Copying } from '../base/copying';
import { Dialogs } from '../base/dialogs';
import { Toasts } from '../shared/toasts/toasts';

type Asked = { invitationIds: string[] } | { matching: MatchingInvitations };

/** What a spreadsheet would take for a formula begins like this: pasted there, a name stays a text. */
const FORMULA = /^(?=\s*[=+\-@%\uFF1D\uFF0B\uFF0D\uFF20\uFF05])/u;

/** A line for each: name, tab, link. Pasted into a spreadsheet these are two columns. */
export const linkLines = (links: InvitationLinks['links']): string =>
  links.map(({ name, url }) => `${name.replace(/\s+/gu, ' ').replace(FORMULA, "'")}\t${url}`).join('\n');

/** Puts the links of several invites on the clipboard. */
@Injectable({ providedIn: 'root' })
export class BulkLinks {
  private readonly api = inject(InvitationsApi);
  private readonly copying = inject(Copying);
  private readonly toasts = inject(Toasts);
  private readonly dialogs = inject(Dialogs);

  async copy(asked: Asked): Promise<void> {
    const links = firstValueFrom(this.api.links(asked)).then((answer) => answer.links);
    const text = links.then(linkLines);
    try {
      const isCopied = await this.copying.copy(text);
      const { length } = await links;
      if (isCopied)
        return this.toasts.show(`${formatExact(length)} ${length === 1 ? 'link' : 'links'} copied.`, 'link');
      const load = () => import('./links-by-hand').then(({ LinksByHand }) => LinksByHand);
      await this.dialogs.show(load, 'links-title', { data: { count: length, text: await text } });
    } catch (error) {
      this.toasts.failed(`The links were not copied. ${toApiError(error).message}`, () => void this.copy(asked));
    }
  }
}

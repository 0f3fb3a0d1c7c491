import { Component, computed, inject } from '@angular/core';
import { platforms } from '@linkage/platform-guide';
import { AccountLine } from './account-line';
import { accountRows, isToCome } from './rows';
import { whatStopped } from './what-stopped';
import { Notices } from '../page/notices';
import { Promises } from '../page/promises';
import { Say } from '../say';
import { texts } from '../texts';
import { Visit } from '../visit';

/** The page that a creator opens: who asks, what for, and the platforms. */
@Component({
  selector: 'ms-account-list',
  imports: [AccountLine, Notices, Promises, Say],
  template: `
    @if (visit.site(); as site) {
      @if (stopped(); as says) {
        <h1><ms-say [text]="says.heading" [with]="says.values" /></h1>
        <p class="lead"><ms-say [text]="says.lead" [with]="says.values" /></p>
      } @else {
        <h1 [class.long]="site.creatorName.length > 24"
          ><ms-say [text]="texts.hello" [with]="{ name: site.creatorName }"
        /></h1>
        <p class="lead"
          ><ms-say
            [text]="site.invitedBy ? texts.leadPerson : texts.leadBrand"
            [with]="{ person: site.invitedBy ?? '', brand: site.brand }"
        /></p>
      }
      <ms-promises />
      <ms-notices />
      <h2 id="accounts">{{ texts.accounts.heading }}</h2>
      <ul class="accounts" aria-labelledby="accounts">
        @for (row of rows(); track row.key) {
          <li><ms-account-line [row]="row" [brand]="site.brand" /></li>
        }
      </ul>
      @if (soon(); as names) {
        <p class="note"><ms-say [text]="texts.accounts.soon" [with]="{ platforms: names }" /></p>
      }
    }
  `,
})
export class AccountList {
  protected readonly texts = texts;
  protected readonly visit = inject(Visit);
  protected readonly stopped = computed(() => {
    const site = this.visit.site();
    return site === null ? null : whatStopped(site);
  });
  protected readonly rows = computed(() => {
    const site = this.visit.site();
    return site === null ? [] : accountRows(site);
  });
  /** Platforms that this installation cannot connect yet, with no account of them. */
  protected readonly soon = computed(() =>
    (this.visit.site()?.platforms ?? [])
      .filter(isToCome)
      .map(({ platform }) => platforms[platform].name)
      .join(', '),
  );
}

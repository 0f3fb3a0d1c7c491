import { Component, computed, inject } from '@angular/core';
import { Icon } from '@linkage/ui';
import { AccountLine } from './account-line';
import { accountRows } from './rows';
import { Promises } from '../page/promises';
import { handle, platformName } from '../names';
import { Say } from '../say';
import { texts } from '../texts';
import { Visit } from '../visit';

/** The page that a creator opens: who asks, what for, and the platforms. */
@Component({
  selector: 'ms-account-list',
  imports: [AccountLine, Icon, Promises, Say],
  template: `
    @if (visit.site(); as site) {
      <h1><ms-say [text]="texts.hello" [with]="{ name: site.creatorName }" /></h1>
      <p class="lead"
        ><ms-say
          [text]="site.invitedBy ? texts.leadPerson : texts.leadBrand"
          [with]="{ person: site.invitedBy ?? '', brand: site.brand }"
      /></p>
      <ms-promises />
      @if (trouble(); as problem) {
        <div class="notice bad" role="alert">
          <lk-icon name="alert" />
          <div
            ><b><ms-say [text]="problem.text" [with]="problem.values" /></b> {{ problem.reason }}
            @if (problem.reference) {
              <br /><ms-say [text]="texts.trouble.reference" [with]="{ reference: problem.reference }" />
            }
          </div>
        </div>
      }
      <div role="status">
        @if (visit.news(); as account) {
          <p class="notice ok"
            ><lk-icon name="check" /><ms-say
              [text]="texts.accounts.disconnected"
              [with]="{ account: handleOf(account.username) }"
          /></p>
        }
      </div>
      <h2 id="accounts">{{ texts.accounts.heading }}</h2>
      <ul class="accounts" aria-labelledby="accounts">
        @for (row of rows(); track row.key) {
          <li><ms-account-line [row]="row" [brand]="site.brand" /></li>
        }
      </ul>
    }
  `,
})
export class AccountList {
  protected readonly texts = texts;
  protected readonly handleOf = handle;
  protected readonly visit = inject(Visit);
  protected readonly rows = computed(() => {
    const site = this.visit.site();
    return site === null ? [] : accountRows(site);
  });
  protected readonly trouble = computed(() => {
    const trouble = this.visit.trouble();
    if (trouble === null) return null;
    const { message: reason, reference } = trouble.error;
    return trouble.at === 'start'
      ? { text: texts.trouble.start, values: { platform: platformName(trouble.platform) }, reason, reference }
      : { text: texts.trouble.disconnect, values: { account: handle(trouble.username) }, reason, reference };
  });
}

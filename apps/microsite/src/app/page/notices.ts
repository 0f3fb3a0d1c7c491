import { Component, computed, inject } from '@angular/core';
import { Icon } from '@linkage/ui';
import { handle, platformName } from '../names';
import { Say } from '../say';
import { texts } from '../texts';
import { Visit } from '../visit';

/** What could not be done, and what was: read out, each in its own tone. */
@Component({
  selector: 'ms-notices',
  imports: [Icon, Say],
  template: `
    @if (trouble(); as problem) {
      <div class="notice bad" role="alert"
        ><lk-icon name="alert" /><div
          ><b><ms-say [text]="problem.text" [with]="problem.values" /></b> {{ problem.reason }}
          @if (problem.reference) {
            <br /><ms-say [text]="texts.trouble.reference" [with]="{ reference: problem.reference }" />
          }</div
      ></div>
    }
    <div role="status" tabindex="-1">
      @if (visit.news(); as account) {
        <p class="notice ok"
          ><lk-icon name="check" /><ms-say
            [text]="texts.accounts.disconnected"
            [with]="{ account: handleOf(account.username) }"
        /></p>
      }
    </div>
  `,
})
export class Notices {
  protected readonly texts = texts;
  protected readonly handleOf = handle;
  protected readonly visit = inject(Visit);
  protected readonly trouble = computed(() => {
    const trouble = this.visit.trouble();
    // What fails in a choice is said there.
    if (trouble === null || trouble.at === 'choose') return null;
    const { message: reason, reference } = trouble.error;
    return trouble.at === 'start'
      ? { text: texts.trouble.start, values: { platform: platformName(trouble.platform) }, reason, reference }
      : { text: texts.trouble.disconnect, values: { account: handle(trouble.username) }, reason, reference };
  });
}

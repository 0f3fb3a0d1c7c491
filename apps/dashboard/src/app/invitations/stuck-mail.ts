import { Component, computed, input } from '@angular/core';
import type { StuckMail as Stuck } from '@linkage/contracts';
import { Banner, formatExact } from '@linkage/ui';

const wayOut = ({ cause, most }: Stuck): string => {
  switch (cause) {
    case 'no-answer':
      return 'The mail server does not answer. Linkage tries again by itself; if this lasts, tell the operator.';
    case 'limits': {
      const pace =
        most &&
        `, at most ${formatExact(most.workspaceHour)} in an hour and ${formatExact(most.workspaceDay)} in a day`;
      return `They go out by themselves${pace ?? ''}. The operator can allow more.`;
    }
    case 'no-mail-server':
      return 'There is no mail server any more. Copy the links, or ask the operator for one.';
  }
};

/** Says that e-mails of the workspace do not go out, how many, and what helps. */
@Component({
  selector: 'app-stuck-mail',
  imports: [Banner],
  template: `
    @if (mail(); as mail) {
      <lk-banner class="strip" [tone]="mail.cause === 'limits' ? 'info' : 'warn'" icon="mail" role="status"
        ><b>{{ figure() }}</b
        ><span> {{ wayOut(mail) }}</span>
        @if (!shown()) {
          <button lkActions type="button" class="lk-button secondary small" (click)="show()()">Show them</button>
        }
      </lk-banner>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .strip {
      flex: none;
      padding: 8px var(--lk-6);
      border-width: 0 0 1px;
      border-radius: 0;
    }
    @media (max-width: 959px) {
      .strip {
        padding: 8px var(--lk-4);
      }
    }
  `,
})
export class StuckMail {
  /** null: all is well. */
  readonly mail = input.required<Stuck | null>();
  /** Whether the list shows what waits. */
  readonly shown = input.required<boolean>();
  readonly show = input.required<() => void>();
  protected readonly wayOut = wayOut;
  protected readonly figure = computed(() => {
    const count = this.mail()?.count ?? 0;
    return count === 1 ? '1 e-mail has not gone out.' : `${formatExact(count)} e-mails have not gone out.`;
  });
}

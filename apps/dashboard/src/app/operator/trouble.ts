import { Component, input } from '@angular/core';
import type { ConsumerTroubleShown } from '@linkage/contracts';
import { Time } from '@linkage/ui';

/** What went wrong, when, and at which fact. */
@Component({
  selector: 'app-trouble',
  imports: [Time],
  template: `
    <p [class.past]="past()">
      @if (what(); as text) {
        <b>{{ text }}</b>&ngsp;
      }
      {{ past() ? 'Last error: ' : '' }}{{ trouble().message }}</p
    >
    @if (trouble().fact; as fact) {
      <dl>
        <div
          ><dt>At fact</dt><dd>{{ fact.type }}</dd></div
        ><div
          ><dt>Position</dt><dd>{{ fact.position }}</dd></div
        >
        <div
          ><dt>Stream</dt><dd>{{ fact.stream }}</dd></div
        ><div
          ><dt>Id</dt><dd>{{ fact.id }}</dd></div
        >
      </dl>
    }
    <lk-time [at]="trouble().at" />
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
      font: var(--lk-caption);
      color: var(--lk-ink-3);
      overflow-wrap: anywhere;
    }
    p {
      color: var(--lk-bad);
    }
    .past {
      color: var(--lk-ink-2);
    }
    b {
      font-weight: 500;
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
    }
    dl div {
      display: flex;
      gap: 4px;
      min-width: 0;
    }
    dt {
      flex: none;
    }
    dd {
      min-width: 0;
      word-break: break-all;
      color: var(--lk-ink-2);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class Trouble {
  readonly trouble = input.required<ConsumerTroubleShown>();
  /** Said before the message. */
  readonly what = input<string>();
  /** It goes on since. */
  readonly past = input(false);
}

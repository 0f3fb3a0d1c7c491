import { Component, input } from '@angular/core';

/** Nothing to show: a drawing when it is the first time, what to do, and the buttons inside. */
@Component({
  selector: 'lk-empty',
  template: `
    @if (drawing()) {
      <svg width="280" height="64" viewBox="0 32 280 64" fill="none" aria-hidden="true" focusable="false">
        <g class="thin" stroke-width="1.5" stroke-dasharray="3 4"><path d="M52 64h70M158 64h70" /></g>
        <circle class="end" cx="36" cy="64" r="16" stroke-width="1.5" />
        <path class="mark" d="M29 60h14v9H29zM29 60l7 5 7-5" stroke-width="1.5" stroke-linejoin="round" />
        <circle class="middle" cx="140" cy="64" r="18" stroke-width="2" />
        <circle class="person" cx="140" cy="61" r="5" stroke-width="1.75" />
        <path class="person" d="M131 74c1-5 5-7 9-7s8 2 9 7" stroke-width="1.75" stroke-linecap="round" />
        <circle class="end" cx="244" cy="64" r="16" stroke-width="1.5" />
        <path class="mark" d="M237 70v-5M242 70v-9M247 70v-12M251 70v-7" stroke-width="1.75" stroke-linecap="round" />
      </svg>
    }
    <h2>{{ heading() }}</h2>
    <p><ng-content /></p>
    <div class="actions"><ng-content select="[lkActions]" /></div>
  `,
  styles: `
    :host {
      flex: 1;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 12px;
      padding: 48px 24px 96px;
      text-align: center;
    }
    h2 {
      font: var(--lk-title);
      letter-spacing: -0.015em;
    }
    p {
      max-width: 44ch;
      color: var(--lk-ink-2);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--lk-2);
      margin-top: 8px;
    }
    svg {
      max-width: 100%;
    }
    .thin {
      stroke: var(--lk-line-strong);
    }
    .end {
      fill: var(--lk-surface);
      stroke: var(--lk-line-strong);
    }
    .mark {
      stroke: var(--lk-ink-2);
    }
    .middle {
      fill: var(--lk-accent-soft);
      stroke: var(--lk-accent);
    }
    .person {
      stroke: var(--lk-accent);
    }
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
  readonly drawing = input(false);
}

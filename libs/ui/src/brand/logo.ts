import { Component } from '@angular/core';

/** Two ends and what joins them. */
@Component({
  selector: 'lk-logo',
  template: `
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.25" aria-hidden="true" focusable="false">
      <circle cx="6.5" cy="17.5" r="3.75" />
      <circle cx="17.5" cy="6.5" r="3.75" fill="currentColor" />
      <path d="M9.3 14.7l5.4-5.4" /></svg
    ><span>Linkage</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 10px;
      font: 600 15px/20px var(--lk-font);
      letter-spacing: -0.01em;
    }
    svg {
      flex: none;
      width: 22px;
      height: 22px;
      color: var(--lk-accent);
    }
  `,
})
export class Logo {}

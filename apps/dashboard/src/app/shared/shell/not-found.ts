import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageHeading } from './page-heading';

@Component({
  selector: 'app-not-found',
  imports: [RouterLink, PageHeading],
  template: `
    <h1 appPageHeading>Page not found</h1>
    <p>The address may be mistyped, or the page has moved.</p>
    <a class="lk-button secondary" routerLink="/creators">All creators</a>
  `,
  styles: `
    :host {
      flex: 1;
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 12px;
      padding: 24px 24px 96px;
      text-align: center;
    }
    h1 {
      outline: none;
    }
    p {
      color: var(--lk-ink-2);
    }
  `,
})
export class NotFound {}

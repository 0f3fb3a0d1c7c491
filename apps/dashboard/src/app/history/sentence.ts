import { Component, inject, input } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { SentencePart } from '@linkage/contracts';
import { AsOf } from '../shared/as-of/as-of';

interface Target {
  path: string[];
  query: Record<string, string>;
}

/**
 * Where a name leads: an account to its profile, a creator to the invitation with its story, a member to what they did.
 */
const targetOf = ({ is, id }: NonNullable<SentencePart['about']>): Target => {
  switch (is) {
    case 'account':
      return { path: ['/accounts', id], query: {} };
    case 'creator':
      return { path: ['/creators'], query: { history: id } };
    case 'member':
      return { path: ['/history'], query: { actor: id } };
  }
};

/** A sentence whose names are links. */
@Component({
  selector: 'app-sentence',
  imports: [RouterLink],
  template: `@for (part of sentence(); track $index) {
    @if (part.about; as about) {
      <a [routerLink]="target(about).path" [queryParams]="target(about).query" (click)="leave($event, about)"
        ><bdi>{{ part.text }}</bdi></a
      >
    } @else {
      <span>{{ part.text }}</span>
    }
  }`,
  styles: `
    :host {
      overflow-wrap: anywhere;
    }
    a {
      font-weight: 500;
      text-decoration: underline;
      text-decoration-color: var(--lk-line-strong);
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
    }
    a:hover {
      text-decoration-color: currentcolor;
    }
  `,
})
export class Sentence {
  readonly sentence = input.required<readonly SentencePart[]>();
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly asOf = inject(AsOf);

  /** As of the moment that is shown. */
  protected target(about: NonNullable<SentencePart['about']>): Target {
    const { path, query } = targetOf(about);
    const moment = this.asOf.moment();
    return { path, query: moment === null ? query : { ...query, asOf: moment } };
  }

  /** A drawer does not stay in front of the page that was gone to; one that is that page stays. */
  protected leave(event: MouseEvent, about: NonNullable<SentencePart['about']>): void {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { path, query } = this.target(about);
    if (this.router.createUrlTree(path, { queryParams: query }).toString() === this.router.url) return;
    this.dialogs.closeAll();
  }
}

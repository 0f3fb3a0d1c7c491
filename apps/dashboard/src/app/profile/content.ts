import { Component, computed, inject, input, signal } from '@angular/core';
import { AnalyticsApi } from '@linkage/api-client';
import type { ContentType, PlatformId } from '@linkage/contracts';
import { platformData, platforms } from '@linkage/platform-guide';
import { Banner, Icon, formatExact } from '@linkage/ui';
import { filter } from 'rxjs';
import { AsOf } from '../shared/as-of/as-of';
import { Changes } from '../shared/changes/changes';
import { Dialogs } from '../base/dialogs';
import { Screen } from '../base/screen';
import { ContentCard } from './content-card';
import { ContentFilter, asParameters } from './content-filter';
import { ContentState } from './content-state';
import { DateFilter } from '../shared/date-filter/date-filter';
import { typeWords } from '../shared/words/type-words';

/** What was published, newest first, with its figures as of the last refresh. */
@Component({
  selector: 'app-content',
  imports: [Banner, ContentCard, DateFilter, Icon],
  templateUrl: './content.html',
  styleUrl: './content.css',
  host: { role: 'region', 'aria-label': 'Content' },
})
export class Content {
  private readonly api = inject(AnalyticsApi);
  private readonly changes = inject(Changes);
  private readonly dialogs = inject(Dialogs);
  private readonly asOf = inject(AsOf);
  readonly accountId = input.required<string>();
  readonly platform = input.required<PlatformId>();
  protected readonly filter = new ContentFilter();
  protected readonly posts = new ContentState(
    computed(() => ({ ...this.asOf.ask(this.accountId()), ...this.filter.view() }), {
      equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
    }),
    ({ view, cursor, limit }) =>
      this.api.content(view.accountId, {
        limit,
        ...asParameters(view),
        ...(cursor && { cursor }),
        ...(view.asOf && { asOf: view.asOf }),
      }),
    this.changes.of('content').pipe(filter((ids) => ids === null || ids.includes(this.accountId()))),
  );
  protected readonly screen = inject(Screen);
  protected readonly words = (type: ContentType): ReturnType<typeof typeWords> => typeWords(this.platform(), type);
  protected readonly exact = formatExact;
  /** On phones each card shows three figures until this is asked for. */
  protected readonly allFigures = signal(false);
  protected readonly wide = computed(() => platformData[this.platform()].contentTypes[0]?.shape === 'wide');
  protected readonly noun = computed(() => platforms[this.platform()].content.many);
  protected readonly summary = computed(() => {
    const content = this.posts.content();
    if (content === undefined) return '';
    const [shown, total] = [exact(content.items.length), exact(content.total)];
    return shown === total
      ? `${total} ${this.noun()}, newest first`
      : `${shown} of ${total} ${this.noun()}, newest first`;
  });

  protected async explain(): Promise<void> {
    const { Meanings } = await import('./meanings');
    this.dialogs.open(Meanings, 'meanings-title', { autoFocus: 'dialog', data: this.platform() });
  }
}

const exact = formatExact;

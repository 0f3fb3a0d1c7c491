import { Component, computed, inject, input, signal } from '@angular/core';
import { AnalyticsApi } from '@linkage/api-client/analytics';
import type { ContentType, PlatformId } from '@linkage/contracts';
import { platformData, platforms } from '@linkage/platform-guide';
import { Icon, formatExact } from '@linkage/ui';
import { filter } from 'rxjs';
import { LoadProblem } from '../base/load-problem';
import { AsOf } from '../shared/as-of/as-of';
import { Changes } from '../shared/changes/changes';
import { Dialogs } from '../base/dialogs';
import { Screen } from '../base/screen';
import { ContentCard } from './content-card';
import { ContentFilter, asParameters } from './content-filter';
import { ContentState } from './content-state';
import { Places } from '../shared/shell/places';
import { unsharedText } from './unshared';
import { DateFilter } from '../shared/date-filter/date-filter';
import { typeWords } from '../shared/words/type-words';

/** What was published, newest first, with its figures as of the last refresh. */
@Component({
  selector: 'app-content',
  imports: [ContentCard, DateFilter, Icon, LoadProblem],
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
  /** The creator left out the permission for all of it. */
  readonly withheld = input(false);
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
    this.changes.of('content', 'pictures').pipe(filter((ids) => ids === null || ids.includes(this.accountId()))),
    inject(Places),
  );
  protected readonly screen = inject(Screen);
  protected readonly words = (type: ContentType): ReturnType<typeof typeWords> => typeWords(this.platform(), type);
  protected readonly exact = formatExact;
  /** Until this is asked for, cards leave out what the platform shares of no post, and on phones show three figures. */
  protected readonly allFigures = signal(false);
  protected readonly wide = computed(() => platformData[this.platform()].contentTypes[0]?.shape === 'wide');
  protected readonly noun = computed(() => platforms[this.platform()].content.many);
  protected readonly spoken = computed(() => platforms[this.platform()].spoken);
  /** Said once for all cards. */
  protected readonly unshared = computed(() => unsharedText(this.platform()));
  protected readonly summary = computed(() => {
    const content = this.posts.content();
    if (content === undefined) return '';
    const shown = content.items.length === content.total ? '' : `${exact(content.items.length)} of `;
    // The number of posts that the platform gives counts no stories.
    const stories = content.types.find(({ type }) => type === 'story')?.count ?? 0;
    const also = stories === 0 ? '' : ` and ${exact(stories)} ${stories === 1 ? 'story' : 'stories'}`;
    return `${shown}${exact(content.total - stories)} ${this.noun()}${also}, newest first`;
  });

  protected async explain(): Promise<void> {
    const load = () => import('./meanings').then(({ Meanings }) => Meanings);
    await this.dialogs.show(load, 'meanings-title', { autoFocus: 'dialog', data: this.platform() });
  }
}

const exact = formatExact;

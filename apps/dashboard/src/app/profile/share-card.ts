import { Component, computed, inject, input, signal } from '@angular/core';
import type { AudiencePart, Distribution, PlatformId, SharePart, ShownFigure } from '@linkage/contracts';
import { platformData, platforms } from '@linkage/platform-guide';
import { Icon, formatExact, formatShare } from '@linkage/ui';
import { ShareBar } from '@linkage/ui/figures';
import { Dialogs, drawer } from '../base/dialogs';
import { Chart, type Drawing } from './chart';
import { ageColumns, describe, fullList, genderBar, placeBars, withOthers } from './drawings';
import { absence } from '../shared/words/absence';
import { keptNote } from '../shared/words/missing';

const drawings: Readonly<Record<AudiencePart, (parts: readonly SharePart[]) => Drawing>> = {
  countries: placeBars,
  cities: placeBars,
  ages: ageColumns,
  genders: genderBar,
};
const statedGender: Readonly<Record<string, string>> = { others: 'Others, undisclosed or non-binary' };

/** One question about the audience, answered by a chart or as a table; or why there is no answer. */
@Component({
  selector: 'app-share-card',
  imports: [Chart, Icon, ShareBar],
  templateUrl: './share-card.html',
  styleUrl: './share-card.css',
})
export class ShareCard {
  private readonly dialogs = inject(Dialogs);
  readonly kind = input.required<AudiencePart>();
  readonly question = input.required<string>();
  readonly subtitle = input.required<string>();
  readonly shares = input.required<ShownFigure<Distribution>>();
  readonly platform = input.required<PlatformId>();
  protected readonly asTable = signal(false);
  protected readonly distribution = computed(() => {
    const shares = this.shares();
    return shares.is === 'value' ? shares.value : null;
  });
  protected readonly missing = computed(() => {
    const { is } = this.shares();
    return is === 'value' ? null : absence(is, this.platform(), platformData[this.platform()].audience[this.kind()]);
  });
  /** Where it is not from the last refresh: from when. */
  protected readonly kept = computed(() => {
    const { is, kept } = this.shares();
    return is === 'value' && kept ? keptNote(kept) : null;
  });
  protected readonly parts = computed(() => {
    const distribution = this.distribution();
    return distribution === null ? [] : withOthers(distribution, this.kind() !== 'ages');
  });
  protected readonly rows = computed(() => {
    const distribution = this.distribution();
    if (distribution === null) return [];
    return this.kind() === 'genders' || this.kind() === 'ages' ? this.parts() : fullList(distribution);
  });
  /** Where the chart leaves out places that the platform names: how many there are. */
  protected readonly all = computed(() => {
    const [kind, distribution] = [this.kind(), this.distribution()];
    if (distribution === null || (kind !== 'countries' && kind !== 'cities')) return null;
    const { all, named } = distribution;
    return all.length > named.length ? `All ${formatExact(all.length)} ${kind}` : null;
  });
  protected readonly drawing = computed(() => drawings[this.kind()](this.parts()));
  protected readonly description = computed(() => `${this.question()} ${describe(this.parts())}.`);
  protected readonly share = formatShare;

  protected async showAll(): Promise<void> {
    const load = () => import('./share-list').then(({ ShareList }) => ShareList);
    const subtitle = `As ${platforms[this.platform()].name} names them, the largest share first`;
    const data = { question: this.question(), subtitle, rows: this.rows() };
    await this.dialogs.show(load, 'share-list-title', { ...drawer, autoFocus: 'first-heading', data });
  }

  protected label({ key, label }: SharePart): string {
    return this.kind() === 'genders' ? (statedGender[key] ?? label) : label;
  }
}

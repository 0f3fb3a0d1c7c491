import { computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, type ParamMap } from '@angular/router';
import type { ContentParameters } from '@linkage/api-client/analytics';
import { contentTypes, type ContentType } from '@linkage/contracts';
import { dayEnd, dayStart } from '../base/dates';

interface ContentView {
  /** Empty: all. */
  types: readonly ContentType[];
  /** ISO dates, `to` inclusive. */
  from: string | undefined;
  to: string | undefined;
  /** Only posts that the platform does not have any more. */
  deleted: boolean;
}

const isoDate = (text: string | null): string | undefined =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;

/** Unknown types and dates are left out. */
export const readContentView = (address: ParamMap): ContentView => {
  const given = (address.get('type') ?? '').split(',');
  const types = given.flatMap((type) => contentTypes.find((known) => known === type) ?? []);
  return {
    types: [...new Set(types)],
    from: isoDate(address.get('from')),
    to: isoDate(address.get('to')),
    deleted: address.get('deleted') === 'only',
  };
};

/** As the API takes them: the days of the viewer's zone, as instants. */
export const asParameters = ({ types, from, to, deleted }: ContentView): ContentParameters => ({
  ...(types.length > 0 && { type: types.join(',') }),
  ...(from && { from: dayStart(from) }),
  ...(to && { to: dayEnd(to) }),
  ...(deleted && { deleted: 'only' }),
});

/** Which posts are shown, as it stands in the address. */
export class ContentFilter {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  readonly view = computed(() => readContentView(this.address()), {
    equal: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  readonly narrowed = computed(
    () =>
      this.view().types.length > 0 ||
      this.view().from !== undefined ||
      this.view().to !== undefined ||
      this.view().deleted,
  );

  /** Adds a type to those that are shown, or takes it away again. */
  toggle(type: ContentType): void {
    const { types } = this.view();
    const wanted = types.includes(type) ? types.filter((other) => other !== type) : [...types, type];
    this.go({ type: wanted.join(',') || null });
  }

  allTypes(): void {
    this.go({ type: null });
  }

  toggleDeleted(): void {
    this.go({ deleted: this.view().deleted ? null : 'only' });
  }

  dates(from: string | null, to: string | null): void {
    this.go({ from, to });
  }

  clear(): void {
    this.go({ type: null, from: null, to: null, deleted: null });
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      preserveFragment: true,
    });
  }
}

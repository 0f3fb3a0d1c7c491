import { computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, type ParamMap } from '@angular/router';
import type { ContentTypeName } from '@linkage/contracts';
import { typeWords } from './words';

export interface ContentView {
  type: ContentTypeName | undefined;
  /** ISO dates, `to` inclusive. */
  from: string | undefined;
  to: string | undefined;
}

const isoDate = (text: string | null): string | undefined => (text !== null && /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined);

/** Unknown types and dates are left out. */
export const readContentView = (address: ParamMap): ContentView => {
  const type = address.get('type') ?? '';
  return { type: type in typeWords ? (type as ContentTypeName) : undefined, from: isoDate(address.get('from')), to: isoDate(address.get('to')) };
};

/** Which posts are shown, as it stands in the address. */
export class ContentFilter {
  private readonly route = inject(ActivatedRoute);
  private readonly router = inject(Router);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  readonly view = computed(() => readContentView(this.address()), { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  readonly narrowed = computed(() => Object.values(this.view()).some((value) => value !== undefined));

  type(type: ContentTypeName | null): void {
    this.go({ type });
  }

  dates(from: string | null, to: string | null): void {
    this.go({ from, to });
  }

  clear(): void {
    this.go({ type: null, from: null, to: null });
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams, queryParamsHandling: 'merge', preserveFragment: true });
  }
}

import { InjectionToken } from '@angular/core';
import type { Router } from '@angular/router';

/** Loads a page of this app anew, with nothing kept of what this one knows. */
export const LOAD_PAGE = new InjectionToken<(address: string) => void>('LOAD_PAGE', {
  providedIn: 'root',
  factory: () => (address) => location.assign(address),
});

/** Where the reader is going while that page has not come yet. */
export const addressUnderWay = (router: Router): string | undefined =>
  router.getCurrentNavigation()?.extractedUrl.toString();

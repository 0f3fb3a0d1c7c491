import { InjectionToken } from '@angular/core';

/** Loads a page of this app anew, with nothing kept of what this one knows. */
export const LOAD_PAGE = new InjectionToken<(address: string) => void>('LOAD_PAGE', {
  providedIn: 'root',
  factory: () => (address) => location.assign(address),
});

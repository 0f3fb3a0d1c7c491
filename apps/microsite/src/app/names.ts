import type { PlatformId } from '@linkage/contracts';
import { platforms } from '@linkage/platform-guide';

/** What people call the platform; empty while it is not known which one. */
export const platformName = (id: PlatformId | undefined): string => (id === undefined ? '' : platforms[id].name);

const count = new Intl.NumberFormat('en');

/** 41,700 */
export const shownCount = (value: number): string => count.format(value);

/** `@handle`, whether the platform gives it with its sign or without. */
export const handle = (username: string): string => `@${username.replace(/^@/, '')}`;

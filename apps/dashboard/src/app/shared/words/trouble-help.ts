import type { AccountTroubleCause, RefreshTrouble } from '@linkage/contracts';
import * as words from '@linkage/platform-guide';

/** What ended the access, and what brings it back. `{platform}` stands for the platform's name. */
export const causeHelp: Readonly<Record<AccountTroubleCause, string>> = words.causeHelp;

/** Why refreshing is late. */
export const lateReasons: Readonly<Record<RefreshTrouble, string>> = words.lateReasons;

export { about, lateHelpOf } from '@linkage/platform-guide';

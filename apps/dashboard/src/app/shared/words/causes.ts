import type { AccountTroubleCause, RefreshTrouble } from '@linkage/contracts';
import * as words from '@linkage/platform-guide';

/** Why an account needs its creator, as a label. */
export const causeLabels: Readonly<Record<AccountTroubleCause, string>> = words.causeLabels;

/** What ended the access, and what brings it back. `{platform}` stands for the platform's name. */
export const causeHelp: Readonly<Record<AccountTroubleCause, string>> = words.causeHelp;

/** Why refreshing is late. */
export const lateReasons: Readonly<Record<RefreshTrouble, string>> = words.lateReasons;

export { about, lateHelpOf } from '@linkage/platform-guide';

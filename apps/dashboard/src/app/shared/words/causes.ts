import type { AccountTroubleCause, RefreshTrouble } from '@linkage/contracts';
import * as words from '@linkage/platform-guide';

/** Why an account needs its creator, as a label. */
export const causeLabels: Readonly<Record<AccountTroubleCause, string>> = words.causeLabels;

/** What ended the access, and what brings it back. `{platform}` stands for the platform's name. */
export const causeHelp: Readonly<Record<AccountTroubleCause, string>> = words.causeHelp;

/** Why refreshing is late, though there is nothing to do. */
export const lateReasons: Readonly<Record<RefreshTrouble, string>> = words.lateReasons;

/** Of those, what only the operator of this installation can change, and how. */
export const operatorHelp: Readonly<Partial<Record<RefreshTrouble, string>>> = words.operatorHelp;

export { about } from '@linkage/platform-guide';

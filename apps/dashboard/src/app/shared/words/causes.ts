import type { AccountTroubleCause } from '@linkage/contracts';
import * as words from '@linkage/platform-guide';

/** Why an account needs its creator, as a label. */
export const causeLabels: Readonly<Record<AccountTroubleCause, string>> = words.causeLabels;

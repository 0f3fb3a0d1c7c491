import type { Microsite } from '@linkage/contracts';
import { about, stoppedBecause } from '@linkage/platform-guide';
import { handle, platformName } from '../names';
import { texts, type Values } from '../texts';

interface Stopped {
  readonly heading: string;
  readonly lead: string;
  readonly values: Values;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * What the page opens with, as the mail does that asks to reconnect; null: all accounts work, or were disconnected on
 * purpose.
 */
export const whatStopped = ({ brand, platforms }: Microsite): Stopped | null => {
  const stopped = platforms.flatMap(({ platform, accounts }) =>
    accounts.flatMap(({ username, cause }) =>
      cause === null || cause === 'disconnected' ? [] : [{ name: platformName(platform), username, cause }],
    ),
  );
  const [first] = stopped;
  if (first === undefined) return null;
  if (stopped.length > 1)
    return {
      heading: texts.stopped.several,
      lead: texts.stopped.leadSeveral,
      values: { brand, count: String(stopped.length) },
    };
  const because = capital(about(first.name, stoppedBecause[first.cause]));
  const values = { brand, because, platform: first.name, account: handle(first.username) };
  return { heading: texts.stopped.one, lead: texts.stopped.leadOne, values };
};

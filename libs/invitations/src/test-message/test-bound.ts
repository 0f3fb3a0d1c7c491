import { testedTooOften } from '../message-template/message-template.errors';

const PAUSE_MS = 10_000;
const HOUR_MS = 3_600_000;
const MOST_IN_HOUR = 20;

/** `asked`: when the member asked for tests before, the oldest first. @throws mail-quota-exceeded */
export const expectTestAllowed = (asked: readonly string[], now: Date): void => {
  const at = now.getTime();
  const times = asked.map((one) => Date.parse(one)).filter((one) => one <= at && one > at - HOUR_MS);
  const waits = [
    (times.at(-1) ?? Number.NEGATIVE_INFINITY) + PAUSE_MS - at,
    times.length < MOST_IN_HOUR ? 0 : (times.at(-MOST_IN_HOUR) ?? at) + HOUR_MS - at,
  ];
  const wait = Math.max(...waits);
  if (wait > 0) throw testedTooOften(MOST_IN_HOUR, Math.ceil(wait / 1_000));
};

import {
  DATA_AGE,
  type DataAge,
  type PlatformCalls,
  type PlatformSetupShown,
  type PlatformTested,
} from '@linkage/contracts';
import { platformData, platforms } from '@linkage/platform-guide';
import type { IconName, Tone } from '@linkage/ui';

interface Said {
  tone: Tone;
  icon: IconName;
  text: string;
}

/** Whether creators can connect it, in a few words. */
export const stateInWords = ({ state }: PlatformSetupShown): Said => {
  switch (state) {
    case 'own-app':
      return { tone: 'ok', icon: 'check', text: 'Your app' };
    case 'sandbox':
      return { tone: 'info', icon: 'info', text: 'Platform sandbox' };
    case 'missing':
      return { tone: 'quiet', icon: 'eye-off', text: 'Not offered to creators' };
    case 'not-built':
      return { tone: 'quiet', icon: 'eye-off', text: 'Not in this version' };
  }
};

const spans: ReadonlyMap<number, string> = new Map([
  [60_000, 'minute'],
  [3_600_000, 'hour'],
  [86_400_000, 'day'],
]);
const whole = new Intl.NumberFormat('en-GB');
const time = new Intl.DateTimeFormat('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' });

/** How much of the budget of calls is left, and what waits for it. */
export const callsInWords = ({ most, everyMs, left, refreshesFrom }: PlatformCalls): string => {
  const budget = `${whole.format(left)} of ${whole.format(most)} left in a ${spans.get(everyMs) ?? 'span'}`;
  if (refreshesFrom === null) return `${budget}.`;
  return `${budget}. They are used up: refreshes wait until ${time.format(new Date(refreshesFrom))} and then go on in their order.`;
};

const HOUR_MS = 3_600_000;
const share = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1, roundingMode: 'trunc' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** How many accounts have figures as fresh as they should be, and how old the oldest are. */
export const ageInWords = ({ accounts, late, oldest }: DataAge): Said => {
  const hours = DATA_AGE.within / HOUR_MS;
  if (accounts === 0) return { tone: 'quiet', icon: 'clock', text: 'No account is refreshed.' };
  const fresh = 1 - late / accounts;
  const text = `${share.format(fresh)} of ${whole.format(accounts)} ${accounts === 1 ? 'account' : 'accounts'} younger than ${hours} h`;
  if (oldest === null) return { tone: 'ok', icon: 'check', text };
  const isGood = fresh >= DATA_AGE.share;
  const goal = isGood ? '' : ` (${share.format(DATA_AGE.share)} wanted)`;
  return {
    tone: isGood ? 'ok' : 'warn',
    icon: isGood ? 'check' : 'clock',
    text: `${text}${goal}. The oldest are from ${day.format(new Date(oldest))}.`,
  };
};

/** What the platform said of the app, and what to do about it. */
export const testInWords = ({ platform, verdict, report }: PlatformTested): Said => {
  const { name } = platforms[platform];
  switch (verdict) {
    case 'good':
      return { tone: 'ok', icon: 'check', text: `${name} accepts the app.` };
    case 'refused':
      return {
        tone: 'bad',
        icon: 'alert',
        text: `${name} does not accept the app. Compare the id, the secret and the redirect URI with those at ${platformData[platform].setup.makeAppAt}.${report === null ? '' : ` Report ${report} in the log has the answer.`}`,
      };
    case 'no-plan':
      return { tone: 'warn', icon: 'alert', text: `${name} knows the app, but it has no plan or no credits there.` };
    case 'busy':
      return { tone: 'warn', icon: 'clock', text: `${name} asks to wait. Test again in a quarter of an hour.` };
    case 'down':
      return { tone: 'warn', icon: 'offline', text: `${name} does not answer. Test again in a moment.` };
  }
};

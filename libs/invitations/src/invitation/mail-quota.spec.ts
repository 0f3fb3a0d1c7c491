import { askedAt, DAY_MS, HOUR_MS, nothingAsked, quotaRefusal, type Asked } from './mail-quota';

const quotas = {
  workspaceHour: 3,
  workspaceDay: 5,
  invitationDay: 4,
  invitationPauseSeconds: 60,
  installationHour: 10,
};
const minute = 60_000;
const now = 1_000 * DAY_MS;
const asked = (...ago: number[]): Asked => ago.reduce((all, one) => askedAt(all, now - one, DAY_MS), nothingAsked);
const refusal = (usage: Partial<Record<'invitation' | 'recipient' | 'workspace' | 'installation', Asked>>) =>
  quotaRefusal(
    {
      invitation: nothingAsked,
      recipient: nothingAsked,
      workspace: nothingAsked,
      installation: nothingAsked,
      ...usage,
    },
    quotas,
    now,
  );

describe('one more mail', () => {
  it('may be asked for as long as no limit is reached', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ workspace: asked(50 * minute, 30 * minute), installation: asked(minute) })).toBeNull();
  });

  it.each([
    ['a moment ago', { invitation: asked(20_000) }, 40],
    ['a creator in a day', { recipient: asked(20 * HOUR_MS, 3 * HOUR_MS, 2 * HOUR_MS, HOUR_MS) }, 4 * 3_600 + 60],
    ['a workspace in an hour', { workspace: asked(50 * minute, 30 * minute, minute) }, 11 * 60],
    ['a workspace in a day', { workspace: asked(...[23, 22, 21, 20, 19].map((h) => h * HOUR_MS)) }, 3_660],
    ['an installation in an hour', { installation: asked(...Array.from({ length: 10 }, () => 59 * minute)) }, 120],
  ])('is refused when too many were: %s', (_, usage, seconds) => {
    expect(refusal(usage)?.retryAfterSeconds).toBe(seconds);
    expect(refusal(usage)?.sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('does not wait for what lies in the future, because the clock was put back since', () =>
    expect(refusal({ invitation: asked(-DAY_MS), workspace: asked(-HOUR_MS, -HOUR_MS, -HOUR_MS) })).toBeNull());

  it('needs no more memory than there are minutes', () => {
    const all = Array.from({ length: 10_000 }, (_, index) => index).reduce(
      (usage, index) => askedAt(usage, now + index * minute, HOUR_MS),
      nothingAsked,
    );
    expect(Object.keys(all.minutes).length).toBeLessThan(65);
  });
});

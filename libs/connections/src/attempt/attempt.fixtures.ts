import type {
  AuthorizationAbandoned,
  AuthorizationChoiceOffered,
  AuthorizationFailed,
  AuthorizationStarted,
  AuthorizationSucceeded,
} from './attempt.events';

/** Facts for specs: Misaki tries Instagram. */
const ofMisaki = {
  attemptId: '01936000-0000-7000-8000-0000000000a1',
  invitationId: '01936000-0000-7000-8000-000000000001',
  platform: 'instagram',
} as const;

export const anAttemptStarted = (data: Partial<AuthorizationStarted['data']> = {}): AuthorizationStarted => ({
  type: 'AuthorizationStarted',
  data: { ...ofMisaki, creatorName: '田中 美咲', creatorEmail: 'misaki.tanaka@hinata.example', ...data },
});

export const anAttemptSucceeded = (data: Partial<AuthorizationSucceeded['data']> = {}): AuthorizationSucceeded => ({
  type: 'AuthorizationSucceeded',
  data: { ...ofMisaki, accountId: '01936000-0000-7000-8000-00000000000a', reconnected: false, ...data },
});

export const anAttemptFailed = (data: Partial<AuthorizationFailed['data']> = {}): AuthorizationFailed => ({
  type: 'AuthorizationFailed',
  data: { ...ofMisaki, reason: 'consent-denied', step: 2, ...data },
});

export const anAttemptAbandoned = (data: Partial<AuthorizationAbandoned['data']> = {}): AuthorizationAbandoned => ({
  type: 'AuthorizationAbandoned',
  data: { ...ofMisaki, step: 2, ...data },
});

export const aChoiceOffered = (data: Partial<AuthorizationChoiceOffered['data']> = {}): AuthorizationChoiceOffered => ({
  type: 'AuthorizationChoiceOffered',
  data: { ...ofMisaki, offered: 3, until: '2026-01-16T09:00:00.000Z', ...data },
});

import type {
  AccessLostCause,
  AuthorizationAbandoned,
  AuthorizationFailed,
  AuthorizationStarted,
  AuthorizationSucceeded,
  SocialAccountAccessLost,
  SocialAccountConnected,
  SocialAccountDisconnected,
  SocialAccountReconnected,
} from '@linkage/published-facts';
import { accessLostWords, failureWords } from './failures';
import { called, counted, handle, say, type Subjects, type Telling } from './telling';

const steps = ['page opened', 'sent over', 'signed in', 'agreed'] as const;
const reached = (step: 1 | 2 | 3 | 4): string => `Step ${step} of 4, ${steps[step - 1]}. Nothing was stored.`;

type OfAttempt = { attemptId: string; invitationId: string };
const ofAttempt = ({ attemptId, invitationId }: OfAttempt): Subjects => ({ attemptId, invitationId });
type OfAccount = { accountId: string; invitationId: string };
const ofAccount = ({ accountId, invitationId }: OfAccount): Subjects => ({ accountId, invitationId });

export const authorizationStarted: Telling<AuthorizationStarted['data'], { name: string; email: string }> = {
  kind: 'connections',
  subjects: ofAttempt,
  gist: ({ creatorName, creatorEmail }) => ({ name: creatorName, email: creatorEmail }),
  say: ({ name }, { person, platform }) => ({ sentence: say`${called(person, name)} set out to connect ${platform}` }),
};

export const authorizationSucceeded: Telling<AuthorizationSucceeded['data'], { missing: number; again: boolean }> = {
  kind: 'connections',
  subjects: (data) => ({ ...ofAttempt(data), accountId: data.accountId }),
  gist: ({ missing = [], reconnected = false }) => ({ missing: missing.length, again: reconnected }),
  say: ({ missing, again }, { person, platform, account }) => ({
    sentence: say`${person} came back from ${platform} and agreed${again ? ' again' : ''}: ${account}`,
    detail: missing === 0 ? null : `${counted(missing, 'optional permission')} left unticked.`,
  }),
};

export const authorizationFailed: Telling<AuthorizationFailed['data'], { reason: string; step: 1 | 2 | 3 | 4 }> = {
  kind: 'connections',
  subjects: ofAttempt,
  gist: ({ reason, step }) => ({ reason, step }),
  say: ({ reason, step }, { person, platform, platformId }) => ({
    sentence: say`${person} could not connect ${platform}: ${failureWords(reason, platformId)}`,
    detail: reached(step),
    tone: 'bad',
  }),
};

export const authorizationAbandoned: Telling<AuthorizationAbandoned['data'], { step: 1 | 2 | 3 | 4 }> = {
  kind: 'connections',
  subjects: ofAttempt,
  gist: ({ step }) => ({ step }),
  say: ({ step }, { person, platform }) => ({
    sentence: say`${person} went to ${platform} and did not come back`,
    detail: reached(step),
    tone: 'warn',
  }),
};

export const socialAccountConnected: Telling<
  SocialAccountConnected['data'],
  { username: string; name: string; email: string }
> = {
  kind: 'connections',
  subjects: ofAccount,
  gist: ({ username, creatorName, creatorEmail }) => ({
    username: handle(username),
    name: creatorName,
    email: creatorEmail,
  }),
  say: ({ username, name }, { person, platform, account }) => ({
    sentence: say`${called(person, name)} connected ${platform} ${called(account, username)}`,
    tone: 'good',
  }),
};

export const socialAccountReconnected: Telling<SocialAccountReconnected['data'], { username: string }> = {
  kind: 'connections',
  subjects: ofAccount,
  gist: ({ username }) => ({ username: handle(username) }),
  say: ({ username }, { person, platform, account }) => ({
    sentence: say`${person} connected ${platform} ${called(account, username)} again`,
    detail: 'Its history goes on.',
    tone: 'good',
  }),
};

export const socialAccountDisconnected: Telling<SocialAccountDisconnected['data']> = {
  kind: 'connections',
  subjects: ofAccount,
  gist: () => ({}),
  say: (_, { actor, platform, account }) => ({
    sentence: say`${actor} disconnected ${platform} ${account}`,
    detail: 'The old figures stay.',
    tone: 'warn',
  }),
};

export const socialAccountAccessLost: Telling<SocialAccountAccessLost['data'], { cause: AccessLostCause }> = {
  kind: 'connections',
  subjects: ofAccount,
  gist: ({ cause }) => ({ cause }),
  say: ({ cause }, { person, platform, account }) => ({
    sentence: say`${platform} refused access to ${account}: ${accessLostWords[cause]}`,
    detail: `${person.text} has to connect it again. The old figures stay.`,
    tone: 'warn',
  }),
};

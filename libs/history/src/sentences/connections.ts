import type {
  AccessLostCause,
  AuthorizationAbandoned,
  AuthorizationChoiceOffered,
  AuthorizationFailed,
  AuthorizationGivenBack,
  AuthorizationStarted,
  AuthorizationSucceeded,
  MicrositeOpened,
  SocialAccountAccessLost,
  SocialAccountAccessRegained,
  SocialAccountConnected,
  SocialAccountDisconnected,
  SocialAccountReconnected,
} from '@linkage/published-facts';
import { accessLostWords, failureWords } from './failures';
import { told, type Found } from './refreshes';
import { called, counted, handle, phrase, type Subjects, type FactSentence } from './fact-sentence';

const steps = ['page opened', 'sent over', 'signed in', 'agreed'] as const;
const reached = (step: 1 | 2 | 3 | 4): string => `Step ${step} of 4, ${steps[step - 1]}. Nothing was stored.`;

type OfAttempt = { attemptId: string; invitationId: string };
const ofAttempt = ({ attemptId, invitationId }: OfAttempt): Subjects => ({ attemptId, invitationId });
type OfAccount = { accountId: string; invitationId: string };
const ofAccount = ({ accountId, invitationId }: OfAccount): Subjects => ({ accountId, invitationId });

export const micrositeOpened: FactSentence<MicrositeOpened['data']> = {
  kind: 'connections',
  subjects: ({ invitationId }) => ({ invitationId }),
  gist: () => ({}),
  compose: (_, { person }) => ({ sentence: phrase`${person} opened the page of the invite` }),
};

export const authorizationStarted: FactSentence<AuthorizationStarted['data'], { name: string; email: string }> = {
  kind: 'connections',
  subjects: ofAttempt,
  gist: ({ creatorName, creatorEmail }) => ({ name: creatorName, email: creatorEmail }),
  compose: ({ name }, { person, platform }) => ({
    sentence: phrase`${called(person, name)} started connecting ${platform}`,
  }),
};

export const authorizationSucceeded: FactSentence<AuthorizationSucceeded['data'], { missing: number; again: boolean }> =
  {
    kind: 'connections',
    subjects: (data) => ({ ...ofAttempt(data), accountId: data.accountId }),
    gist: ({ missing = [], reconnected = false }) => ({ missing: missing.length, again: reconnected }),
    compose: ({ missing, again }, { person, platform, account }) => ({
      sentence: phrase`${person} gave permission on ${platform}${again ? ' again' : ''}: ${account}`,
      detail: missing === 0 ? null : `${counted(missing, 'optional permission')} left unticked.`,
    }),
  };

export const authorizationFailed: FactSentence<AuthorizationFailed['data'], { reason: string; step: 1 | 2 | 3 | 4 }> = {
  kind: 'connections',
  subjects: ofAttempt,
  gist: ({ reason, step }) => ({ reason, step }),
  compose: ({ reason, step }, { person, platform, platformId }) => ({
    sentence: phrase`${person} could not connect ${platform}: ${failureWords(reason, platformId)}`,
    detail: reached(step),
    tone: 'bad',
  }),
};

export const authorizationChoiceOffered: FactSentence<AuthorizationChoiceOffered['data'], { offered: number }> = {
  kind: 'connections',
  subjects: ofAttempt,
  gist: ({ offered }) => ({ offered }),
  compose: ({ offered }, { person, platform }) => ({
    sentence:
      offered === 1
        ? phrase`${person} agreed on ${platform} and is asked whether the account is the right one`
        : phrase`${person} agreed on ${platform} and chooses from ${counted(offered, 'account')}`,
  }),
};

export const authorizationAbandoned: FactSentence<AuthorizationAbandoned['data'], { step: 1 | 2 | 3 | 4 }> = {
  kind: 'connections',
  subjects: ofAttempt,
  gist: ({ step }) => ({ step }),
  compose: ({ step }, { person, platform }) => ({
    sentence:
      step === 4
        ? phrase`${person} agreed on ${platform} and did not say which account is meant`
        : phrase`${person} went to ${platform} and did not come back`,
    detail: reached(step),
    tone: 'warn',
  }),
};

const whatThePlatformDid = (revoked: boolean | null, platform: string, person: string): string => {
  if (revoked === null) return `${platform} was not asked to take it back: other accounts need it.`;
  return revoked
    ? `${platform} took it back.`
    : `${platform} did not take it back; ${person} can remove Linkage in the settings there.`;
};

export const authorizationGivenBack: FactSentence<AuthorizationGivenBack['data'], { revoked: boolean | null }> = {
  kind: 'connections',
  subjects: ofAttempt,
  gist: ({ revoked }) => ({ revoked }),
  compose: ({ revoked }, { person, platform }) => ({
    sentence: phrase`The access to ${platform} that ${person} gave and did not use was deleted`,
    detail: whatThePlatformDid(revoked, platform, person.text),
    ...(revoked === false && { tone: 'warn' }),
  }),
};

export const socialAccountConnected: FactSentence<
  SocialAccountConnected['data'],
  { username: string; name: string; email: string; found?: Found }
> = {
  kind: 'connections',
  subjects: ofAccount,
  gist: ({ username, creatorName, creatorEmail }) => ({
    username: handle(username),
    name: creatorName,
    email: creatorEmail,
  }),
  compose: ({ username, name, found }, { person, platform, platformId, account }) => ({
    sentence: phrase`${called(person, name)} connected ${platform} ${called(account, username)}`,
    detail: found === undefined ? null : `First refresh: ${told(found, platformId)}.`,
    tone: 'good',
  }),
};

export const socialAccountReconnected: FactSentence<
  SocialAccountReconnected['data'],
  { username: string; found?: Found }
> = {
  kind: 'connections',
  subjects: ofAccount,
  gist: ({ username }) => ({ username: handle(username) }),
  compose: ({ username, found }, { person, platform, platformId, account }) => ({
    sentence: phrase`${person} connected ${platform} ${called(account, username)} again`,
    detail: `Its history goes on.${found === undefined ? '' : ` First refresh since: ${told(found, platformId)}.`}`,
    tone: 'good',
  }),
};

export const socialAccountDisconnected: FactSentence<SocialAccountDisconnected['data']> = {
  kind: 'connections',
  subjects: ofAccount,
  gist: () => ({}),
  compose: (_, { actor, platform, account }) => ({
    sentence: phrase`${actor} disconnected ${platform} ${account}`,
    detail: 'Earlier figures are kept.',
    tone: 'warn',
  }),
};

export const socialAccountAccessLost: FactSentence<SocialAccountAccessLost['data'], { cause: AccessLostCause }> = {
  kind: 'connections',
  subjects: ofAccount,
  gist: ({ cause }) => ({ cause }),
  compose: ({ cause }, { person, platform, account }) => ({
    sentence: phrase`${platform} refused access to ${account}: ${accessLostWords[cause]}`,
    detail: `${person.text} needs to reconnect it. Earlier figures are kept.`,
    tone: 'warn',
  }),
};

export const socialAccountAccessRegained: FactSentence<SocialAccountAccessRegained['data'], { found?: Found }> = {
  kind: 'connections',
  subjects: ofAccount,
  gist: () => ({}),
  compose: ({ found }, { person, platform, platformId, account }) => ({
    sentence: phrase`${platform} gives access to ${account} again`,
    detail: `${person.text} does not need to reconnect it.${found === undefined ? '' : ` First refresh since: ${told(found, platformId)}.`}`,
    tone: 'good',
  }),
};

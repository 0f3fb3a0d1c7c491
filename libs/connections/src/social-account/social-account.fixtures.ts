import type {
  SocialAccountAccessLost,
  SocialAccountAccessRegained,
  SocialAccountConnected,
  SocialAccountDisconnected,
  SocialAccountReconnected,
} from './social-account.events';

export const invitationId = '01936000-0000-7000-8000-000000000001';
export const accountId = '01936000-0000-7000-8000-00000000000a';

/** Facts for specs: Misaki's Instagram account. */
const ofMisaki = { accountId, invitationId, platform: 'instagram' } as const;
export const identity = {
  platformAccountId: '17841400000000001',
  username: 'misaki.t',
  displayName: '田中 美咲',
  avatarUrl: 'https://cdn.example/misaki.jpg',
};
export const granted = ['instagram_business_basic', 'instagram_business_manage_insights'];

export const anAccountConnected = (data: Partial<SocialAccountConnected['data']> = {}): SocialAccountConnected => ({
  type: 'SocialAccountConnected',
  data: {
    ...ofMisaki,
    ...identity,
    granted,
    creatorName: '田中 美咲',
    creatorEmail: 'misaki.tanaka@hinata.example',
    ...data,
  },
});

export const anAccountReconnected = (
  data: Partial<SocialAccountReconnected['data']> = {},
): SocialAccountReconnected => ({
  type: 'SocialAccountReconnected',
  data: { ...ofMisaki, ...identity, granted, ...data },
});

export const anAccountDisconnected = (
  data: Partial<SocialAccountDisconnected['data']> = {},
): SocialAccountDisconnected => ({
  type: 'SocialAccountDisconnected',
  data: { ...ofMisaki, by: 'creator', ...data },
});

export const anAccessLost = (data: Partial<SocialAccountAccessLost['data']> = {}): SocialAccountAccessLost => ({
  type: 'SocialAccountAccessLost',
  data: { ...ofMisaki, cause: 'password-changed', ...data },
});

export const anAccessRegained = (): SocialAccountAccessRegained => ({
  type: 'SocialAccountAccessRegained',
  data: ofMisaki,
});

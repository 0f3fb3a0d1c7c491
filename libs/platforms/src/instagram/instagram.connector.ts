import { defineConnector } from '../define-connector';
import { InstagramAccount } from './instagram.account';
import { readInstagramCallback } from './instagram.callback';
import { instagramRules } from './instagram.errors';
import { InstagramOAuth } from './instagram.oauth';

/**
 * Professional Instagram accounts, by the "Instagram API with Instagram Login". It has no call to revoke: creators
 * remove apps in its settings.
 */
export const instagramConnector = defineConnector({
  platform: 'instagram',
  usesPkce: false,
  rules: instagramRules,
  readCallback: readInstagramCallback,
  oauth: (context) => new InstagramOAuth(context),
  account: (session, hosts) => new InstagramAccount(session, hosts),
});

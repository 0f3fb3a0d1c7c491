import { defineConnector } from '../define-connector';
import { TiktokAccount } from './tiktok.account';
import { readTiktokCallback } from './tiktok.callback';
import { tiktokRules } from './tiktok.errors';
import { TiktokOAuth } from './tiktok.oauth';

/** TikTok accounts, by Login Kit for the web and the Display API v2. */
export const tiktokConnector = defineConnector({
  platform: 'tiktok',
  usesPkce: false,
  rules: tiktokRules,
  readCallback: readTiktokCallback,
  oauth: (context) => new TiktokOAuth(context),
  account: (session, hosts) => new TiktokAccount(session, hosts),
});

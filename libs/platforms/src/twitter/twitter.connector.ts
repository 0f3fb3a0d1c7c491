import { defineConnector } from '../define-connector';
import { TwitterAccount } from './twitter.account';
import { readTwitterCallback } from './twitter.callback';
import { twitterRules } from './twitter.errors';
import { TwitterOAuth } from './twitter.oauth';

/** X accounts, by the API v2. */
export const twitterConnector = defineConnector({
  platform: 'twitter',
  usesPkce: true,
  rules: twitterRules,
  readCallback: readTwitterCallback,
  oauth: (context) => new TwitterOAuth(context),
  account: (session, hosts) => new TwitterAccount(session, hosts),
});

import { defineConnector } from '../define-connector';
import { FacebookAccount } from './facebook.account';
import { readFacebookCallback } from './facebook.callback';
import { facebookRules } from './facebook.errors';
import { FacebookOAuth } from './facebook.oauth';

/**
 * Facebook Pages, by the Graph API. One consent gives access to any number of Pages; personal profiles have no figures.
 */
export const facebookConnector = defineConnector({
  platform: 'facebook',
  usesPkce: false,
  rules: facebookRules,
  readCallback: readFacebookCallback,
  oauth: (context) => new FacebookOAuth(context),
  account: (session, hosts) => new FacebookAccount(session, hosts),
});

import { defineConnector } from '../define-connector';
import { TwitchAccount } from './twitch.account';
import { TwitchApi } from './twitch.api';
import { readTwitchCallback } from './twitch.callback';
import { twitchRules } from './twitch.errors';
import { TwitchOAuth } from './twitch.oauth';
import { TwitchWebhook } from './twitch-webhook';

/** Twitch channels, by the Helix API. */
export const twitchConnector = defineConnector({
  platform: 'twitch',
  usesPkce: false,
  rules: twitchRules,
  readCallback: readTwitchCallback,
  oauth: (context) => new TwitchOAuth(context),
  webhook: (context, secret) => new TwitchWebhook(context, secret),
  account: (session, hosts, { clientId }) => new TwitchAccount(new TwitchApi(session, hosts, clientId), session, hosts),
});

import { defineConnector } from '../define-connector';
import { YoutubeAccount } from './youtube.account';
import { readYoutubeCallback } from './youtube.callback';
import { youtubeRules } from './youtube.errors';
import { YoutubeOAuth } from './youtube.oauth';

/** YouTube channels, by the Data API v3 and the Analytics API v2. */
export const youtubeConnector = defineConnector({
  platform: 'youtube',
  usesPkce: true,
  rules: youtubeRules,
  readCallback: readYoutubeCallback,
  oauth: (context) => new YoutubeOAuth(context),
  account: (session, hosts) => new YoutubeAccount(session, hosts),
});

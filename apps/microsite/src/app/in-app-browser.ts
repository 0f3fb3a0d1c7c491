/** Browsers inside apps: platforms' log-in pages often fail there (P24). */
const apps: readonly (readonly [RegExp, string])[] = [
  [/\bInstagram\b/, 'Instagram'],
  [/\bFBAN\b|\bFBAV\b|\bFB_IAB\b/, 'Facebook'],
  [/musical_ly|BytedanceWebview|\bTikTok\b|\btrill_/i, 'TikTok'],
  [/\bSnapchat\b/, 'Snapchat'],
  [/\bTwitter for\b|\bTwitterAndroid\b/, 'X (Twitter)'],
  [/\bLinkedInApp\b/, 'LinkedIn'],
  [/\bPinterest\b/, 'Pinterest'],
  [/\bLine\//, 'LINE'],
  [/\bMicroMessenger\b/, 'WeChat'],
];

export interface InAppBrowser {
  readonly app: string;
  /** An address that opens the page in the phone's own browser; null where only the app's menu can. */
  readonly openUrl: string | null;
}

export function inAppBrowser(userAgent: string, page: string): InAppBrowser | null {
  const app = apps.find(([pattern]) => pattern.test(userAgent))?.[1];
  return app === undefined ? null : { app, openUrl: /\bAndroid\b/.test(userAgent) ? androidIntent(page) : null };
}

function androidIntent(page: string): string {
  const { protocol, host, pathname } = new URL(page);
  return `intent://${host}${pathname}#Intent;scheme=${protocol.replace(':', '')};action=android.intent.action.VIEW;end`;
}

import { platformIds, platforms } from '@linkage/platform-guide';

/** Browsers inside apps, the platforms' own and others: platforms' log-in pages often fail there (P24). */
const apps: readonly { readonly app: string; readonly userAgent: RegExp }[] = [
  ...platformIds.flatMap((id) => {
    const { name: app, inAppBrowser: userAgent } = platforms[id];
    return userAgent === null ? [] : [{ app, userAgent }];
  }),
  { app: 'Snapchat', userAgent: /\bSnapchat\b/ },
  { app: 'LinkedIn', userAgent: /\bLinkedInApp\b/ },
  { app: 'Pinterest', userAgent: /\bPinterest\b/ },
  { app: 'LINE', userAgent: /\bLine\// },
  { app: 'WeChat', userAgent: /\bMicroMessenger\b/ },
];

interface InAppBrowser {
  readonly app: string;
  /** An address that opens the page in the phone's own browser; null where only the app's menu can. */
  readonly openUrl: string | null;
}

export function inAppBrowser(userAgent: string, page: string): InAppBrowser | null {
  const app = apps.find((each) => each.userAgent.test(userAgent))?.app;
  return app === undefined ? null : { app, openUrl: /\bAndroid\b/.test(userAgent) ? androidIntent(page) : null };
}

function androidIntent(page: string): string {
  const { protocol, host, pathname } = new URL(page);
  return `intent://${host}${pathname}#Intent;scheme=${protocol.replace(':', '')};action=android.intent.action.VIEW;end`;
}

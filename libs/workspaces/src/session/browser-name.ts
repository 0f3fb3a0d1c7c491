const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];
const firstOf = (known: readonly (readonly [RegExp, string])[], agent: string): string | undefined =>
  known.find(([sign]) => sign.test(agent))?.[1];

const LONGEST = 1_000;

/** What people call it, such as "Firefox on Windows"; empty: it does not say. */
export const browserName = (userAgent: string): string => {
  const agent = userAgent.slice(0, LONGEST);
  const [browser, system] = [firstOf(browsers, agent), firstOf(systems, agent)];
  return [browser, system].filter((part) => part !== undefined).join(' on ');
};

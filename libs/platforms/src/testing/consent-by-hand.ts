/** What a creator does on a platform's pages. */
export interface Choice {
  /** Id of the seeded person. */
  readonly person: string;
  readonly decision?: 'allow' | 'cancel';
  /** Scopes to untick. */
  readonly without?: readonly string[];
}

/**
 * Goes through the sandbox's log-in and consent pages as a browser would, by their links and forms only.
 * Gives the query that the creator's browser comes back to the redirect URI with; a fragment never reaches a server.
 */
export async function consentByHand(
  authorizeUrl: string,
  { person, decision = 'allow', without = [] }: Choice,
): Promise<Record<string, string>> {
  const login = await page(authorizeUrl);
  const link = attributes(login.html, 'a', 'href').find(
    (href) => new URL(href, login.url).searchParams.get('account') === person,
  );
  if (link === undefined) throw new Error(`The log-in page has no ${person}.`);
  const consent = await page(new URL(link, login.url).href);
  const action = attributes(consent.html, 'form', 'action')[0];
  if (action === undefined) throw new Error('The consent page has no form.');
  const boxes = tags(consent.html, 'input').filter(
    (tag) => / name="scope"/.test(tag) && / checked/.test(tag) && !/ disabled/.test(tag),
  );
  const ticked = boxes.map((tag) => attribute(tag, 'value') ?? '').filter((scope) => !without.includes(scope));
  const form = new URLSearchParams([
    ...ticked.map((scope): [string, string] => ['scope', scope]),
    ['decision', decision],
  ]);
  const answer = await fetch(new URL(action, consent.url), { method: 'POST', body: form, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The consent form was answered with ${answer.status}.`);
  return Object.fromEntries(new URL(location).searchParams);
}

/** Follows redirects as long as they stay on the platform. */
async function page(url: string): Promise<{ html: string; url: string }> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${new URL(url).pathname} was answered with ${response.status}.`);
  return { html: await response.text(), url: response.url };
}

const tags = (html: string, name: string): string[] => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
const attributes = (html: string, tag: string, name: string): string[] =>
  tags(html, tag).flatMap((each) => attribute(each, name) ?? []);

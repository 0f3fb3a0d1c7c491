/** What a creator does on a platform's pages. */
export interface Choice {
  /** Id of the seeded person. */
  readonly person: string;
  readonly decision?: 'allow' | 'cancel';
  /** Scopes to untick. */
  readonly without?: readonly string[];
  /** Of a log-in that may go on as several: as which; absent: as itself. */
  readonly identity?: string;
  /** Of a person's several accounts those to give; absent: all. */
  readonly accounts?: readonly string[];
}

/**
 * Goes through the sandbox's log-in and consent pages as a browser would, by their links and forms only.
 * Gives the query that the creator's browser comes back to the redirect URI with; a fragment never reaches a server.
 */
export async function consentByHand(
  authorizeUrl: string,
  { person, identity = person, decision = 'allow', without = [], accounts }: Choice,
): Promise<Record<string, string>> {
  const login = await page(authorizeUrl);
  const link = linkTo(login, person);
  if (link === undefined) throw new Error(`The log-in page has no ${person}.`);
  const next = await page(link);
  const chosen = linkTo(next, identity);
  const consent = chosen === undefined ? next : await page(chosen);
  const action = attributes(consent.html, 'form', 'action')[0];
  if (action === undefined) throw new Error('The consent page has no form.');
  const ticked = (name: string): string[] =>
    tags(consent.html, 'input')
      .filter((tag) => tag.includes(` name="${name}"`) && / checked/.test(tag) && !/ disabled/.test(tag))
      .map((tag) => attribute(tag, 'value') ?? '');
  const form = new URLSearchParams([
    ...ticked('scope').flatMap((scope): [string, string][] => (without.includes(scope) ? [] : [['scope', scope]])),
    ...(accounts ?? ticked('account')).map((account): [string, string] => ['account', account]),
    ['decision', decision],
  ]);
  const answer = await fetch(new URL(action, consent.url), { method: 'POST', body: form, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`The consent form was answered with ${answer.status}.`);
  return Object.fromEntries(new URL(location).searchParams);
}

interface Opened {
  readonly html: string;
  readonly url: string;
}

const linkTo = ({ html, url }: Opened, account: string): string | undefined =>
  attributes(html, 'a', 'href')
    .map((href) => new URL(href, url))
    .find(({ searchParams }) => searchParams.get('account') === account)?.href;

/** Follows redirects as long as they stay on the platform. */
async function page(url: string): Promise<Opened> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${new URL(url).pathname} was answered with ${response.status}.`);
  return { html: await response.text(), url: response.url };
}

const tags = (html: string, name: string): string[] => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? [];
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
const attributes = (html: string, tag: string, name: string): string[] =>
  tags(html, tag).flatMap((each) => attribute(each, name) ?? []);

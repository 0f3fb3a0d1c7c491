/**
 * As much of a browser as the path of a person needs: cookies per host, redirects followed by hand, links and forms of
 * a page.
 */
export class HttpBrowser {
  #cookies = new Map();

  /** @param {string} origin where relative paths go, and the Origin of posts */
  constructor(origin) {
    this.origin = origin;
  }

  get(path) {
    return this.#request(new URL(path, this.origin), {});
  }

  post(path, body) {
    return this.#request(new URL(path, this.origin), {
      method: 'POST',
      headers: { origin: this.origin, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** The platform's pages: chooses `person` on the log-in page, then allows or cancels, and comes back to Linkage. */
  async consent(authorizeUrl, person, decide) {
    const login = await this.#follow(new URL(authorizeUrl), {});
    const links = [...login.text.matchAll(/href="([^"]+)"/g)].map(([, href]) => new URL(unescaped(href), login.url));
    const choice = links.find((url) => url.searchParams.get('account') === person);
    if (!choice) throw new Error(`${person} is not on the log-in page at ${login.url.origin}`);
    const page = await this.#follow(choice, {});
    const action = new URL(unescaped(/<form[^>]*action="([^"]+)"/.exec(page.text)?.[1] ?? ''), page.url);
    const form = new URLSearchParams({ decision: decide });
    for (const [input, name] of page.text.matchAll(/<input[^>]*name="(scope|account)"[^>]*>/g))
      form.append(name, unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ''));
    await this.#follow(action, {
      method: 'POST',
      headers: { origin: action.origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
  }

  async #follow(url, init) {
    const answer = await this.#request(url, init);
    const location = answer.headers.get('location');
    if (answer.status >= 300 && answer.status < 400 && location) return this.#follow(new URL(location, url), {});
    return { url, text: await answer.text() };
  }

  async #request(url, init) {
    const jar = this.#cookies.get(url.hostname) ?? new Map();
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie && { cookie }) },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) jar.set(name, value);
    }
    this.#cookies.set(url.hostname, jar);
    return answer;
  }
}

const unescaped = (text) =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

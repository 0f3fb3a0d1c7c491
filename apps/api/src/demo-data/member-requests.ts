import { answerOf, type Answer, type Desk } from './answers';

/** What a signed-in member's browser would ask of this server, with its cookie. */
export class MemberRequests implements Desk {
  constructor(
    private readonly origin: string,
    private readonly cookie: string,
  ) {}

  /** @throws Error with the server's words */
  async get(path: string, position?: string): Promise<Answer> {
    const headers = { cookie: this.cookie, ...(position && { 'x-linkage-position': position }) };
    return answerOf(await fetch(`${this.origin}${path}`, { headers }));
  }

  /** @throws Error with the server's words */
  async post(path: string, body: object): Promise<Answer> {
    const headers = { cookie: this.cookie, origin: this.origin, 'content-type': 'application/json' };
    return answerOf(await fetch(`${this.origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
  }
}

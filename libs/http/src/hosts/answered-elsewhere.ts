import type { FastifyReply, FastifyRequest } from 'fastify';
import { plainPagePolicy } from '../pages/plain-page';
import { wantsPage } from '../pages/wants-page';
import { PROBLEM_JSON, problemBody } from '../problems/problem-body';
import { scopeOf } from '../request/scope-of';
import { cspNonce } from '../security/content-security-policy';
import { readCookie, setCookie } from '../security/cookies';
import { askedHost } from './asked-host';
import { whereTo } from './public-host';
import type { TrustedProxies } from './trusted-proxies';
import { wrongHost, wrongHostDetail } from './wrong-host';
import { wrongHostPage } from './wrong-host-page';

/** Remembers that a browser was sent on: one that comes back under a wrong name again would go round for ever. */
const SENT_ON = 'linkage-sent-on';

/** Answers a request that was not sent to the public address of this Linkage; false when it was. */
export function answeredElsewhere(
  request: FastifyRequest,
  reply: FastifyReply,
  { publicUrl, proxies }: { readonly publicUrl: string; readonly proxies: TrustedProxies },
): boolean {
  const { method, url, raw } = request;
  const asked = askedHost(raw, proxies);
  const forPerson = wantsPage(request);
  const wasSentOn = readCookie(raw.headers.cookie, SENT_ON) !== undefined;
  const where = whereTo({ method, url, host: asked.name, wantsPage: forPerson, wasSentOn }, publicUrl);
  if (where.is === 'here') return false;
  reply.header('cache-control', 'no-store');
  if (where.is === 'redirect') {
    reply.header(
      'set-cookie',
      setCookie({ name: SENT_ON, value: '1', maxAgeSeconds: 30, sameSite: 'lax', secure: false }),
    );
    reply.redirect(where.to, 307);
    return true;
  }
  const wrong = wrongHost(asked, publicUrl);
  if (forPerson) {
    const nonce = cspNonce();
    const path = url.startsWith('/') ? url : '/';
    reply
      .code(421)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', plainPagePolicy(nonce))
      .send(wrongHostPage(wrong, { publicUrl, path, nonce }));
    return true;
  }
  reply
    .code(421)
    .header('content-type', PROBLEM_JSON)
    .send(
      problemBody(
        { status: 421, code: 'origin-refused', detail: wrongHostDetail(wrong, publicUrl) },
        scopeOf(request).correlationId,
      ),
    );
  return true;
}

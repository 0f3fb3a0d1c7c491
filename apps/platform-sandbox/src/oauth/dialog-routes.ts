import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Html } from '../http/html';
import { formFields, queryOf, type Parameters } from '../http/parameters';
import type { Sandbox } from '../sandbox';
import type { Person } from '../world/person';
import { consentPage } from './consent-page';
import { authorizeUrl, consentPath, consentUrl, type Dialog } from './dialog';
import { identityPage } from './identity-page';
import { loginPage } from './login-page';
import { problemPage } from './problem-page';

/**
 * Log-in and consent, as two pages. Which account was chosen stands in the address (`account=`): there is no session,
 * so any number of people can go through at once.
 */
export function dialogRoutes(app: FastifyInstance, sandbox: Sandbox, dialog: Dialog, path: string): void {
  const page = (reply: FastifyReply, status: number, body: Html): FastifyReply =>
    reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(body.text);
  const personOf = (query: Parameters): Person | undefined =>
    sandbox.world.person(dialog.platform, query['account'] ?? dialog.chosen(query) ?? '');

  app.get(path, async (request, reply) => {
    const query = queryOf(request);
    const problem = dialog.check(query);
    if (problem) return page(reply, 400, problemPage(dialog, problem));
    if (dialog.chosen(query) !== undefined && personOf(query))
      return reply.redirect(consentUrl(dialog, query, dialog.chosen(query) ?? ''));
    return page(reply, 200, loginPage(dialog, sandbox, query));
  });

  app.get(consentPath(path), async (request, reply) => {
    const query = queryOf(request);
    const problem = dialog.check(query);
    const person = personOf(query);
    if (problem) return page(reply, 400, problemPage(dialog, problem));
    if (!person) return reply.redirect(authorizeUrl(dialog, query));
    const identities = query['identity'] === undefined ? (dialog.identities?.(person) ?? []) : [];
    if (identities.length > 1) return page(reply, 200, identityPage(dialog, sandbox, query, identities));
    const onwards = dialog.refuses(person) ? undefined : dialog.skips(query, person);
    return onwards ? reply.redirect(onwards) : page(reply, 200, consentPage(dialog, sandbox, query, person));
  });

  app.post(consentPath(path), async (request, reply) => {
    const query = queryOf(request);
    const problem = dialog.check(query);
    const person = personOf(query);
    if (problem) return page(reply, 400, problemPage(dialog, problem));
    if (!person) return reply.redirect(authorizeUrl(dialog, query));
    const form = formFields(request);
    const asked = dialog.scopes(query);
    const granted = asked
      .filter(({ scope, fixed }) => fixed || form.getAll('scope').includes(scope))
      .map(({ scope }) => scope);
    const allowed = form.get('decision') === 'allow' && !dialog.refuses(person);
    note(sandbox, dialog, person, allowed ? `${granted.length} of ${asked.length} allowed` : 'refused');
    return reply.redirect(
      allowed ? dialog.allow(query, person, granted, chosenOf(dialog, person, form)) : dialog.deny(query),
    );
  });
}

const chosenOf = (dialog: Dialog, person: Person, form: URLSearchParams): string[] =>
  (dialog.accounts?.(person) ?? []).map(({ id }) => id).filter((id) => form.getAll('account').includes(id));

const note = (sandbox: Sandbox, dialog: Dialog, person: Person, what: string): void =>
  sandbox.calls.add({
    at: new Date(sandbox.clock.now()).toISOString(),
    platform: dialog.platform,
    method: 'consent',
    path: person.id,
    status: null,
    note: what,
  });

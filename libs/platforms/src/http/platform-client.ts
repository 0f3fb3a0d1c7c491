import type { Clock } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import type { z } from 'zod';
import { Unread } from '../answers/fields';
import { settle, unreadIn } from '../answers/settled';
import { isAppTrouble, PlatformError, type PlatformTrouble } from '../errors';
import { lossOf } from '../loss';
import { boundedText, jsonOrNothing } from './bounded-body';
import type { CallBudget } from './call-budget';
import { initOf, secretsOf, type PlatformAnswer, type PlatformRequest } from './platform-request';
import { newReportId, safeExcerpt, type ReportUnexpected } from './unexpected-answer';
import { isGood, isObject, platformDown, verdictOf, type AnswerRules, type Verdict } from './verdict';

/** What every connector needs beside its settings. */
export interface ClientEnvironment {
  readonly clock: Pick<Clock, 'now'>;
  /** Gets every answer that costs something unforeseen; its `reportId` is in the error or the loss as well. */
  readonly report: ReportUnexpected;
  /** For one request with its body; 10 s if not given. */
  readonly timeoutMs?: number;
  /** How far one reading of an account may go. */
  readonly bounds?: Partial<ReadingBounds>;
  /** Of all calls of this platform; absent: the platform alone says how many are too many. */
  readonly budget?: CallBudget | undefined;
  /** In the place of the network. */
  readonly transport?: (request: PlatformRequest) => Promise<Response>;
}

/** After so many calls, or so much time, the rest of an account is left for the next refresh. */
export interface ReadingBounds {
  readonly mostCalls: number;
  readonly mostMs: number;
}

const USED_UP = 'the calls that this installation allows itself are used up';
const usualTimeout = 10_000;
const longestBody = 5 * 1024 * 1024;

/** Calls one platform. Neither errors nor reports hold a URL, a token or a whole body. */
export class PlatformClient {
  constructor(
    readonly platform: PlatformId,
    readonly environment: ClientEnvironment,
  ) {}

  get now(): Date {
    return this.environment.clock.now();
  }

  /**
   * @param call `usual`: it can wait for the next refresh
   * @throws PlatformError `platform-down` when there is no whole answer: refused, timed out, cut or too long;
   *   `rate-limited` when the calls that this installation allows itself are used up
   */
  async send(request: PlatformRequest, call: 'usual' | 'essential' = 'essential'): Promise<PlatformAnswer> {
    const retryAt = (await this.environment.budget?.take(this.now, call)) ?? null;
    if (retryAt !== null) throw new PlatformError({ outcome: 'rate-limited', retryAt }, `${this.platform}: ${USED_UP}`);
    const { timeoutMs = usualTimeout, transport = overTheNetwork(timeoutMs) } = this.environment;
    try {
      const response = await transport(request);
      return {
        status: response.status,
        headers: response.headers,
        body: jsonOrNothing(await boundedText(response, longestBody)),
      };
    } catch (error) {
      throw new PlatformError(platformDown, `${this.platform}: no whole answer to ${request.call} (${nameOf(error)})`);
    }
  }

  /** A good answer, read by its schema. @throws PlatformError for any other */
  async read<S extends z.ZodType>(request: PlatformRequest, rules: AnswerRules, schema: S): Promise<z.output<S>> {
    const answer = await this.send(request);
    if (!isGood(answer, rules)) throw this.trouble(request, answer, this.verdict(request, answer, rules));
    const { data, unread } = this.parsed(answer, schema);
    if (data === undefined) throw this.unreadable(request, answer, unread);
    if (unread.length > 0)
      settle(data, lossOf({ outcome: 'unexpected', reportId: '' }, this.report(request.call, answer.status, unread)));
    return data;
  }

  /** `data` undefined: the whole is something else than promised. `unread`: what could not be read, and where. */
  parsed<S extends z.ZodType>(
    answer: PlatformAnswer,
    schema: S,
  ): { readonly data: z.output<S> | undefined; readonly unread: readonly string[] } {
    const unreadBefore = Unread.made;
    const read = schema.safeParse(answer.body);
    if (read.success) return { data: read.data, unread: Unread.made === unreadBefore ? [] : unreadIn(read.data) };
    return { data: undefined, unread: read.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`) };
  }

  verdict(request: PlatformRequest, answer: PlatformAnswer, rules: AnswerRules): Verdict {
    return verdictOf(answer, rules, { now: this.now, needs: request.needs ?? '' });
  }

  /** The error for an answer; reports it when it is unforeseen, or the operator's to see to. */
  trouble(request: PlatformRequest, answer: PlatformAnswer, verdict: Verdict): PlatformError {
    const said = `${this.platform}: ${request.call} was answered with ${answer.status}`;
    if (verdict !== null && !isAppTrouble(verdict.outcome))
      return new PlatformError(verdict, `${said}: ${verdict.outcome}`);
    const reportId = this.reportAnswer(request, answer);
    if (verdict !== null)
      return new PlatformError(verdict, `${said}: ${verdict.outcome}, report ${reportId}`, { reportId });
    return new PlatformError({ outcome: 'unexpected', reportId }, `${said}: unexpected, report ${reportId}`);
  }

  /** For a good answer that lacks what it is asked for. */
  unreadable(request: PlatformRequest, { status }: PlatformAnswer, unread: readonly string[]): PlatformError {
    const reportId = this.report(request.call, status, unread);
    const said = `${this.platform}: ${request.call} was answered with a body that is not understood`;
    return new PlatformError({ outcome: 'unexpected', reportId }, `${said}, report ${reportId}`);
  }

  /** @returns the report's id */
  reportAnswer(request: PlatformRequest, { status, body }: PlatformAnswer): string {
    return this.report(request.call, status, [safeExcerpt(body, secretsOf(request))]);
  }

  /** @returns the report's id */
  report(call: string, status: number, what: readonly string[]): string {
    const reportId = newReportId();
    const body = what.join('; ').slice(0, 2_000);
    this.environment.report({ reportId, platform: this.platform, call, status, body });
    return reportId;
  }

  /**
   * Runs what a connector does for one of its methods. An error that is no PlatformError (a mistake of ours) is
   * reported and becomes `unexpected`, so that callers see the closed set only.
   */
  async closed<T>(method: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.foreseen(method, error);
    }
  }

  /** The trouble of an error; one that is no PlatformError is reported with its place in the code. */
  troubleOf(method: string, error: unknown): PlatformTrouble {
    return this.foreseen(method, error).trouble;
  }

  private foreseen(method: string, error: unknown): PlatformError {
    if (error instanceof PlatformError) return error;
    const place =
      error instanceof Error
        ? `${error.name}: ${(error.stack ?? '').split('\n').slice(1, 4).join(' ').trim()}`
        : 'not an error';
    const reportId = this.report(method, 0, [place]);
    const said = `${this.platform}: ${method} did not understand an answer, report ${reportId}`;
    return new PlatformError({ outcome: 'unexpected', reportId }, said);
  }
}

/** A redirect could carry the token to another host, so that none is followed. */
const overTheNetwork = (timeoutMs: number) => (request: PlatformRequest) =>
  fetch(request.url, { ...initOf(request), redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });

/** The kind of a network error: its message may name the URL, its code does not. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause;
  return isObject(cause) && typeof cause['code'] === 'string' ? cause['code'] : error.name;
}

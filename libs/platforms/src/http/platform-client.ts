import type { Clock } from '@linkage/event-sourcing';
import type { PlatformId } from '@linkage/published-facts';
import { PlatformError } from '../errors';
import { boundedText, jsonOrNothing } from './bounded-body';
import { secretsOf, type PlatformAnswer, type PlatformRequest } from './platform-request';
import { newReportId, safeExcerpt, type ReportUnexpected } from './unexpected-answer';
import { isObject, platformDown, type Verdict } from './verdict';

/** What every connector needs beside its settings. */
export interface ClientEnvironment {
  readonly clock: Pick<Clock, 'now'>;
  /** Gets every answer that nobody foresaw; its `reportId` is in the error as well. */
  readonly report: ReportUnexpected;
  /** For one request with its body; 10 s if not given. */
  readonly timeoutMs?: number;
}

const usualTimeout = 10_000;
const longestBody = 5 * 1024 * 1024;

/** Calls one platform. Neither errors nor reports hold a URL, a token or a whole body. */
export class PlatformClient {
  constructor(
    private readonly platform: PlatformId,
    private readonly surroundings: ClientEnvironment,
  ) {}

  get now(): Date {
    return this.surroundings.clock.now();
  }

  /** @throws PlatformError `platform-down` when there is no whole answer: refused, timed out, cut or too long */
  async send(request: PlatformRequest): Promise<PlatformAnswer> {
    try {
      const response = await fetch(request.url, {
        method: request.method,
        // A redirect could carry the token to another host.
        redirect: 'manual',
        signal: AbortSignal.timeout(this.surroundings.timeoutMs ?? usualTimeout),
        headers: {
          accept: 'application/json',
          ...(request.bearer === undefined ? {} : { authorization: `Bearer ${request.bearer}` }),
        },
        ...(request.form === undefined ? {} : { body: new URLSearchParams(request.form) }),
      });
      return {
        status: response.status,
        headers: response.headers,
        body: jsonOrNothing(await boundedText(response, longestBody)),
      };
    } catch (error) {
      throw new PlatformError(platformDown, `${this.platform}: no whole answer to ${request.call} (${nameOf(error)})`);
    }
  }

  /** The body of a good answer. `verdict` says what any other answer means. @throws PlatformError */
  async json(
    request: PlatformRequest,
    verdict: (answer: PlatformAnswer) => Verdict,
  ): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.send(request);
    if (answer.status >= 200 && answer.status < 300 && isObject(answer.body) && !('error' in answer.body))
      return answer.body;
    throw this.trouble(request, answer, verdict(answer));
  }

  /** The error for an answer; reports it when nobody foresaw it. */
  trouble(request: PlatformRequest, answer: PlatformAnswer, verdict: Verdict): PlatformError {
    const said = `${this.platform}: ${request.call} was answered with ${answer.status}`;
    if (verdict !== null) return new PlatformError(verdict, `${said}: ${verdict.outcome}`);
    const reportId = newReportId();
    this.surroundings.report({
      reportId,
      platform: this.platform,
      call: request.call,
      status: answer.status,
      body: safeExcerpt(answer.body, secretsOf(request)),
    });
    return new PlatformError({ outcome: 'unexpected', reportId }, `${said}: unexpected, report ${reportId}`);
  }

  /**
   * Runs what a connector does for one of its methods. An error that is no PlatformError (the answer had a shape that our code cannot
   * read) is reported and becomes `unexpected`, so that callers see the closed set only.
   */
  async closed<T>(method: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw this.foreseen(method, error);
    }
  }

  /** The same for a stream. */
  async *closedStream<T>(method: string, stream: AsyncIterable<T>): AsyncIterable<T> {
    try {
      yield* stream;
    } catch (error) {
      throw this.foreseen(method, error);
    }
  }

  private foreseen(method: string, error: unknown): PlatformError {
    if (error instanceof PlatformError) return error;
    const reportId = newReportId();
    const place =
      error instanceof Error
        ? `${error.name}: ${(error.stack ?? '').split('\n').slice(1, 4).join(' ').trim()}`
        : 'not an error';
    this.surroundings.report({ reportId, platform: this.platform, call: method, status: 0, body: place });
    const said = `${this.platform}: ${method} did not understand an answer, report ${reportId}`;
    return new PlatformError({ outcome: 'unexpected', reportId }, said);
  }

  /** For a good answer whose body is not what the platform promises. */
  malformed(call: string): PlatformError {
    return new PlatformError(platformDown, `${this.platform}: ${call} was answered with a body that is not understood`);
  }
}

/** The kind of a network error: its message may name the URL, its code does not. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause;
  return isObject(cause) && typeof cause['code'] === 'string' ? cause['code'] : error.name;
}

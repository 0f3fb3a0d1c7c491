import { request as requestPlainly, type IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import type { PlatformId } from '@linkage/platform-guide';
import { PictureRefused, PictureUnreachable } from '../picture.errors';
import { pictureType, type PictureType } from '../picture-type';
import { allowedAddress, type AllowedAddress, type PictureOrigins } from './picture-sources';
import { publicLookup, type Resolve } from './public-lookup';

export interface PictureRequest {
  readonly address: string;
  readonly platform: PlatformId;
  /** The platform's mark of what is kept: it is asked whether that is still so. */
  readonly tag?: string | null;
  readonly signal: AbortSignal;
}

export interface FetchedPicture {
  readonly bytes: Uint8Array;
  readonly type: PictureType;
  readonly tag: string | null;
}

export interface FetchOptions {
  readonly origins: PictureOrigins;
  readonly mostBytes: number;
  readonly patienceMs?: number;
  readonly resolve?: Resolve;
}

const MOST_HOPS = 3;
const LINES_TO_A_HOST = 3;
const LONGEST_TAG = 200;
const again: readonly number[] = [408, 425, 500, 502, 503, 504];

/** Fetches pictures from their platforms, and from nowhere else. */
export class PictureFetcher {
  /** Its connections are used again: each has found its address by the lookup that looks at it. */
  private readonly lines: Agent;

  constructor(private readonly options: FetchOptions) {
    const lookup = publicLookup(options.resolve);
    this.lines = new Agent({ keepAlive: true, maxSockets: LINES_TO_A_HOST, maxFreeSockets: LINES_TO_A_HOST, lookup });
  }

  close(): void {
    this.lines.destroy();
  }

  /** null: what is kept is still so. @throws PictureRefused, PictureUnreachable */
  async fetch({ address, platform, tag, signal }: PictureRequest): Promise<FetchedPicture | null> {
    allowedAddress(address, platform, this.options.origins);
    const within = AbortSignal.any([signal, AbortSignal.timeout(this.options.patienceMs ?? 15_000)]);
    try {
      return await this.follow(address, platform, tag ?? null, within);
    } catch (error) {
      if (error instanceof PictureRefused || error instanceof PictureUnreachable) throw error;
      if ((error as Error).cause instanceof PictureRefused) throw (error as Error).cause;
      throw new PictureUnreachable(error instanceof Error ? error.message : String(error), true, { cause: error });
    }
  }

  /** Each hop is looked at as the first one was. */
  private async follow(
    address: string,
    platform: PlatformId,
    tag: string | null,
    signal: AbortSignal,
  ): Promise<FetchedPicture | null> {
    let next = address;
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      const allowed = allowedAddress(next, platform, this.options.origins);
      const answer = await this.ask(allowed, tag, signal);
      try {
        const { statusCode: status = 0, headers } = answer;
        if (status === 304 && tag !== null) return null;
        if (status === 200) return { ...(await this.picture(answer)), tag: tagOf(headers.etag) };
        if (status < 301 || status > 308 || headers.location === undefined)
          throw new PictureUnreachable(`the platform answers ${status}`, again.includes(status));
        const from = allowed.url.href;
        next = URL.canParse(headers.location, from) ? new URL(headers.location, from).href : '';
      } finally {
        answer.destroy();
      }
    }
    throw new PictureRefused(`it is behind more than ${MOST_HOPS} redirects`);
  }

  private ask({ url, trusted }: AllowedAddress, tag: string | null, signal: AbortSignal): Promise<IncomingMessage> {
    const headers = { accept: 'image/*', 'user-agent': 'Linkage', ...(tag !== null && { 'if-none-match': tag }) };
    return new Promise((resolve, reject) => {
      const options = { headers, signal, ...(!trusted && { agent: this.lines }) };
      const sent = url.protocol === 'https:' ? request(url, options) : requestPlainly(url, options);
      sent.on('response', resolve).on('error', reject).end();
    });
  }

  private async picture(answer: IncomingMessage): Promise<Pick<FetchedPicture, 'bytes' | 'type'>> {
    const { mostBytes } = this.options;
    const tooLong = (): PictureRefused => new PictureRefused(`it has more than ${mostBytes} bytes`);
    if (Number(answer.headers['content-length'] ?? 0) > mostBytes) throw tooLong();
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of answer as AsyncIterable<Buffer>) {
      length += part.length;
      if (length > mostBytes) throw tooLong();
      parts.push(part);
    }
    const bytes = Buffer.concat(parts);
    const type = pictureType(bytes);
    if (type === undefined) throw new PictureRefused('it is no JPEG, PNG, WebP, GIF or AVIF');
    return { bytes, type };
  }
}

const tagOf = (tag: string | undefined): string | null => (tag !== undefined && tag.length <= LONGEST_TAG ? tag : null);

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Installation, isSecure, readCookie, setCookie } from '@linkage/http';
import { KeyedHashes } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Browsers keep no cookie for longer. */
const LIFE_SECONDS = 400 * 24 * 3_600;
/** Accounts that one browser is known for; the one that signed in longest ago gives way. */
const MOST_ACCOUNTS = 5;
/** 16 random bytes and a MAC, as base64url. */
const entryShape = /^([\w-]{22})\.([\w-]{32})$/;

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));

/**
 * Browsers that have signed in before ("device cookies", OWASP): guesses of strangers cannot use up their attempts. The
 * cookie holds, for each account, a random name of the browser and a MAC of it and the member. It opens nothing: the
 * password is still asked for.
 */
@Injectable()
export class KnownBrowsers {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(
    installation: Installation,
    private readonly hashes: KeyedHashes,
  ) {
    this.secure = isSecure(installation);
    this.name = this.secure ? '__Host-linkage-browser' : 'linkage-browser';
  }

  cookieOf(request: FastifyRequest): string | undefined {
    return readCookie(request.headers.cookie, this.name);
  }

  /** The browser's name for this member; undefined: it has never signed in as them. */
  async recognise(cookie: string | undefined, memberId: string): Promise<string | undefined> {
    for (const entry of entriesOf(cookie)) if (await this.isOf(memberId, entry)) return entry.split('.')[0];
    return undefined;
  }

  async remember(memberId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const entries = entriesOf(this.cookieOf(request));
    const others: string[] = [];
    let own: string | undefined;
    for (const entry of entries) {
      if (own === undefined && (await this.isOf(memberId, entry))) own = entry;
      else others.push(entry);
    }
    const value = [own ?? (await this.entryFor(memberId)), ...others].slice(0, MOST_ACCOUNTS).join('~');
    reply.header(
      'set-cookie',
      setCookie({ name: this.name, value, maxAgeSeconds: LIFE_SECONDS, sameSite: 'strict', secure: this.secure }),
    );
  }

  private async entryFor(memberId: string): Promise<string> {
    const browser = randomBytes(16).toString('base64url');
    return `${browser}.${await this.macOf(memberId, browser)}`;
  }

  private async isOf(memberId: string, entry: string): Promise<boolean> {
    const [, browser = '', mac = ''] = entryShape.exec(entry) ?? [];
    return browser !== '' && same(mac, await this.macOf(memberId, browser));
  }

  private macOf(memberId: string, browser: string): Promise<string> {
    return this.hashes.ofInstallation('known-browser', `${memberId} ${browser}`);
  }
}

const entriesOf = (cookie: string | undefined): readonly string[] =>
  (cookie ?? '').split('~', MOST_ACCOUNTS).filter((entry) => entryShape.test(entry));

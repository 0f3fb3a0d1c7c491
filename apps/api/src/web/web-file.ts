import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const textual = /^(text|application)\/|svg/;

/**
 * Angular's builder puts a hash of the content into the name: `main-B1ShGHPS.js`. A word of eight small letters is
 * none.
 */
const hashed = /-(?=[\w-]{0,7}[A-Z0-9])[\w-]{8}\.\w+$/;

/** Not worth compressing. A page has twenty parts of less than a kilobyte. */
const SMALL = 200;

type Encoding = 'br' | 'gzip';

export class WebFile {
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its content. */
  readonly immutable: boolean;
  readonly bytes: Buffer;
  private readonly forms = new Map<Encoding, Promise<Buffer>>();

  constructor(path: string) {
    this.bytes = readFileSync(path);
    this.type = contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
    this.etag = `"${createHash('sha256').update(this.bytes).digest('base64url').slice(0, 22)}"`;
    this.immutable = hashed.test(path);
  }

  /** In the best form that the browser accepts; `encoding` null: as it is. */
  async accepted(acceptEncoding = ''): Promise<{ body: Buffer; encoding: Encoding | null }> {
    const encoding = this.choose(acceptEncoding);
    return { encoding, body: encoding ? await this.form(encoding) : this.bytes };
  }

  private choose(acceptEncoding: string): Encoding | null {
    if (!textual.test(this.type) || this.bytes.length < SMALL) return null;
    return /\bbr\b/.test(acceptEncoding) ? 'br' : /\bgzip\b/.test(acceptEncoding) ? 'gzip' : null;
  }

  private form(encoding: Encoding): Promise<Buffer> {
    const form = this.forms.get(encoding) ?? compress(this.bytes, encoding);
    this.forms.set(encoding, form);
    return form;
  }
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const compress = (content: Buffer, encoding: Encoding): Promise<Buffer> =>
  encoding === 'br'
    ? brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    : zip(content, { level: 9 });

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FormerFiles } from './former-files';
import { contentTypes, WebFile } from './web-file';

/** The files of one browser app, read once and kept with their compressed forms: a few megabytes. */
export class WebFiles {
  private readonly files = new Map<string, WebFile>();
  /** The page, with `__CSP_NONCE__` in the places of the nonce; undefined when the app is not built. */
  readonly index: string | undefined;
  /** Changes with each build; undefined when the app is not built. */
  readonly build: string | undefined;

  constructor(
    directory: string,
    private readonly former?: FormerFiles,
  ) {
    const index = join(directory, 'index.html');
    this.index = existsSync(index) ? readFileSync(index, 'utf8') : undefined;
    if (this.index === undefined) return;
    this.build = createHash('sha256').update(this.index).digest('base64url').slice(0, 12);
    for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && file !== index)
        this.files.set(relative(directory, file).split(sep).join('/'), new WebFile(file));
    }
  }

  /** What a page of this version may still ask for when it is served no more. */
  keepForLater(): void {
    this.former?.keep(this.files);
  }

  find(path: string): WebFile | undefined {
    return this.files.get(path) ?? this.former?.find(path);
  }
}

/**
 * Whether a path asks for a file, so that a missing one is not answered with a page. Invitation links have a dot, too.
 */
export const asksForFile = (path: string): boolean => extname(path).toLowerCase() in contentTypes;

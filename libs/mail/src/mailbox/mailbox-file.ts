import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The file of the embedded mailbox cannot be used; the message says which that is and what to do. */
export class MailboxUnusable extends Error {
  constructor(path: string, cause: unknown) {
    super(
      `${path} cannot be used: ${(cause as Error).message}. Remove it: the demo begins with an empty mailbox. Or set LINKAGE_SMTP_URL.`,
      { cause },
    );
    this.name = 'MailboxUnusable';
  }
}

const schema = `
  PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, message_id TEXT NOT NULL,
    to_name TEXT NOT NULL, to_address TEXT NOT NULL, from_name TEXT NOT NULL, from_address TEXT NOT NULL, subject TEXT NOT NULL, preview TEXT NOT NULL, at TEXT NOT NULL, raw BLOB NOT NULL,
    UNIQUE (message_id, recipient)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS message_recipient ON message (recipient, id);`;

/** Opens `<directory>/mailbox.db`, for its owner only: the mails hold links that open creators' pages. @throws MailboxUnusable */
export function openMailboxFile(directory: string): DatabaseSync {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'mailbox.db');
  try {
    return opened(path);
  } catch (error) {
    throw new MailboxUnusable(path, error);
  }
}

function opened(path: string): DatabaseSync {
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  const db = new DatabaseSync(path, { timeout: 5_000 });
  try {
    db.exec(schema);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

import { join } from 'node:path';
import { type DatabaseSync, openDatabase } from '@linkage/sqlite';

const SCHEMA = `
  CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT, recipient TEXT NOT NULL, message_id TEXT NOT NULL,
    to_name TEXT NOT NULL, to_address TEXT NOT NULL, from_name TEXT NOT NULL, from_address TEXT NOT NULL, subject TEXT NOT NULL, preview TEXT NOT NULL, at TEXT NOT NULL, raw BLOB NOT NULL,
    UNIQUE (message_id, recipient)
  ) STRICT;
  CREATE INDEX message_recipient ON message (recipient, id)`;

/** The mails hold links that open creators' pages. @throws DatabaseUnusable */
export const openMailboxFile = (directory: string): DatabaseSync =>
  openDatabase(join(directory, 'mailbox.db'), {
    synchronous: 'NORMAL',
    pragmas: { secure_delete: 'ON' },
    version: 1,
    create: SCHEMA,
    table: 'message',
    wayBack: 'Remove it: the demo begins with an empty mailbox. Or set LINKAGE_SMTP_URL.',
  });

/** Derived (random) stream names scatter only their small table. A fact's id is looked up within its stream only. */
const facts = `
  CREATE TABLE streams (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE facts (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    meta TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX facts_of_stream ON facts (stream, revision)`;

/** `done` marks finished facts beyond `position`; row ids grow, so they keep the order of parking. */
const groups = `
  CREATE TABLE consumer_groups (name TEXT PRIMARY KEY, position INTEGER NOT NULL) STRICT;
  CREATE TABLE group_facts (
    consumer_group TEXT NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'parked', 'replayed')),
    reason TEXT,
    at TEXT,
    UNIQUE (consumer_group, position)
  ) STRICT`;

export const logSchema = `${facts}; ${groups}`;

/** From version 1, which had no consumer groups, to 2. */
export const logUpgrades = [groups];

export const LOG_VERSION = 2;

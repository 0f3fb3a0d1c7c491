import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keyFileText } from '@linkage/vault';
import { SHORTEST_KEY } from '../config/shortest-key';

const operatorKeyFile = (directory: string): string => join(directory, 'operator.key');

/** The operator's key cannot be used; the message says what to do. */
export class OperatorKeyUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OperatorKeyUnusable';
  }
}

/**
 * The key of this installation's operator: the given one (`LINKAGE_OPERATOR_KEY`), else the one in
 * `<directory>/operator.key`, which is made when it is not there.
 * @throws VaultUnusable when others can read the file, OperatorKeyUnusable when it holds no key
 */
export function operatorKey(directory: string, given: string | undefined): string {
  if (given !== undefined) return given;
  const file = operatorKeyFile(directory);
  const key = keyFileText(file, () => randomBytes(32).toString('base64url'));
  if (key.length >= SHORTEST_KEY) return key;
  throw new OperatorKeyUnusable(
    `${file} holds no key of at least ${SHORTEST_KEY} characters. Remove it: a new one is made at the next start.`,
  );
}

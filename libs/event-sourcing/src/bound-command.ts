/** How a command is bound to its idempotency key, as its first fact says it. */
export interface BoundCommand {
  /** Stands for the key, within what its actor does in a workspace. */
  readonly key: string;
  /** Stands for what was asked. */
  readonly request: string;
}

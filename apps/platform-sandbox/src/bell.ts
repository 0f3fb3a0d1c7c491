/** Tells its listeners that something has changed; what, they look up themselves. */
export class Bell {
  private readonly listeners = new Set<() => void>();

  /** @returns a function that ends it */
  on(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  ring(): void {
    for (const listener of this.listeners) listener();
  }
}

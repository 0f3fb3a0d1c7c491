interface Closable {
  close(): void | Promise<void>;
}

/** For `AsyncDisposableStack.adopt`: stores and servers are closed by a method of this name. */
export const close = (part: Closable): void | Promise<void> => part.close();

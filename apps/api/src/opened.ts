interface Closable {
  close(): void | Promise<void>;
}

/** What was opened, to be closed last first. Closing something twice is harmless: an application closes what it was given, too. */
export class Opened {
  private readonly parts: Closable[] = [];

  add<Part extends Closable>(part: Part): Part {
    this.parts.push(part);
    return part;
  }

  async close(): Promise<void> {
    for (const part of this.parts.splice(0).reverse()) await part.close();
  }
}

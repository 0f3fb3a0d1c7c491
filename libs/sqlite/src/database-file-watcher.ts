import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** By the operating system's notifications, without polling; also notices a replaced file. */
export class DatabaseFileWatcher {
  private readonly listeners = new Set<() => void>();
  private readonly watcher;

  constructor(file: string, onOtherFile: () => void = () => undefined) {
    const ofDatabase = basename(file);
    this.watcher = watch(dirname(file), { persistent: false }, (event, name) => {
      if (!name?.startsWith(ofDatabase)) return;
      if (event === 'rename' && name === ofDatabase) onOtherFile();
      for (const listener of this.listeners) listener();
    });
  }

  add(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  close(): void {
    this.watcher.close();
    this.listeners.clear();
  }
}

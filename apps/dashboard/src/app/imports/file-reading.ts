import { Injectable } from '@angular/core';
import type { Answered, Asked } from './sheet';
import { allowOwnWorkers } from './own-workers';

/** Has a file read off the main thread. */
@Injectable({ providedIn: 'root' })
export class FileReading {
  private worker: Worker | undefined;

  ask(asked: Asked): Promise<Answered> {
    if ('file' in asked) this.end();
    const worker = (this.worker ??= this.start());
    return new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Answered>) => resolve(data);
      worker.onerror = () => {
        this.end();
        resolve({
          refused: {
            code: 'not-a-csv',
            message: 'Your browser did not let Linkage read the file. Load the page again, and choose it once more.',
          },
        });
      };
      worker.postMessage(asked);
    });
  }

  end(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }

  private start(): Worker {
    allowOwnWorkers();
    return new Worker(new URL('./creator-file-worker', import.meta.url), { type: 'module' });
  }
}

import { SheetReader } from './sheet-reader';
import type { Asked } from './sheet';

/** Runs in a worker of its own, so that a large file does not stop the page. One question at a time. */
const reader = new SheetReader();

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  reader.answer(data).then(
    (answer) => postMessage(answer),
    () => postMessage({ refused: { code: 'not-a-csv', message: 'The file could not be read. Choose it again.' } }),
  );
});

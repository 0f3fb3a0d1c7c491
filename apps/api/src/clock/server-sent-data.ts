/**
 * The `data` of the server-sent events at an address, one after the other, until the line ends.
 * @throws when it cannot be opened or breaks
 */
export async function* serverSentData(url: string, signal: AbortSignal): AsyncGenerator<string> {
  const answer = await fetch(url, { signal, headers: { accept: 'text/event-stream' } });
  if (!answer.ok || answer.body === null) throw new Error(`no stream: ${answer.status}`);
  let rest = '';
  for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + piece).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = event
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trimStart());
      if (data.length > 0) yield data.join('\n');
    }
  }
}

/** The body is longer than allowed. */
class BodyTooLong extends Error {}

/** The body as text, read only up to `maxBytes`. @throws BodyTooLong; what the connection throws when it is cut */
export async function boundedText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const chunk = await reader.read();
    if (chunk.done) return text + decoder.decode();
    bytes += chunk.value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new BodyTooLong(`more than ${maxBytes} bytes`);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}

/**
 * A function that looks at each value makes reading an answer many times slower: it is used where there may be such an
 * integer.
 */
const longInteger = /(?:^|[:[,\s])-?\d{16,}/;

/** undefined: empty or not JSON. Ids beyond 2^53 come as bare integers at some platforms: they stay whole, as texts. */
export function jsonOrNothing(text: string): unknown {
  try {
    if (!longInteger.test(text)) return JSON.parse(text) as unknown;
    return JSON.parse(text, wholeIntegers as (key: string, value: unknown) => unknown) as unknown;
  } catch {
    return undefined;
  }
}

const wholeIntegers = (_key: string, value: unknown, { source }: { readonly source?: string } = {}): unknown =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
    ? source
    : value;

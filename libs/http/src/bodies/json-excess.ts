import type { BodyBounds } from './body-bounds';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * By what a JSON text goes beyond its bounds; undefined: by nothing. Looked at before it is parsed, so that nothing is
 * built of it. Of a text that is no JSON it says whatever it finds: the parser refuses it anyway.
 */
export function jsonExcess(
  json: string,
  { values: mostValues, depth: deepest }: Omit<BodyBounds, 'bytes'>,
): 'values' | 'depth' | undefined {
  let [depth, values, inText] = [0, 0, false];
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) inText = !inText;
    else if (inText) at += code === BACKSLASH ? 1 : 0;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      values += 1;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
    else if (code === COMMA) values += 1;
    if (depth > deepest) return 'depth';
    if (values > mostValues) return 'values';
  }
  return undefined;
}

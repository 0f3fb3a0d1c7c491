import { pictureType } from './picture-type';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

it.each([
  ['\xff\xd8\xff\xe0\x00\x10JFIF', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n\x00\x00', 'image/png'],
  ['GIF87a\x01', 'image/gif'],
  ['GIF89a\x01', 'image/gif'],
  ['RIFF\x24\x00\x00\x00WEBPVP8 ', 'image/webp'],
  ['\x00\x00\x00\x20ftypavif\x00\x00\x00\x00avifmif1', 'image/avif'],
  ['\x00\x00\x00\x20ftypavis\x00\x00\x00\x00msf1', 'image/avif'],
  ['\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avif', 'image/avif'],
])('%j is %s', (text, type) => expect(pictureType(bytes(text))).toBe(type));

it.each([
  '',
  '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  '<?xml version="1.0"?><svg/>',
  '<!doctype html><script>alert(1)</script>',
  ' \x89PNG\r\n\x1a\n',
  '\x89PN',
  'RIFF\x24\x00\x00\x00WAVE',
  '\x00\x00\x00\x1cftypheic\x00\x00\x00\x00mif1heic',
  '\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isomavif'.slice(0, 20),
  'GIF88a',
  '%PDF-1.7',
])('%j is none', (text) => expect(pictureType(bytes(text))).toBeUndefined());

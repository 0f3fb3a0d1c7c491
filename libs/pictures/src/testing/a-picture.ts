const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What begins as a PNG does, and says something. */
export const aPicture = (says: string, length = 100): Buffer =>
  Buffer.concat([png, Buffer.from(says.padEnd(length - png.length, '.'))]);

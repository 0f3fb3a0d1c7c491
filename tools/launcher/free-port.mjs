import { createServer } from 'node:net';

/**
 * Why nothing can listen there, with the variable to change; undefined: something can.
 * @param names variables that choose it
 */
export const whyNotFree = (port, host, names) =>
  new Promise((resolve) => {
    const probe = createServer()
      .once('error', ({ code, message }) => resolve(cures[code]?.(port, host, names) ?? message))
      .once('listening', () => probe.close(() => resolve(undefined)));
    probe.listen(port, host);
  });

const another = (names, port) => `${names.port}=${port} ${names.start ?? 'npm start'}`;
const noSuchHost = (_, host, names) =>
  `${names.host}: "${host}" is no address of this machine. Leave it out for 127.0.0.1, or use 0.0.0.0 for all.`;

const cures = {
  EADDRINUSE: (port, _, names) =>
    `Port ${port} is in use. Stop what runs there, or choose another${names.of}: ${another(names, port + 1)}`,
  EACCES: (port, _, names) =>
    `This user may not listen at port ${port}. Choose one above 1023${names.of}: ${another(names, names.usual)}`,
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
};

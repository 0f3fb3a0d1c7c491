import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv4, isIPv6 } from 'node:net';
import type { Zone } from './listed-name-records';

const types = { 1: 'A', 12: 'PTR', 15: 'MX', 16: 'TXT', 28: 'AAAA' } as const;
const [NAME_ERROR, SERVER_FAILURE] = [3, 2];

interface Question {
  readonly name: string;
  readonly type: number;
  /** As it was asked, to be repeated in the answer. */
  readonly bytes: Buffer;
}

const questionIn = (packet: Buffer): Question => {
  const labels: string[] = [];
  let at = 12;
  for (let length = packet[at] ?? 0; length > 0; length = packet[at] ?? 0) {
    labels.push(packet.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return {
    name: labels.join('.').toLowerCase(),
    type: packet.readUInt16BE(at + 1),
    bytes: packet.subarray(12, at + 5),
  };
};

const withLength = (text: string): Buffer => Buffer.concat([Buffer.of(text.length), Buffer.from(text, 'latin1')]);
const nameBytes = (name: string): Buffer =>
  Buffer.concat([...name.split('.').filter(Boolean).map(withLength), Buffer.of(0)]);
const inPieces = (text: string): Buffer => Buffer.concat((text.match(/.{1,200}/gs) ?? ['']).map(withLength));

const sixBytes = (address: string): Buffer => {
  const [before = '', after = ''] = address.split('::');
  const groups = (part: string): string[] => part.split(':').filter(Boolean);
  const [first, last] = [groups(before), groups(after)];
  const all = [...first, ...Array<string>(8 - first.length - last.length).fill('0'), ...last];
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex');
};

/** `7.2.0.192.in-addr.arpa` */
const addressOf = (name: string): string =>
  name.endsWith('.in-addr.arpa') ? name.split('.').slice(0, 4).reverse().join('.') : '';

const recordsOf = (zone: Zone, { name, type }: Question): readonly Buffer[] => {
  const known = <T>(of: Readonly<Record<string, readonly T[]>> | undefined, key = name): readonly T[] =>
    of?.[key] ?? [];
  switch (types[type as keyof typeof types]) {
    case 'A':
      return known(zone.addresses)
        .filter(isIPv4)
        .map((address) => Buffer.from(address.split('.').map(Number)));
    case 'AAAA':
      return known(zone.addresses).filter(isIPv6).map(sixBytes);
    case 'TXT':
      return known(zone.texts).map(inPieces);
    case 'PTR':
      return known(zone.names, addressOf(name)).map(nameBytes);
    case 'MX':
      return known(zone.exchanges).map(({ exchange, priority }) =>
        Buffer.concat([Buffer.of(priority >> 8, priority & 255), nameBytes(exchange)]),
      );
    default:
      return [];
  }
};

const isKnown = (zone: Zone, name: string): boolean =>
  [zone.texts, zone.exchanges, zone.addresses].some((of) => of !== undefined && Object.hasOwn(of, name));

const answerTo = (packet: Buffer, zone: Zone): Buffer => {
  const question = questionIn(packet);
  const records = recordsOf(zone, question);
  const isBroken = zone.broken?.includes(question.name) === true;
  const absent = records.length === 0 && !isKnown(zone, question.name) ? NAME_ERROR : 0;
  const head = Buffer.alloc(12);
  packet.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8180 | (isBroken ? SERVER_FAILURE : absent), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(isBroken ? 0 : records.length, 6);
  const answers = records.map((data) => {
    const fixed = Buffer.alloc(12);
    fixed.writeUInt16BE(0xc00c, 0);
    fixed.writeUInt16BE(question.type, 2);
    fixed.writeUInt16BE(1, 4);
    fixed.writeUInt16BE(data.length, 10);
    return Buffer.concat([fixed, data]);
  });
  return Buffer.concat([head, question.bytes, ...(isBroken ? [] : answers)]);
};

/** A real DNS server on loopback, by UDP. */
export class DnsServer {
  private constructor(
    private readonly socket: Socket,
    readonly address: string,
  ) {}

  static async start(zone: Zone): Promise<DnsServer> {
    const socket = createSocket('udp4');
    socket.on('message', (packet, from) => socket.send(answerTo(packet, zone), from.port, from.address));
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return new DnsServer(socket, `127.0.0.1:${socket.address().port}`);
  }

  stop(): void {
    this.socket.close();
  }
}

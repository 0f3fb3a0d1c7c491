import { join } from 'node:path';
import { readFileSync, readdirSync } from 'node:fs';
import { contentTypes } from './figure';
import type { DataPoint } from './manifest';
import { platformData } from './platform-data';
import { platformIds, platforms } from './platforms';

const pointsOf = (id: (typeof platformIds)[number]): [string, DataPoint][] => {
  const { identity, profile, audience, content } = platformData[id];
  return Object.entries({ identity, profile, audience, content }).flatMap(([part, points]) =>
    Object.entries(points).map(([name, point]): [string, DataPoint] => [`${part} ${name}`, point]),
  );
};
const sentences = /^\p{Lu}.*[.]$/su;

it('has one manifest for each platform, in a file of its name', () => {
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.manifest.ts'));
  expect(files.map((name) => name.replace('.manifest.ts', '')).sort()).toEqual([...platformIds].sort());
});

describe.each(platformIds)('the manifest of %s', (id) => {
  const { name, spoken, mark, colour, content, followers, hosts, pictureHosts, permissions, ineligible, tips } =
    platforms[id];
  const data = platformData[id];

  it('is under its own id', () => expect(platforms[id].id).toBe(id));

  it('says what people call the platform, its content and its followers', () => {
    for (const words of [name, spoken, colour, content.one, content.many, followers.one, followers.many])
      expect(words).toMatch(/\S/);
    expect(mark).toMatch(/^M[\d.\sA-Za-z-]+$/);
  });

  it('names hosts over https, without a path, and hosts of pictures', () => {
    expect(Object.keys(hosts)).not.toEqual([]);
    for (const address of Object.values(hosts)) expect(new URL(address).origin).toBe(address);
    for (const address of Object.values(hosts)) expect(address).toMatch(/^https:/);
    expect(pictureHosts).not.toEqual([]);
    for (const host of pictureHosts) expect(host).toMatch(/^(\*\.)?[a-z\d-]+(\.[a-z\d-]+)+$/);
  });

  it('has words for creators for each permission, and helps with connecting', () => {
    for (const { scope, label, without } of Object.values(permissions)) {
      expect(scope).toMatch(/^\S+$/);
      expect(label).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(without).toMatch(/^\p{Ll}.*[^.]$/u);
    }
    const scopes = Object.values(permissions).map(({ scope }) => scope);
    expect(new Set(scopes).size).toBe(scopes.length);
    expect(tips).not.toEqual([]);
    for (const tip of tips) expect(tip).toMatch(sentences);
  });

  it('asks first only what it can help with, step by step', () => {
    const { firstQuestion } = platforms[id];
    if (firstQuestion === null) return;
    expect(firstQuestion.question).toMatch(/^\p{Lu}.*\?$/u);
    expect(firstQuestion.steps.length).toBeGreaterThan(1);
    for (const sentence of [firstQuestion.why, ...firstQuestion.steps]) expect(sentence).toMatch(sentences);
  });

  it('comes to another account by a parameter, or by a hint', () => {
    const { ask, hint } = platforms[id].otherAccount;
    if (hint === null) expect(Object.keys(ask)).not.toEqual([]);
    else expect(hint).toMatch(sentences);
  });

  it('explains to brand and creator each account that cannot be watched', () => {
    for (const { reason, what, help, message, told } of ineligible) {
      expect(reason).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(what).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(help).toMatch(sentences);
      expect(message).toMatch(sentences);
      expect(told).toMatch(/^\p{Ll}.*[^.]$/u);
    }
  });

  it.each(pointsOf(id))('says what %s means, and where it is from or why there is none', (_name, point) => {
    const { label, note, definition } = point.words;
    expect(label).toMatch(/^\p{Lu}/u);
    expect(note).toMatch(/\S/);
    expect(definition).toMatch(sentences);
    if (point.from === undefined) return expect(point.notOffered).toMatch(sentences);
    const { call, field, permission, threshold, pace } = point.from;
    for (const each of call.split(', ')) expect(each).toMatch(/^(GET|POST) \/\S+$/);
    expect(field).toMatch(/\S/);
    expect(permission === null || Object.hasOwn(permissions, permission)).toBe(true);
    for (const words of [threshold, pace]) if (words !== undefined) expect(words).toMatch(sentences);
  });

  it('asks for no permission that no data point needs, but to stay connected', () => {
    const needed = new Set(pointsOf(id).map(([, { from }]) => from?.permission));
    const idle = Object.entries(permissions).filter(([permission]) => !needed.has(permission));
    expect(idle.filter(([, { required }]) => !required)).toEqual([]);
  });

  it('has words for each type of content once, and limits figures to types that there are', () => {
    const types = data.contentTypes.map(({ type }) => type);
    expect(types).not.toEqual([]);
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(contentTypes).toContain(type);
    for (const { types: limited } of Object.values(data.content))
      expect(types).toEqual(expect.arrayContaining([...(limited ?? [])]));
  });

  it('shows on every card likes, comments, impressions, reach and views, in the order of the manifest', () => {
    const shown = Object.entries(data.content).filter(([, { onCards }]) => onCards !== false);
    expect(shown.map(([figure]) => figure)).toEqual(
      expect.arrayContaining(['likes', 'comments', 'impressions', 'reach', 'views']),
    );
  });
});

it('may be left out of a page, module by module: that tells bundlers that no module does anything by being loaded', () => {
  const { sideEffects } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')) as {
    sideEffects: unknown;
  };
  expect(sideEffects).toBe(false);
});

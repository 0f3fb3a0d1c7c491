import { hueOf, initialsOf } from './initials';

describe('initials in the name’s own script', () => {
  it.each([
    ['Amélie Rousseau', 'AR'],
    ['João Pedro Albuquerque de Oliveira Neto', 'JN'],
    ['田中 美咲', '田'],
    ['김서윤', '김'],
    ['נועה לוי', 'נל'],
    ['Zoë', 'Z'],
    ['þórdís ragnarsdóttir', 'ÞR'],
    ['🌿 Lina 🌿', 'L'],
    ['🌿', '🌿'],
    ['  ', '?'],
  ])('%s is %s', (name, initials) => expect(initialsOf(name)).toBe(initials));

  it('gives a person the same colour each time', () => expect(hueOf('Amélie Rousseau')).toBe(hueOf('Amélie Rousseau')));
});

import { placeBeside } from './place-beside';

const view = { width: 400, height: 600 };
const panel = { width: 180, height: 200 };
const button = (left: number, top: number) => ({ left, right: left + 40, top, bottom: top + 30 });

describe('where a panel goes', () => {
  it.each([
    ['under its button, ending with it', button(300, 100), { left: 160, top: 136 }],
    ['starting with it at the left edge', button(20, 100), { left: 20, top: 136 }],
    ['starting with it in the left half', button(150, 100), { left: 150, top: 136 }],
    ['above it at the bottom', button(300, 560), { left: 160, top: 354 }],
    ['into the window where neither fits', { left: 380, right: 420, top: 100, bottom: 130 }, { left: 212, top: 136 }],
  ])('%s', (_what, to, place) => {
    expect(placeBeside(to, panel, view, 6)).toEqual(place);
  });

  it('begins in sight, though it is too high for the window', () => {
    expect(placeBeside(button(300, 300), { width: 180, height: 700 }, view, 6).top).toBe(8);
  });
});

import { stayAt } from './stay-at';

describe('a part that was asked for', () => {
  let grow: () => void;
  const watching = new Set<object>();
  const show = vi.fn();
  const open = (): (() => void) => {
    const part = document.createElement('section');
    document.createElement('div').append(part);
    part.scrollIntoView = show;
    return stayAt(part);
  };

  beforeEach(() => {
    show.mockClear();
    watching.clear();
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(grown: () => void) {
          grow = () => {
            if (watching.has(this)) grown();
          };
        }
        observe(): void {
          watching.add(this);
        }
        disconnect(): void {
          watching.delete(this);
        }
      },
    );
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('is shown, and again when the page grows', () => {
    const letGo = open();
    expect(show).toHaveBeenCalledTimes(1);
    grow();
    expect(show).toHaveBeenCalledTimes(2);
    letGo();
    grow();
    expect(show).toHaveBeenCalledTimes(2);
  });

  it('is let go when the person moves', () => {
    open();
    dispatchEvent(new Event('wheel'));
    grow();
    expect(show).toHaveBeenCalledTimes(1);
  });
});

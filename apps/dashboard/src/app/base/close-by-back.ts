/** Marks the place in the browser's history that Back leaves to close a dialog. */
const MARK = 'linkage-dialog';
let opened = 0;
/** The browser goes back a little later than it was told to; a place entered meanwhile would be left instead. */
let leaving = false;

const leave = (): void => {
  leaving = true;
  window.addEventListener('popstate', () => (leaving = false), { once: true });
  history.back();
};

/**
 * The browser's Back closes a dialog rather than leaving the page under it: the dialog gets a place of its own in the
 * history. `close` returns false when it stays open, because something would be lost. Returns what is to be done when
 * the dialog is gone.
 */
export const closeByBack = (close: () => boolean): (() => void) => {
  const mark = ++opened;
  const push = (): void => history.pushState({ ...history.state, [MARK]: mark }, '', location.href);
  const enter = (): void => {
    if (leaving) window.addEventListener('popstate', push, { once: true });
    else push();
  };
  const isHere = (): boolean => (history.state as Record<string, unknown> | null)?.[MARK] === mark;
  const onBack = (): void => {
    if (!isHere() && !close()) enter();
  };
  enter();
  window.addEventListener('popstate', onBack);
  return () => {
    window.removeEventListener('popstate', push);
    window.removeEventListener('popstate', onBack);
    if (isHere()) leave();
  };
};

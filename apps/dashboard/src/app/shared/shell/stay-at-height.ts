/** What a person does to go elsewhere. */
const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Scrolls to where one was as soon as the page is so high, and gives the focus back to the link that had it; then, or
 * when the person moves, it is done. Answers how to let go.
 */
export const stayAtHeight = (
  document: Document,
  { top, link }: { readonly top: number; readonly link: string | null },
): (() => void) => {
  const view = document.defaultView;
  if (view === null || typeof ResizeObserver !== 'function') return () => undefined;
  const growing = new ResizeObserver(() => show());
  const changing = new MutationObserver(() => show());
  const stop = (): void => {
    growing.disconnect();
    changing.disconnect();
    for (const move of moves) view.removeEventListener(move, stop);
  };
  const show = (): void => {
    // What is on the screen is still of the page that was left.
    if (document.querySelector('main [aria-busy="true"]') !== null) return;
    const target = link === null ? null : document.querySelector<HTMLElement>(`main a[href="${CSS.escape(link)}"]`);
    if (document.documentElement.scrollHeight - view.innerHeight < top || (link !== null && target === null)) return;
    stop();
    target?.focus({ preventScroll: true });
    view.scrollTo(0, top);
  };
  for (const move of moves) view.addEventListener(move, stop, { passive: true });
  growing.observe(document.body);
  changing.observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-busy'] });
  return stop;
};

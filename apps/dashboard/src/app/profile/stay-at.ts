/** What a person does to go elsewhere. */
const moves = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Brings a part of the page to the top and keeps it there while the parts above it load and grow, until the person
 * moves. Answers how to let go.
 */
export const stayAt = (part: Element): (() => void) => {
  const show = (): void => part.scrollIntoView({ block: 'start' });
  show();
  if (typeof ResizeObserver !== 'function' || part.parentElement === null) return () => undefined;
  const growing = new ResizeObserver(show);
  growing.observe(part.parentElement);
  const stop = (): void => {
    growing.disconnect();
    for (const move of moves) removeEventListener(move, stop);
  };
  for (const move of moves) addEventListener(move, stop, { passive: true });
  return stop;
};

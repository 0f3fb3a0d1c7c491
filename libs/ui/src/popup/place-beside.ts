const EDGE = 8;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where a panel of this size goes: under what it belongs to, or above where that leaves the window; starting with it in
 * the left half of the window, else ending with it.
 */
export const placeBeside = (
  to: Box,
  panel: { readonly width: number; readonly height: number },
  view: { readonly width: number; readonly height: number },
  gap: number,
): { readonly left: number; readonly top: number } => {
  const left = to.left + to.right < view.width ? to.left : to.right - panel.width;
  const under = to.bottom + gap;
  const top = under + panel.height <= view.height - EDGE ? under : to.top - gap - panel.height;
  return {
    left: Math.max(EDGE, Math.min(left, view.width - panel.width - EDGE)),
    top: Math.max(EDGE, Math.min(top, view.height - panel.height - EDGE)),
  };
};

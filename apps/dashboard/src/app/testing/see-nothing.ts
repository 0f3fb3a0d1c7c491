class NothingInView {
  observe(): void {
    /* nothing comes into view */
  }
  unobserve(): void {
    /* nothing was watched */
  }
  disconnect(): void {
    /* nothing to let go */
  }
}

/**
 * For specs of what loads when it comes into view: the tests' document has no layout and knows nothing of what is in
 * view.
 */
export const seeNothing = (): void => {
  beforeEach(() => void vi.stubGlobal('IntersectionObserver', NothingInView));
  afterEach(() => void vi.unstubAllGlobals());
};

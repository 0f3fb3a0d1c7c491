/** How often it is looked whether npm is still there. */
const EVERY_MS = 500;

/**
 * npm runs a script in a shell, and passes a signal on to the shell only: that ends, and nothing tells the script.
 * Started by npm, it therefore stops when the process that began it is gone. Started otherwise, it may outlive that on
 * purpose.
 */
export const stopWithNpm = (children) => {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) children.stop(0);
  }, EVERY_MS);
  watch.unref();
  children.signal.addEventListener('abort', () => clearInterval(watch));
};

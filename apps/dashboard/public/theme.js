// Runs before the first paint: a theme that was chosen must not flash the other one.
try {
  const theme = localStorage.getItem('linkage-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // No storage in this browser: the system's theme it is.
}

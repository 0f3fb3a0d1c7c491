// Runs before the first paint: a theme and a height of rows that were chosen must not flash the others.
try {
  const theme = localStorage.getItem('linkage-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('linkage-density') === 'comfortable')
    document.documentElement.dataset.density = 'comfortable';
} catch {
  // No storage in this browser: the system's theme it is.
}

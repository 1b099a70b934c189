// Runs before the first paint: a theme chosen by hand never flashes the other one.
try {
  const theme = localStorage.getItem('natter:theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is switched off: the system's theme it is.
}

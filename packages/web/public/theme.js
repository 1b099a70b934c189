// Runs before the first paint: what was chosen by hand never flashes as something else.
try {
  const root = document.documentElement
  for (const name of ['theme', 'density']) {
    const chosen = localStorage.getItem(`natter:${name}`)
    if (chosen !== null) root.dataset[name] = chosen
  }
  if (matchMedia('(prefers-contrast: more)').matches) root.dataset.contrast = 'more'
  root.lang = localStorage.getItem('natter:language') ?? root.lang
  root.dir = localStorage.getItem('natter:direction') ?? 'ltr'
} catch {
  // Storage is switched off: the system's looks it is.
}

import { defineConfig } from 'vite'

/** `vite build` makes the product's page; `--mode gallery` makes the gallery, which is never part of the product. */
export default defineConfig(({ mode }) => ({
  build: {
    // Where `light-dark()` and the dialog element's light dismissal are native, so that nothing is emulated.
    target: ['chrome123', 'edge123', 'firefox125', 'safari17.5'],
    outDir: mode === 'gallery' ? 'dist/gallery' : 'dist',
    emptyOutDir: true,
    // Inlined assets would be data: addresses that the content policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: mode === 'gallery' ? 'gallery.html' : 'index.html' },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}))

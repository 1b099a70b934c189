import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { layerOrder } from './build/layer-order.ts'
import { WORKER_ENTRY, workerPlugin } from './build/worker-plugin.ts'

const PUBLIC = fileURLToPath(new URL('public', import.meta.url))
const TOKENS = fileURLToPath(new URL('src/base/tokens.css', import.meta.url))
const PAGE = { index: 'index.html', [WORKER_ENTRY]: 'src/offline/worker/service-worker.ts' }

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
    rolldownOptions: {
      input: mode === 'gallery' ? 'gallery.html' : PAGE,
      // A worker is known by its address: it must stay.
      output: { entryFileNames: ({ name }) => (name === WORKER_ENTRY ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  plugins: [layerOrder(TOKENS), ...(mode === 'gallery' ? [] : [workerPlugin(PUBLIC)])],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
}))

import { test as base } from '@playwright/test'
import { startGallery } from './gallery-server.ts'
import type { GalleryServer } from './gallery-server.ts'

/** Tests over the gallery, which each worker builds once. */
export const test = base.extend<object, { gallery: GalleryServer }>({
  gallery: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads from it which fixtures this one needs: none
    async ({}, use) => {
      const gallery = await startGallery()
      await use(gallery)
      await gallery.stop()
    },
    { scope: 'worker' },
  ],
})

import { defineConfig } from 'vitest/config'

/** `npm run axe`: every page in four looks, audited and kept as pictures; not part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/axe/**/*.axe.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
})

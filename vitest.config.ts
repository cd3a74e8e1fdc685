import { defineConfig } from 'vitest/config'

/** `npm test` runs everything but the long work (bench, faults), which has commands of its own. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**', 'test/faults/**', 'node_modules/**'],
    globalSetup: ['test/support/functions-setup.ts'],
    // Shared CI machines stall for seconds; what fails twice more is broken, not slow. People see every failure at once.
    retry: process.env.CI ? 2 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Suites that follow each other in a process share its modules, its browser and what was compiled once.
    isolate: false,
    // What a page or a phone shows may take a while on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
})

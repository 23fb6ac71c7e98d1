import { defineConfig } from 'vitest/config'
import { BUNDLE, COMPILED } from './bundle/fresh.js'

const report = process.env.VITEST_JSON

/** What reads files is started from its bundle, as the programs are. */
const bundledProcesses = {
  name: 'bundled-processes',
  enforce: 'pre' as const,
  transform: (code: string) =>
    code.replaceAll(
      "new URL('./article-process.ts', import.meta.url)",
      `new URL('file://${BUNDLE}/article-process.mjs')`,
    ),
}

export default defineConfig({
  plugins: [bundledProcesses],
  test: {
    globalSetup: ['tests/temporary-folder.ts', 'tests/fresh-bundle.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
          exclude: ['tests/store/engines/postgres'],
          provide: { postgres: null },
        },
      },
      // the same questions once more, on a real server that is started for them
      {
        extends: true,
        test: {
          name: 'postgres',
          include: [
            'tests/store/**/*.test.ts',
            'tests/bot/replicas.test.ts',
            'tests/delivery/{plan-digests,find-corrections,lease,sender/sender}.test.ts',
            'tests/rolling-restart.test.ts',
          ],
          exclude: ['tests/store/{backup,lru}.test.ts', 'tests/store/engines/sqlite'],
          globalSetup: 'tests/postgres-server.ts',
        },
      },
    ],
    // many tests wait for a server or a process: more of them than cores keep a small machine busy, and each loads all anew
    maxWorkers: 4,
    // as the bot runs itself: what a test makes is not collected twice
    execArgv: ['--max-semi-space-size=32'],
    // processes that tests start compile what they import once
    env: { NODE_COMPILE_CACHE: COMPILED },
    // in CI a test has a second try, and the report says which needed it: a busy machine is no fault
    retry: process.env.CI === undefined ? 0 : 1,
    // no timeout is an assertion: a busy machine may take its time
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // no module holds state that one file could leave for the next: loading all anew cost two fifths of the time
    isolate: false,
    // transforming all modules for both engines took a tenth of the time
    fsModuleCache: true,
    // `npm run coverage`, of tests/briefing alone: a rule of language that no example takes is to go
    coverage: { include: ['src/briefing/**'], reporter: ['text'], thresholds: { branches: 95 } },
    // the file of counts that .ci/run prints its last line from
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})

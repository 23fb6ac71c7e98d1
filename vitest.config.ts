import { defineConfig } from 'vitest/config'

const report = process.env.VITEST_JSON

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'packages/*/tests/**/*.test.ts'],
    // most tests wait for a server or a process: more of them than cores keep a small machine busy
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // `npm run coverage`, of tests/briefing alone: a rule of language that no example takes is to go
    coverage: { include: ['src/briefing/**'], reporter: ['text'], thresholds: { branches: 95 } },
    // the file of counts that .ci/run prints its last line from
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})

import { access, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readConfig } from '../../src/app/config.ts'
import { createLog } from '../../src/app/log.ts'
import { startInPlayground } from '../../src/app/playground.ts'

/** A `DATA_DIR` with somebody's own `playground` in it, and a folder for all temporary files. */
async function aMachine() {
  const root = await mkdtemp(join(tmpdir(), 'mujaz-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const [dataDir, temporary] = [join(root, 'data'), join(root, 'tmp')]
  await mkdir(join(dataDir, 'playground'), { recursive: true })
  await mkdir(temporary)
  await writeFile(join(dataDir, 'playground', 'notes.txt'), 'mine')
  vi.stubEnv('TMPDIR', temporary)
  onTestFinished(() => void vi.unstubAllEnvs())
  return {
    start: (port: number) =>
      startInPlayground(readConfig({ DATA_DIR: dataDir, PORT: String(port) }), {
        log: createLog({ level: 'silent', secrets: [], ids: 'hashed' }),
      }),
    own: join(dataDir, 'playground', 'notes.txt'),
    temporary: () => readdir(temporary),
  }
}

test('keeps its data in a temporary folder, gone when it stops, and touches no other', async () => {
  const { start, own, temporary } = await aMachine()
  const running = await start(0)
  await access(own)
  expect(await temporary()).toEqual([expect.stringContaining('mujaz-playground-')])
  await running.stop()
  expect(await temporary()).toEqual([])
  await access(own)
})

test('leaves nothing behind where the start fails', async () => {
  const { start, temporary } = await aMachine()
  const first = await start(0)
  onTestFinished(first.stop)
  await expect(start(Number(new URL(first.url).port))).rejects.toThrow('is taken')
  expect(await temporary()).toHaveLength(1)
})

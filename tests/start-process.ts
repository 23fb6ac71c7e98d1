import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { onTestFinished } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
/** As `npm start` does. */
const MAIN = [join(ROOT, 'bundle/run.js'), 'main'] as const

type Started = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  /** All that was printed so far. */
  readonly printed: () => string
  readonly waitFor: (words: string) => Promise<string>
  /** Its exit status. */
  readonly exit: () => Promise<number | null>
}

/** With `command`, that one in the project's folder; else the program itself. It is gone after the test. */
export async function startProcess(
  environment: Readonly<Record<string, string>>,
  [command, ...args]: readonly [string, ...string[]] = [process.execPath, ...MAIN],
): Promise<Started> {
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: await aFolder({}), PORT: '0', ...environment }
  const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  let more = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text
      more.resolve()
      more = Promise.withResolvers()
    })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return {
    child,
    printed: () => printed,
    waitFor: async (words) => {
      while (!printed.includes(words)) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`it ended without saying ${words}:\n${printed}`)
        await Promise.race([more.promise, ended])
      }
      return printed
    },
    exit: async () => {
      await ended
      return child.exitCode
    },
  }
}

export async function aFolder(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'mujaz-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text)
  return dir
}

export const anArticleFile = (slug: string) =>
  `---\nslug: ${slug}\ntitle: جسر جديد\nlanguage: ar\nsource: صحيفة الضفتين\n---\n\nافتتحت المدينة جسرها الثالث صباح الاثنين.\n`

/** A setting: an edition of nothing, as reading an article starts a process. */
export const noArticles = async () => ({ CONTENT_DIR: await aFolder({}) })

/** A setting: an edition of one article, as reading the bundled one takes longer than most tests. */
export const oneArticle = async () => ({ CONTENT_DIR: await aFolder({ 'a.md': anArticleFile('bridge') }) })

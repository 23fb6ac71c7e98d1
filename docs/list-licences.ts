import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const PATH = join(ROOT, 'docs/licences.md')

type Package = { readonly version?: string; readonly license?: string; readonly dev?: boolean; readonly link?: boolean }

/** The licences of all packages that the lock file names, as a page; `node docs/list-licences.ts` writes it. */
export function licencesPage(): string {
  const lock: { readonly packages: Readonly<Record<string, Package>> } = JSON.parse(
    readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
  )
  const rows = Object.entries(lock.packages).flatMap(([path, { version, license, dev, link }]) => {
    const name = path.split('node_modules/').at(-1) ?? ''
    if (!path.includes('node_modules/') || link === true) return []
    return [`| ${name} | ${version} | ${license ?? 'not said'} | ${dev === true ? 'to develop' : 'to run'} |`]
  })
  const head = ['# Licences of all packages', '', 'Written by `node docs/list-licences.ts` from package-lock.json.', '']
  return [
    ...head,
    '| package | version | licence | needed |',
    '|---|---|---|---|',
    ...new Set(rows.toSorted()),
    '',
  ].join('\n')
}

if (import.meta.main) writeFileSync(PATH, licencesPage())

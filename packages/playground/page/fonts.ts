import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Hono } from 'hono'
import type { Env } from '../api/bot-api.ts'

const require = createRequire(import.meta.url)

const SHEETS = [
  require.resolve('@fontsource/ibm-plex-sans-arabic/400.css'),
  require.resolve('@fontsource/ibm-plex-sans-arabic/500.css'),
  require.resolve('@fontsource/ibm-plex-sans-arabic/600.css'),
  require.resolve('@fontsource/ibm-plex-sans-arabic/700.css'),
  require.resolve('@fontsource/noto-kufi-arabic/700.css'),
]

/** Serves `/playground/fonts.css` and the files that it names, from the packages that ship them. */
export function serveFonts(app: Hono<Env>, headers: Readonly<Record<string, string>>): void {
  app.get('/playground/fonts.css', async (c) => {
    const sheets = await Promise.all(SHEETS.map((path) => readFile(path, 'utf8')))
    return c.body(withOwnAddresses(sheets.join('\n')), 200, { ...headers, 'content-type': 'text/css; charset=utf-8' })
  })
  app.get('/playground/fonts/:file{[a-z0-9-]+\\.woff2}', async (c) => {
    const file = c.req.param('file')
    const folder = SHEETS.map(dirname).find((path) => file.startsWith(basename(path)))
    const bytes = folder && (await readFile(join(folder, 'files', file)).catch(() => null))
    if (!bytes) return c.notFound()
    return c.body(Uint8Array.from(bytes), 200, { ...headers, 'content-type': 'font/woff2' })
  })
}

/** Every browser that can show the page reads WOFF2. */
function withOwnAddresses(css: string): string {
  return css
    .replace(/url\(\.\/files\/([^)]+\.woff2)\)/g, 'url(/playground/fonts/$1)')
    .replace(/, url\([^)]+\.woff\) format\('woff'\)/g, '')
}

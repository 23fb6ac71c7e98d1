import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes a directory and those above it. Node's own recursive `mkdir` never ends where the system makes none (`/proc`). */
export async function makeDirectory(path: string): Promise<void> {
  if (existsSync(path)) return
  await makeDirectory(dirname(path))
  await ignoring(['EEXIST'], () => mkdir(path))
}

/**
 * Makes a file that its owner alone may read, where there is none. One that is there is never opened: to close it would
 * end the locks that this process holds on it.
 */
export async function makePrivateFile(path: string): Promise<void> {
  await ignoring(['EEXIST'], () => closeSync(openSync(path, 'wx', 0o600)))
}

/** Leaves a file to its owner alone, where there is one and its modes can be changed. */
export async function makePrivate(path: string): Promise<void> {
  await ignoring(['ENOENT', 'EPERM', 'EROFS'], () => chmodSync(path, 0o600))
}

async function ignoring(codes: readonly string[], act: () => unknown): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && codes.includes(String(error.code)))) throw error
  }
}

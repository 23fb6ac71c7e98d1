import { constants, type FileHandle, open, stat } from 'node:fs/promises'
import { LARGEST_FILE } from '../article/article.ts'
import { decodePage } from '../article/charset.ts'

/** `why`: one line for the operator. */
export type TextFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none'; readonly why: string }

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder: name the files in it',
  EACCES: 'reading it is not allowed',
  ENOTDIR: 'a part of its path is no folder',
}

/**
 * Reads a plain file of up to 2 MB as text: UTF-8, UTF-16 with its mark, what it says itself, or else the Arabic code page of Windows. Never
 * throws, and never waits for a pipe or a device.
 */
export async function readTextFile(file: string): Promise<TextFile> {
  try {
    // opening some devices has effects, so they are not opened
    const found = await stat(file)
    if (found.isDirectory()) return { kind: 'none', why: `can't be read: ${REASONS.EISDIR}` }
    if (!found.isFile()) return { kind: 'none', why: 'is no plain file: an article is plain text or Markdown' }
    // the file may have been replaced since
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const isPlain = (await handle.stat()).isFile()
      return isPlain ? decode(await readUpTo(handle, LARGEST_FILE + 1)) : { kind: 'none', why: 'is no plain file' }
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return { kind: 'none', why: `can't be read: ${REASONS[code] ?? code}` }
  }
}

/** A file may grow while it is read: its size is no bound. */
async function readUpTo(handle: FileHandle, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for (let length = 0; length < most; ) {
    const part = Buffer.alloc(Math.min(64 * 1024, most - length))
    const { bytesRead } = await handle.read(part, 0, part.length, null)
    if (bytesRead === 0) break
    parts.push(part.subarray(0, bytesRead))
    length += bytesRead
  }
  return Buffer.concat(parts)
}

function decode(bytes: Buffer): TextFile {
  if (bytes.length > LARGEST_FILE) return { kind: 'none', why: 'is larger than 2 MB: split it' }
  const text = decodePage(bytes, undefined)
  return text === null
    ? { kind: 'none', why: 'is no text file: an article is plain text or Markdown' }
    : { kind: 'text', text }
}

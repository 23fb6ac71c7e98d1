import { readFile } from 'node:fs/promises'

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

/** Reads a file as text: UTF-8, UTF-16 with its mark, or else the Arabic code page of Windows. Never throws. */
export async function readTextFile(file: string): Promise<TextFile> {
  try {
    return decode(await readFile(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return { kind: 'none', why: `can't be read: ${REASONS[code] ?? code}` }
  }
}

function decode(bytes: Buffer): TextFile {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { kind: 'text', text: new TextDecoder('utf-16le').decode(bytes) }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { kind: 'text', text: new TextDecoder('utf-16be').decode(bytes) }
  if (bytes.includes(0)) return { kind: 'none', why: 'is no text file: an article is plain text or Markdown' }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    // Not UTF-8, so not a fault either: pages of old Arabic sites were saved in this one.
    return { kind: 'text', text: new TextDecoder('windows-1256').decode(bytes) }
  }
}

import { badRequest } from '../refusal.ts'
import { nextId, type StoredFile, type World } from '../world/world.ts'
import type { Context } from './method.ts'
import type { UploadedFile } from './request-body.ts'

const MAX_PHOTO_BYTES = 10 * 1024 * 1024
const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024

/** The file of a request: an upload (`attach://name`), which is stored, or one stored before, by its `file_id`. */
export function readFile({ world, files }: Context, kind: 'photo' | 'document', reference: string): StoredFile {
  const known = world.files.get(reference)
  if (known) return known
  if (/^https?:/i.test(reference)) throw badRequest('failed to get HTTP URL content')
  const upload = reference.startsWith('attach://') ? files.get(reference.slice('attach://'.length)) : undefined
  if (!upload) {
    throw badRequest(
      reference.startsWith('attach://')
        ? `wrong file identifier/HTTP URL specified`
        : 'wrong remote file identifier specified: Wrong string length',
    )
  }
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty')
  return kind === 'photo' ? keepPhoto(world, upload) : keepDocument(world, upload)
}

function keepPhoto(world: World, upload: UploadedFile): StoredFile {
  if (upload.bytes.length > MAX_PHOTO_BYTES) throw badRequest('file is too big')
  const size = imageSize(upload.bytes)
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  if (width + height > 10_000 || width > height * 20 || height > width * 20) {
    throw badRequest('PHOTO_INVALID_DIMENSIONS')
  }
  return storeFile(world, upload, size)
}

function keepDocument(world: World, upload: UploadedFile): StoredFile {
  if (upload.bytes.length > MAX_DOCUMENT_BYTES) throw badRequest('file is too big')
  return storeFile(world, upload)
}

type Size = { readonly width: number; readonly height: number }

/** Adds a file to the world, where `getFile` finds it. */
export function storeFile(world: World, upload: UploadedFile, size: Size = { width: 0, height: 0 }): StoredFile {
  const number = nextId(world)
  const file: StoredFile = {
    id: `playground-file-${number}`,
    uniqueId: `unique-${number}`,
    name: upload.name,
    mimeType: upload.mimeType || 'application/octet-stream',
    bytes: upload.bytes,
    ...size,
  }
  world.files.set(file.id, file)
  return file
}

/** Width and height of a PNG or JPEG, null for anything else. */
function imageSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) {
    return { width: view.getUint32(16), height: view.getUint32(20) }
  }
  return bytes.length > 4 && view.getUint16(0) === 0xffd8 ? jpegSize(view) : null
}

// A JPEG is a chain of segments, each `FF kind length…`; the frame's segment (C0–CF but for C4, C8, CC) has the size.
function jpegSize(view: DataView): Size | null {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const kind = view.getUint8(at + 1)
    if (view.getUint8(at) !== 0xff) return null
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
  }
  return null
}

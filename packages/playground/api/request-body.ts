import type { HonoRequest } from 'hono'
import { badRequest } from '../refusal.ts'
import { parseMultipart } from './multipart.ts'
import { coerce, isParameter } from './schema.ts'

export type UploadedFile = { readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array }

export type Parsed = {
  readonly params: Record<string, unknown>
  /** By the name that `attach://` refers to. */
  readonly files: ReadonlyMap<string, UploadedFile>
}

const NO_FILES: ReadonlyMap<string, UploadedFile> = new Map()

/** The parameters of a call, from the query and a body as JSON, urlencoded or multipart form, and its files. */
export async function readRequest(request: HonoRequest, method: string): Promise<Parsed> {
  const query = request.query()
  const { fields, files } = await readBody(request)
  const params: Record<string, unknown> = {}
  for (const [name, value] of [...Object.entries(query), ...fields]) {
    if (value !== null && value !== undefined) params[name] = coerce(method, name, value)
  }
  for (const name of files.keys()) if (isParameter(method, name)) params[name] = `attach://${name}`
  return { params, files }
}

type Body = {
  readonly fields: readonly (readonly [string, unknown])[]
  readonly files: ReadonlyMap<string, UploadedFile>
}

async function readBody(request: HonoRequest): Promise<Body> {
  const type = request.header('content-type') ?? ''
  if (request.method === 'GET') return { fields: [], files: NO_FILES }
  if (type.startsWith('application/json')) return { fields: readJson(await request.text()), files: NO_FILES }
  if (type.startsWith('multipart/form-data')) return readForm(Buffer.from(await request.arrayBuffer()), type)
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { fields: [...new URLSearchParams(await request.text())], files: NO_FILES }
  }
  return { fields: [], files: NO_FILES }
}

function readJson(text: string): readonly (readonly [string, unknown])[] {
  if (text.trim() === '') return []
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value)
  } catch {
    // Not JSON: refused below, like JSON that is no object.
  }
  throw badRequest("can't parse the request: the body is no JSON object")
}

function readForm(body: Buffer, contentType: string): Body {
  const parts = parseMultipart(body, contentType)
  if (!parts) throw badRequest("can't parse the request: the form is broken")
  const files = new Map<string, UploadedFile>()
  const fields: [string, string][] = []
  for (const { name, fileName, mimeType, bytes } of parts) {
    if (fileName === null) fields.push([name, bytes.toString('utf8')])
    else files.set(name, { name: fileName, mimeType, bytes })
  }
  return { fields, files }
}

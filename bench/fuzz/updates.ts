import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Random } from './random.ts'

const TYPES = resolve(import.meta.dirname, '../../node_modules/@grammyjs/types')
const FILES = ['update', 'message', 'manage', 'markup', 'inline', 'payment']

type Field = { readonly name: string; readonly type: string; readonly isOptional: boolean }
type Shapes = ReadonlyMap<string, readonly Field[]>

/** The people and chats that updates are about. */
export type Cast = { readonly people: readonly number[]; readonly chats: readonly number[] }

/** Makes updates of all kinds that the Bot API's types know, a part of them broken, `update_id` left out. */
export function createUpdates(random: Random, cast: Cast): () => object {
  const shapes = readShapes()
  const kinds = (shapes.get('Update') ?? []).filter(({ isOptional }) => isOptional)
  // what the bot listens to, more often than the rest
  const heard = kinds.filter(({ name }) =>
    /^(?:message|edited_message|channel_post|callback_query|inline_query|(?:my_)?chat_member)$/.test(name),
  )
  return () => {
    const kind = random.pick(random.chance(0.8) ? heard : kinds)
    const update = { [kind.name]: valueFor(kind, 0) }
    return random.chance(0.5) ? update : broken(update)
  }

  function valueFor({ name, type }: Field, depth: number): unknown {
    if (type.endsWith('[]'))
      return Array.from({ length: random.below(3) }, () =>
        valueFor({ name, type: type.slice(0, -2), isOptional: false }, depth + 1),
      )
    const literals = type.match(/"[^"]*"/g)
    if (literals !== null) return random.pick(literals).slice(1, -1)
    if (name === 'data')
      return random.chance(0.5)
        ? `1_${random.pick([...'aBbcdefVZxyz'])}_${random.below(1e9).toString(32).padStart(8, '0')}_${random.below(9)}`
        : random.text()
    if (/^string/.test(type)) return random.text()
    if (/^number/.test(type)) return random.chance(0.9) ? random.below(1e6) : random.pick([-1, 0, 2 ** 53 - 1])
    if (/^(?:boolean|true)/.test(type)) return true
    const shape = type
      .split(/[&|]/)
      .map((part) => part.trim())
      .find((part) => shapes.has(part.split('.').at(-1) ?? ''))
    const fields = shapes.get(shape?.split('.').at(-1) ?? '')
    if (fields === undefined || depth > 4) return {}
    const made = Object.fromEntries(
      fields
        .filter(({ isOptional }) => !isOptional || random.chance(0.12))
        .map((field) => [field.name, valueFor(field, depth + 1)]),
    )
    return { ...made, ...identity(shape ?? '') }
  }

  /** Ids of those who are there. */
  function identity(shape: string): object {
    if (shape === 'User') return { id: random.pick(cast.people), is_bot: false, first_name: random.text() || 'x' }
    if (!/^Chat$/.test(shape)) return {}
    const id = random.pick([...cast.people, ...cast.chats])
    return { id, type: id > 0 ? 'private' : random.pick(['group', 'supergroup', 'channel']), title: random.text() }
  }

  /** One place of it missing, null, of another type, or huge. */
  function broken(update: object): object {
    const places: { readonly holder: Record<string, unknown>; readonly name: string }[] = []
    const walk = (value: unknown) => {
      if (typeof value !== 'object' || value === null) return
      for (const name of Object.keys(value)) {
        places.push({ holder: value as Record<string, unknown>, name })
        walk((value as Record<string, unknown>)[name])
      }
    }
    walk(update)
    const { holder, name } = random.pick(places)
    const wrong: readonly unknown[] = [
      null,
      0,
      -1,
      1e308,
      '',
      'x',
      [],
      {},
      [[]],
      true,
      'ا'.repeat(200_000),
      { toString: 1 },
    ]
    if (random.chance(0.2)) delete holder[name]
    else holder[name] = random.pick(wrong)
    return update
  }
}

/** The interfaces of the types with the fields that they inherit. */
function readShapes(): Shapes {
  const own = new Map<string, { readonly fields: readonly Field[]; readonly parents: readonly string[] }>()
  for (const file of FILES) {
    const text = readFileSync(join(TYPES, `${file}.d.ts`), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '')
    for (const [, name = '', parents = '', body = ''] of text.matchAll(
      /interface (\w+)(?: extends ([^{]+))? \{([^}]*)\}/g,
    )) {
      const fields = Array.from(body.matchAll(/^\s*(\w+)(\?)?: ([^;]+);/gm), ([, field = '', optional, type = '']) => ({
        name: field,
        type: type.trim(),
        isOptional: optional !== undefined,
      }))
      own.set(name, { fields, parents: parents.split(',').map((parent) => parent.trim().split('.').at(-1) ?? '') })
    }
  }
  const all = (name: string): readonly Field[] => {
    const shape = own.get(name)
    return shape === undefined ? [] : [...shape.parents.flatMap(all), ...shape.fields]
  }
  return new Map([...own.keys()].map((name) => [name, all(name)]))
}

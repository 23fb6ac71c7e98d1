import type { ListeningPlayground } from '../../playground.ts'

export type Page = {
  /** The secret, as a `Cookie` header. */
  readonly cookie: string
  readonly get: (path: string) => Promise<Response>
  /** Posts an act: an object as JSON, a text as it is. */
  readonly act: (what: object | string, type?: string) => Promise<{ readonly status: number; readonly body: unknown }>
}

/** The chat page as a browser opens it: every request carries the secret that came with it. */
export async function openPage({ url }: ListeningPlayground): Promise<Page> {
  const [cookie = ''] = (await fetch(url)).headers.get('set-cookie')?.split(';') ?? []
  return {
    cookie,
    get: (path) => fetch(url + path, { headers: { cookie } }),
    act: async (what, type = 'application/json') => {
      const headers = { 'content-type': type, cookie }
      const body = typeof what === 'string' ? what : JSON.stringify(what)
      const response = await fetch(`${url}/playground/act`, { method: 'POST', headers, body })
      return { status: response.status, body: await response.json() }
    },
  }
}

import type { Api } from 'grammy'
import { createFetch, type Fetched } from '../intake/fetch-page.ts'
import type { TelegramAccess } from '../telegram/api.ts'

/** Fetches what people send from the Bot API server, which may be on this machine. The address holds the token: it is never told. */
export function createDownload(
  api: Api,
  { token, apiRoot }: Pick<TelegramAccess, 'token' | 'apiRoot'>,
): (fileId: string) => Promise<Fetched> {
  const fetch = createFetch({ mayReach: () => true, about: null })
  return async (fileId) => {
    const { file_path: path = '' } = await api.getFile(fileId)
    return fetch(`${apiRoot}/file/bot${token}/${path}`)
  }
}

import type { Api } from 'grammy'
import { createLoop, type Loop, type WorkerParts } from '../../delivery/loop.ts'
import type { Language } from '../../language/language.ts'
import { audienceOfChat } from '../../messages/buttons/keyboard.ts'
import { renderDeskCard, renderDeskMore } from '../../messages/views/desk.ts'
import type { Wordings } from '../../messages/wording.ts'
import type { Place } from '../../store/place.ts'
import { reasonOf } from '../../telegram/errors.ts'
import { optionsFor } from '../../telegram/options.ts'
import type { Message } from '../../text/message.ts'

export type DeskNoticeOptions = Omit<WorkerParts, 'wake'> & {
  readonly api: Api
  readonly ownerIds: readonly number[]
  readonly wordings: Wordings
  readonly defaultLanguage: Language
  /** An IANA time zone. */
  readonly defaultZone: string
  readonly botUsername: string
}

/** Cards sent at once; of more there is a line. */
const MOST_CARDS = 5
/** Until those who could not be reached are tried again. */
const UNREACHED_MS = 10 * 60_000

/** Shows what is newly held, once: to the editors that an owner chose, else to the owners. */
export function createDeskNotice(options: DeskNoticeOptions): Loop {
  const { store, now, log, ownerIds, isOnDuty } = options

  async function look(): Promise<number> {
    if (ownerIds.length === 0) return Number.POSITIVE_INFINITY
    const untold = await store.held.untold(MOST_CARDS)
    if (untold === null) return Number.POSITIVE_INFINITY
    const more = untold.total - untold.items.length
    let isTold = false
    for (const place of await placesOf(options)) {
      const view = await viewIn(options, place)
      const cards = untold.items.map((article) => renderDeskCard(article, view))
      isTold = (await send(options, place, more > 0 ? [...cards, renderDeskMore(more, view)] : cards)) || isTold
    }
    if (!isTold) return UNREACHED_MS
    await store.held.setTold(untold.through, now())
    return 0
  }

  return createLoop({ look, retryMs: UNREACHED_MS, trouble: 'the desk could not be shown what is held', log, isOnDuty })
}

type DeskPlace = Place & { readonly language: Language | null }

/** A group that reviews several channels is told once. */
async function placesOf({ store, ownerIds }: DeskNoticeOptions): Promise<readonly DeskPlace[]> {
  const editors = await store.editors.chosenBy(ownerIds)
  if (editors.length > 0) return [...new Map(editors.map((place) => [place.chatId, place])).values()]
  return ownerIds.map((chatId) => ({ chatId, threadId: 0, language: null }))
}

async function viewIn(options: DeskNoticeOptions, { chatId, language }: DeskPlace) {
  const { store, wordings, defaultLanguage, defaultZone: zone, botUsername } = options
  const chat = await store.chats.find(chatId)
  const wording = wordings(chat?.language ?? language ?? defaultLanguage, chat?.digits)
  return { wording, audience: audienceOfChat(chatId > 0 ? 'private' : 'group', botUsername), zone }
}

/** Whether all arrived. */
async function send({ api, log }: DeskNoticeOptions, place: DeskPlace, messages: readonly Message[]): Promise<boolean> {
  try {
    for (const message of messages) await api.sendMessage(place.chatId, message.text, optionsFor(message, place))
    return true
  } catch (error) {
    log.warn({ chat: place.chatId, reason: reasonOf(error) }, 'the desk could not be shown what is held')
    return false
  }
}

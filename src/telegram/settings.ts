import type { Api } from 'grammy'

type BotSettings = {
  readonly supports_inline_queries?: boolean
  readonly inline_query_placeholder?: string
  readonly supports_guest_queries?: boolean
}

/** Bot API 10.5; what is left out stays: https://core.telegram.org/bots/api#setmysettings. An older server answers 404. */
export async function setMySettings(api: Api, settings: BotSettings, signal: AbortSignal): Promise<void> {
  // grammY's types end at 10.3; its calls take any method
  const raw = api.raw as unknown as Record<
    'setMySettings',
    (settings: BotSettings, until: AbortSignal) => Promise<true>
  >
  await raw.setMySettings(settings, signal)
}

import type { Message } from '../../text/message.ts'
import { blocks, lines } from '../../text/rich.ts'
import { namesOf } from '../buttons/callback-code.ts'
import { type Audience, type ButtonRow, grid, openButton, pressButton, row } from '../buttons/keyboard.ts'
import { choicesOf, SETTINGS, type SettingName } from '../buttons/press.ts'
import { phrase, toMessage, type View } from '../view.ts'

/** The value of a setting in a chat. */
export type Chosen = (setting: SettingName) => string

/** A chat's settings with their values, and a button for each other value. */
export function renderSettings(
  chosen: Chosen,
  view: View,
  settings: readonly SettingName[] = settingsFor(view.audience),
): Message {
  const { wording, audience } = view
  const text = lines(
    ...settings.map((setting) =>
      phrase(wording, `setting-${setting}`, { value: wording.say(`choice-${setting}-${chosen(setting)}`) }),
    ),
  )
  const rows = settings.flatMap((setting): readonly ButtonRow[] => {
    const others = choicesOf(setting).filter(({ value }) => value !== chosen(setting))
    const buttons = others.map((choice) =>
      pressButton(wording.say('button-set', { value: wording.say(`choice-${setting}-${choice.value}`) }), {
        kind: 'set',
        ...choice,
      }),
    )
    return grid(wording, 3, buttons)
  })
  const note =
    settings.includes('reading') && chosen('reading') === 'rich' ? phrase(wording, 'reading-rich-note') : null
  return toMessage(blocks(phrase(wording, 'settings'), text, note), [
    ...rows,
    row(wording, pressButton(wording.say('button-schedule'), { kind: 'schedule' })),
    row(wording, openButton(wording.say('button-help'), { view: 'help' }, audience)),
  ])
}

function settingsFor({ kind }: Audience): readonly SettingName[] {
  return namesOf(SETTINGS).filter((setting) => SETTINGS[setting].where.includes(kind))
}

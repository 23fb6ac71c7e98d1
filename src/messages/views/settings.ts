import { FormattedString } from '@grammyjs/parse-mode'
import type { Message } from '../../text/message.ts'
import { blocks, lines } from '../../text/rich.ts'
import { namesOf } from '../buttons/callback-code.ts'
import { type Audience, grid, openButton, pressButton, row } from '../buttons/keyboard.ts'
import { choicesOf, SETTINGS, type SettingName } from '../buttons/press.ts'
import { phrase, toMessage, type View } from '../view.ts'

/** The value of a setting in a chat. */
export type Chosen = (setting: SettingName) => string

/** A chat's settings with their values, a button for each that opens its values. */
export function renderSettings(chosen: Chosen, view: View): Message {
  const { wording, audience } = view
  const settings = settingsFor(audience)
  const buttons = settings.map((setting) => pressButton(wording.say(`name-${setting}`), { kind: 'setting', setting }))
  const values = lines(...settings.map((setting) => valueLine(setting, chosen, view)))
  return toMessage(blocks(FormattedString.b(phrase(wording, 'settings')), values), [
    ...grid(wording, 2, buttons),
    row(wording, pressButton(wording.say('button-schedule'), { kind: 'schedule' })),
    row(wording, openButton(wording.say('button-help'), { view: 'guide' }, audience)),
  ])
}

/** The values of one setting, with a mark on the chosen one. */
export function renderSetting(setting: SettingName, chosen: Chosen, view: View): Message {
  const { wording } = view
  const value = chosen(setting)
  const note = setting === 'reading' && value === 'rich' ? phrase(wording, 'reading-rich-note') : null
  const buttons = choicesOf(setting).map((choice) =>
    pressButton(marked(wording.say(`choice-${setting}-${choice.value}`), choice.value === value), {
      kind: 'set',
      ...choice,
    }),
  )
  return toMessage(
    blocks(FormattedString.b(phrase(wording, `name-${setting}`)), valueLine(setting, chosen, view), note),
    [...grid(wording, 2, buttons), row(wording, pressButton(wording.say('settings'), { kind: 'settings' }))],
  )
}

/** The label of what is chosen has a mark. */
export function marked(label: string, isChosen: boolean): string {
  return isChosen ? `✓ ${label}` : label
}

function valueLine(setting: SettingName, chosen: Chosen, { wording }: View) {
  return phrase(wording, `setting-${setting}`, { value: wording.say(`choice-${setting}-${chosen(setting)}`) })
}

function settingsFor({ kind }: Audience): readonly SettingName[] {
  return namesOf(SETTINGS).filter((setting) => SETTINGS[setting].where.includes(kind))
}

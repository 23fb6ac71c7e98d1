import type { Message } from '../../text/message.ts'
import { blocks, lines } from '../../text/rich.ts'
import { type Audience, grid, openButton, pressButton, type Row, row } from '../buttons/keyboard.ts'
import { CHOICES, SETTINGS, type Setting } from '../buttons/press.ts'
import { said, toMessage, type View } from '../view.ts'

/** What a chat has chosen, by setting. */
export type Chosen = Readonly<Record<Setting, string>>

/** What a chat can choose by button, and what it has chosen. */
export function renderSettings(
  chosen: Chosen,
  view: View,
  settings: readonly Setting[] = settingsFor(view.audience),
): Message {
  const { wording, audience } = view
  const text = lines(
    ...settings.map((setting) =>
      said(wording, `setting-${setting}`, { value: wording.say(`choice-${setting}-${chosen[setting]}`) }),
    ),
  )
  const rows = settings.flatMap((setting): readonly Row[] => {
    const others = CHOICES[setting].filter((value) => value !== chosen[setting])
    const buttons = others.map((value) =>
      pressButton(wording.say('button-set', { value: wording.say(`choice-${setting}-${value}`) }), {
        kind: 'set',
        setting,
        value,
      }),
    )
    return grid(wording, 3, buttons)
  })
  const note = settings.includes('reading') && chosen.reading === 'rich' ? said(wording, 'reading-rich-note') : null
  return toMessage(blocks(said(wording, 'settings'), text, note), [
    ...rows,
    row(wording, pressButton(wording.say('button-schedule'), { kind: 'schedule' })),
    row(wording, openButton(wording.say('button-help'), { view: 'help' }, audience)),
  ])
}

/** What has a meaning there: only groups have talk to tidy, and a week to be told of. */
function settingsFor({ kind }: Audience): readonly Setting[] {
  return SETTINGS.filter((setting) => {
    if (setting === 'tidy' || setting === 'week') return kind === 'group'
    return setting !== 'pin' || kind !== 'private'
  })
}

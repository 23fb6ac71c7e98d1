import type { Control } from '../control.ts'

/** What the sample's people and chats are called; who and what there is stays the same. */
export type SampleNames = {
  readonly reader: SamplePerson
  readonly admin: SamplePerson
  readonly member: SamplePerson
  readonly group: string
  /** A group that the bot isn't in, where it can be called as a guest. */
  readonly elsewhere: string
  readonly forum: { readonly title: string; readonly topics: readonly string[] }
  readonly channel: { readonly title: string; readonly username: string }
}

type SamplePerson = { readonly firstName: string; readonly languageCode: string }

export const SAMPLE_NAMES: SampleNames = {
  reader: { firstName: 'Reader', languageCode: 'en' },
  admin: { firstName: 'Admin', languageCode: 'en' },
  member: { firstName: 'Member', languageCode: 'en' },
  group: 'Family',
  elsewhere: 'Friends',
  forum: { title: 'Club', topics: ['News', 'Talk'] },
  channel: { title: 'Channel', username: 'playground_channel' },
}

type Making = Pick<Control, 'addPerson' | 'addGroup' | 'addSupergroup' | 'addChannel' | 'addTopic' | 'addBot'>

/** A reader, an admin and a member, who share a group, a forum and a channel with the bot, and a group without it. */
export function addSampleWorld(control: Making, names: SampleNames): void {
  // They have met the bot before: after a restart it may still have a message for them.
  const person = (id: number, username: string, named: SamplePerson) =>
    control.addPerson({ id, username, started: true, ...named })
  const reader = person(7001, 'reader_playground', names.reader)
  const admin = person(7002, 'admin_playground', names.admin)
  const member = person(7003, 'member_playground', names.member)
  const common = { creator: admin, members: [reader, member], bot: 'absent' } as const
  const group = control.addGroup({ id: -5001, title: names.group, ...common })
  const forum = control.addSupergroup({ id: -1001000005002, title: names.forum.title, forum: true, ...common })
  for (const name of names.forum.topics) control.addTopic({ chatId: forum, name })
  const channel = control.addChannel({ id: -1001000005003, ...names.channel, ...common })
  control.addSupergroup({ id: -1001000005004, title: names.elsewhere, ...common })
  // the bot comes to know who administers a chat as it comes in
  control.addBot({ chatId: group, by: admin })
  control.addBot({ chatId: forum, by: admin })
  control.addBot({ chatId: channel, by: admin, as: 'administrator' })
}

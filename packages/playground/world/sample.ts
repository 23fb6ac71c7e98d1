import type { Control } from '../control.ts'

type Making = Pick<Control, 'addPerson' | 'addGroup' | 'addSupergroup' | 'addChannel' | 'addTopic' | 'addBot'>

/** The people and chats the page opens with: a reader, a group's admin and a member who reads English. */
export function addSampleWorld(control: Making): void {
  // They have met the bot before: after a restart it may still have a digest for them.
  const started = true
  const reader = control.addPerson({
    id: 7001,
    firstName: 'قارئ',
    username: 'qari_playground',
    languageCode: 'ar',
    started,
  })
  const admin = control.addPerson({
    id: 7002,
    firstName: 'مشرفة',
    username: 'mushrifa_playground',
    languageCode: 'ar',
    started,
  })
  const member = control.addPerson({
    id: 7003,
    firstName: 'Member',
    username: 'member_playground',
    languageCode: 'en',
    started,
  })
  const group = control.addGroup({
    id: -5001,
    title: 'مجموعة العائلة',
    creator: admin,
    members: [reader, member],
    bot: 'absent',
  })
  const forum = control.addSupergroup({
    id: -1001000005002,
    title: 'منتدى الأخبار',
    creator: admin,
    members: [reader, member],
    forum: true,
    bot: 'absent',
  })
  control.addTopic({ chatId: forum, name: 'نشرات' })
  control.addTopic({ chatId: forum, name: 'نقاش' })
  const channel = control.addChannel({
    id: -1001000005003,
    title: 'قناة مُوجَز',
    username: 'mujaz_playground',
    creator: admin,
    members: [reader, member],
    bot: 'absent',
  })
  // the bot comes to know who administers a chat as it comes in
  control.addBot({ chatId: group, by: admin })
  control.addBot({ chatId: forum, by: admin })
  control.addBot({ chatId: channel, by: admin, as: 'administrator' })
}

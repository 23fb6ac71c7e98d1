import { createGrammyBot } from './grammy-bot.ts'

await createGrammyBot().start()

import { run } from '@grammyjs/runner'
import { createGrammyBot } from './grammy-bot.ts'

run(createGrammyBot())

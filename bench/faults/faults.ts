import { SCENARIOS } from './scenarios.ts'

/*
 * node bench/faults/faults.ts ['disk full' …]     each fault, and what the bot did
 */

const wanted = process.argv.slice(2)
for (const [name, run] of Object.entries(SCENARIOS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const [end] = await Promise.allSettled([run()])
  process.stdout.write(
    `${end.status === 'fulfilled' ? 'ok  ' : 'NOT '} ${name}: ${end.status === 'fulfilled' ? end.value : end.reason}\n`,
  )
  if (end.status === 'rejected') process.exitCode = 1
}

import { readSettings } from './app/read-env.ts'
import { backUp } from './store/backup.ts'

const FOR_POSTGRES = 'PostgreSQL is copied by its own tool, also while it runs: pg_dump --format=custom --file=FILE'
const USAGE = 'usage: npm run backup -- FILE (a new file; the bot may be running)'

process.exitCode = await main(process.argv.slice(2))

/** `backup`: copies the database of DATA_DIR. The exit status: 0, 1 when that failed, 2 for a wrong command line. */
async function main([file, ...others]: readonly string[]): Promise<number> {
  if (file === undefined || file === '' || file.startsWith('-') || others.length > 0) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  try {
    const { dataDir, database } = readSettings()
    if (database !== null) throw new Error(`DATABASE_URL: ${FOR_POSTGRES}`)
    await backUp(dataDir, file)
    process.stdout.write(`${file} holds all that the bot has stored\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

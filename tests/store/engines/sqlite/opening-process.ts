import { openDatabase } from '../../../../src/store/open-database.ts'

/** Opens the database of a directory in a process of its own, to be killed meanwhile; says when it begins. */
const [directory = ''] = process.argv.slice(2)
process.stdout.write('opening\n')
await (await openDatabase({ directory })).destroy()

import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'

/** What this process is called where several share a database: the space in which its id is unique, its id, a nonce; more may follow. */
export const PROCESS_NAME = `${processSpace()}/${process.pid}/${randomUUID().slice(0, 8)}`

/** Whether a process has surely ended: it ran where this one does, and its id is free or is another's now. */
export function hasEnded(name: string): boolean {
  const [space = '', id = ''] = name.split('/')
  if (space === '' || space !== processSpace()) return false
  if (Number(id) === process.pid) return !name.startsWith(PROCESS_NAME)
  try {
    process.kill(Number(id), 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** This boot of this machine, and the namespace of its process ids; empty where the system tells neither. */
function processSpace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return ''
  }
}

import { execFile } from 'node:child_process'

export type Ended = { readonly status: number; readonly stdout: string; readonly stderr: string }

type Run = { readonly cwd: string; readonly env?: Readonly<Record<string, string>> }

/** Runs a command to its end, with this Node first in its path. */
export function run([command, ...args]: readonly [string, ...string[]], { cwd, env = {} }: Run): Promise<Ended> {
  const { PATH = '', HOME = '/tmp', NODE_COMPILE_CACHE = '' } = process.env
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env: { PATH, HOME, NODE_COMPILE_CACHE, ...env } }, (error, stdout, stderr) => {
      const status = error === null ? 0 : Number(error.code ?? 1)
      resolve({ status, stdout, stderr })
    })
  })
}

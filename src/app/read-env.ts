import { readFileSync } from 'node:fs'
import { parse, populate } from 'dotenv'
import { type Config, ConfigError, readConfig } from './config.ts'

/** The settings in the environment and, where it has none, in `.env`. @throws ConfigError */
export function readSettings(): Config {
  readEnvFile('.env', process.env)
  return readConfig(process.env)
}

/**
 * Adds the settings in a `.env` file to the environment, which goes before it; a file that is not there adds none. Read as
 * UTF-8, or as UTF-16, which PowerShell writes. @throws ConfigError when it can't be read.
 */
export function readEnvFile(path: string, environment: NodeJS.ProcessEnv): void {
  const bytes = bytesOf(path)
  if (bytes !== null) populate(environment, parse(new TextDecoder(encodingOf(bytes)).decode(bytes)))
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ENOENT') return null
    throw new ConfigError(`${path} can’t be read (${code}): it is a text file with a line for each setting`)
  }
}

/** By its byte order mark; without one, by the zero byte that each Latin letter has in UTF-16. */
function encodingOf([first, second]: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le'
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8'
}

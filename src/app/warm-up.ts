import type { Verify } from '../library/verify.ts'

/** After the start's own work and first questions. */
const AFTER_MS = 3000
const CLAIM = 'قال المتحدث: «هذا قول طويل لم يقله أحد»'

/**
 * Verifies a claim once while nobody waits: the first takes half a second, as all that reads claims is compiled, and those
 * after it some 30 ms; a guest's call is open for seconds only. Returns what ends it.
 */
export function warmUp({ read, check }: Verify): () => Promise<void> {
  let warming: Promise<unknown> = Promise.resolve()
  const timer = setTimeout(() => {
    // where the database is gone the first question is slower, no more
    warming = read(CLAIM)
      .then(check)
      .catch(() => null)
  }, AFTER_MS)
  return async () => {
    clearTimeout(timer)
    await warming
  }
}

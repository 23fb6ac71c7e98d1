import { setTimeout as sleep } from 'node:timers/promises'
import { type ApiCallFn, HttpError } from 'grammy'

const PAUSES_MS = [300, 1500]

/**
 * A call that is made again after the connection broke, twice at the most. A message may then come twice, which is better
 * than not at all; editing and answering a press do no harm twice.
 */
export function againAfterBreaks(call: ApiCallFn): ApiCallFn {
  return async (method, payload, signal) => {
    for (const pause of PAUSES_MS) {
      try {
        return await call(method, payload, signal)
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted === true) throw error
        await sleep(pause)
      }
    }
    return await call(method, payload, signal)
  }
}

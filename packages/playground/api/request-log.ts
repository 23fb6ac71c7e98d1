import type { SeenRequest } from '../control.ts'

/** Every request and its answer, oldest first; only the newest `keep`. */
export type RequestLog = {
  readonly requests: readonly SeenRequest[]
  record(request: SeenRequest): void
  forget(): void
}

/** An empty log; `requests` stays the same array. */
export function createRequestLog(keep: number): RequestLog {
  const requests: SeenRequest[] = []
  return {
    requests,
    record(request) {
      requests.push(request)
      // Cut in large steps: shifting a long array on every request would cost more than the request.
      if (requests.length > keep * 2) requests.splice(0, requests.length - keep)
    },
    forget() {
      requests.length = 0
    },
  }
}

/** What is used of undici: all of it is 13 MB more, and as long to load as a bare bot. */
declare module 'undici/lib/dispatcher/pool.js' {
  // biome-ignore lint/style/noDefaultExport: it has no other
  export { Pool as default } from 'undici'
}
declare module 'undici/lib/api/api-request.js' {
  import type { Dispatcher } from 'undici'

  function request(this: Dispatcher, options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>
  // biome-ignore lint/style/noDefaultExport: it has no other
  export default request
}

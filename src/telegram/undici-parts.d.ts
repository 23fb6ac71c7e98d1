/** What is used of undici: all of it is 13 MB more, and as long to load as a bare bot. */
declare module 'undici/lib/dispatcher/pool.js' {
  // biome-ignore lint/style/noDefaultExport: it has no other
  export { Pool as default } from 'undici'
}

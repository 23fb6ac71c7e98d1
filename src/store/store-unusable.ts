/** The store cannot be used; the message is one line that names the setting and says what to do. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable'
}

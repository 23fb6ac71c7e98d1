import {
  type BinaryOperationNode,
  type ColumnDefinitionNode,
  CompiledQuery,
  type DatabaseConnection,
  type DataTypeNode,
  type Driver,
  GeneratedNode,
  OperatorNode,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  type QueryResult,
  ValueListNode,
} from 'kysely'
import { makesWork } from '../opening.ts'

/*
 * Kysely's PostgreSQL as the store's questions need it. They were written for a database whose writers come one after another,
 * so each transaction first takes its turn: a lock that ends with it, over all processes. A statement that writes alone is such
 * a transaction too. All of it is sent at once, and nothing is left in the session, so that poolers may stand between.
 */
export class TurnTakingDialect extends PostgresDialect {
  readonly #pool: PostgresPool
  readonly #onWrite: () => void

  /** `pool`: of clients that pipeline. `onWrite`: called before each statement that may write, but for the inbox. */
  constructor(pool: PostgresPool, onWrite: () => void) {
    super({ pool })
    this.#pool = pool
    this.#onWrite = onWrite
  }

  override createDriver(): Driver {
    return new TurnTakingDriver(this.#pool, this.#onWrite)
  }

  override createAdapter(): PostgresAdapter {
    return new LocklessAdapter()
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new SharedCompiler()
  }
}

/** Who migrates has the turn: a lock of the session would not hold behind a pooler. */
class LocklessAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

const TYPES: Readonly<Record<string, string>> = { integer: 'bigint', text: 'text collate "C"', blob: 'bytea' }

/** Gives what both engines share SQLite's meaning: whole numbers of any size, texts in the order of their bytes. */
class SharedCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    this.append(TYPES[node.dataType] ?? node.dataType)
  }

  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    const generated = GeneratedNode.create({ identity: true, byDefault: true })
    super.visitColumnDefinition(node.autoIncrement === true ? { ...node, autoIncrement: false, generated } : node)
  }

  /** PostgreSQL has no empty lists. */
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { operator, rightOperand: list } = node
    const isEmpty = (PrimitiveValueListNode.is(list) || ValueListNode.is(list)) && list.values.length === 0
    if (isEmpty && OperatorNode.is(operator)) this.append(operator.operator === 'not in' ? 'true' : 'false')
    else super.visitBinaryOperation(node)
  }
}

/** "mjz1" in ASCII: the lock that is the turn to write. */
const TURN = 0x6d_6a_7a_31
/** A process that is frozen inside a transaction loses its turn after this. */
const IDLE_MS = 5_000
const BEGIN = CompiledQuery.raw(
  `begin; set local idle_in_transaction_session_timeout = ${IDLE_MS}; select pg_advisory_xact_lock(${TURN})`,
)
const COMMIT = CompiledQuery.raw('commit')

class TurnTakingDriver implements Driver {
  readonly #driver: Driver
  readonly #onWrite: () => void

  constructor(pool: PostgresPool, onWrite: () => void) {
    this.#driver = new PostgresDriver({ pool })
    this.#onWrite = onWrite
  }

  async init(): Promise<void> {
    await this.#driver.init()
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new TurnTakingConnection(await this.#driver.acquireConnection(), this.#onWrite)
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    ours(connection).begin()
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#driver.commitTransaction(ours(connection).inner)
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#driver.rollbackTransaction(ours(connection).inner)
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    await this.#driver.releaseConnection(ours(connection).inner)
  }

  async destroy(): Promise<void> {
    await this.#driver.destroy()
  }
}

class TurnTakingConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection
  readonly #onWrite: () => void
  /** The turn of a transaction; `null`: none has begun. */
  #turn: Promise<unknown> | null = null

  constructor(inner: DatabaseConnection, onWrite: () => void) {
    this.inner = inner
    this.#onWrite = onWrite
  }

  begin(): void {
    this.#turn = this.#send(BEGIN)
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const isWriting = !isReading(query)
    if (isWriting && makesWork(query.sql)) this.#onWrite()
    const told = storable(query)
    if (this.#turn !== null) return await this.#inTurn<R>(this.#turn, told)
    return isWriting ? await this.#inTurn<R>(this.#send(BEGIN), told, COMMIT) : await this.inner.executeQuery<R>(told)
  }

  /** Sends a query behind the turn, and maybe another behind it, without waiting for either. */
  async #inTurn<R>(turn: Promise<unknown>, query: CompiledQuery, end?: CompiledQuery): Promise<QueryResult<R>> {
    const result = this.#send<R>(query)
    const ended = end === undefined ? null : this.#send(end)
    // what kept it from its turn comes first: behind it, all else fails for that
    await turn
    const answer = await result.finally(() => ended?.catch(() => {}))
    await ended
    return answer
  }

  /** An error is looked at when its answer is awaited. */
  #send<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const sent = this.inner.executeQuery<R>(query)
    sent.catch(() => {})
    return sent
  }

  streamQuery(): never {
    throw new Error('no question is streamed')
  }
}

function ours(connection: DatabaseConnection): TurnTakingConnection {
  if (!(connection instanceof TurnTakingConnection)) throw new Error('a connection of another driver')
  return connection
}

function isReading({ query, sql }: CompiledQuery): boolean {
  return query.kind === 'SelectQueryNode' || (query.kind === 'RawNode' && /^\s*select\b/i.test(sql))
}

/** PostgreSQL's texts have no NUL. */
function storable(query: CompiledQuery): CompiledQuery {
  const hasNul = (value: unknown) => typeof value === 'string' && value.includes('\0')
  if (!query.parameters.some(hasNul)) return query
  const parameters = query.parameters.map((value) =>
    typeof value === 'string' ? value.replaceAll('\0', '\u{FFFD}') : value,
  )
  return { ...query, parameters }
}

/** A row to learn from: what was measured, and whether it is one of those sought. */
export type Example = { readonly features: readonly number[]; readonly label: 0 | 1 }
export type Model = { readonly bias: number; readonly weights: readonly number[] }

/** The features from `from` on are many and rare: left in their own units, with a penalty of their own. */
export type RareFeatures = { readonly from: number; readonly penalty: number }

/**
 * Logistic regression with an L2 penalty on standardised features, by Newton's method; the weights come back in the
 * features' own units. `penalty`: the inverse of scikit-learn's C.
 */
export function fitLogistic(
  examples: readonly Example[],
  penalty: number,
  rare: RareFeatures = { from: Number.POSITIVE_INFINITY, penalty },
): Model {
  const { means, scales } = spreadOf(examples, rare.from)
  const width = means.length + 1
  const rows = examples.map(({ features }) => [
    1,
    ...features.map((value, j) => (value - (means[j] ?? 0)) / (scales[j] ?? 1)),
  ])
  let beta = new Array<number>(width).fill(0)
  for (let round = 0; round < 12; round += 1) {
    const gradient = new Array<number>(width).fill(0)
    const hessian = Array.from({ length: width }, () => new Array<number>(width).fill(0))
    for (const [index, row] of rows.entries()) {
      const p = sigmoid(dot(beta, row))
      const error = p - (examples[index]?.label ?? 0)
      const weight = p * (1 - p)
      for (let j = 0; j < width; j += 1) {
        const value = row[j] ?? 0
        if (value === 0) continue
        gradient[j] = (gradient[j] ?? 0) + error * value
        const line = hessian[j] ?? []
        for (let k = 0; k < width; k += 1) line[k] = (line[k] ?? 0) + weight * value * (row[k] ?? 0)
      }
    }
    for (let j = 0; j < width; j += 1) {
      const each = j === 0 ? 1e-6 : j > rare.from ? rare.penalty : penalty
      gradient[j] = (gradient[j] ?? 0) + each * (beta[j] ?? 0)
      const line = hessian[j] ?? []
      line[j] = (line[j] ?? 0) + each
    }
    const step = solve(hessian, gradient)
    beta = beta.map((value, j) => value - (step[j] ?? 0))
  }
  const weights = beta.slice(1).map((value, j) => value / (scales[j] ?? 1))
  const bias = (beta[0] ?? 0) - dot(weights, means)
  return { bias, weights }
}

export function logOdds(model: Model, features: readonly number[]): number {
  return model.bias + dot(model.weights, features)
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

function spreadOf(
  examples: readonly Example[],
  rareFrom: number,
): {
  readonly means: readonly number[]
  readonly scales: readonly number[]
} {
  const width = examples[0]?.features.length ?? 0
  const columns = Array.from({ length: width }, (_, j) => examples.map(({ features }) => features[j] ?? 0))
  const means = columns.map((column, j) =>
    j < rareFrom ? column.reduce((sum, value) => sum + value, 0) / column.length : 0,
  )
  const scales = columns.map((column, j) => {
    if (j >= rareFrom) return 1
    const variance = column.reduce((sum, value) => sum + (value - (means[j] ?? 0)) ** 2, 0) / column.length
    return Math.sqrt(variance) || 1
  })
  return { means, scales }
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let j = 0; j < a.length; j += 1) sum += (a[j] ?? 0) * (b[j] ?? 0)
  return sum
}

/** Gauss–Jordan with pivoting; `matrix` and `vector` are small. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, vector[index] ?? 0])
  for (let column = 0; column < rows.length; column += 1) {
    const pivot = rows.findIndex(
      (row, index) =>
        index >= column &&
        Math.abs(row[column] ?? 0) === Math.max(...rows.slice(column).map((each) => Math.abs(each[column] ?? 0))),
    )
    const [above, chosen] = [rows[column], rows[pivot]]
    if (!above || !chosen) break
    rows[pivot] = above
    rows[column] = chosen
    const lead = chosen[column] || 1e-12
    for (const [index, row] of rows.entries()) {
      if (index === column) continue
      const factor = (row[column] ?? 0) / lead
      if (factor === 0) continue
      for (let k = column; k < row.length; k += 1) row[k] = (row[k] ?? 0) - factor * (chosen[k] ?? 0)
    }
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] || 1e-12))
}

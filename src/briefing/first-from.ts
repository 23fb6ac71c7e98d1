/** Index of the first item at or after a position, of a list in the order of its positions; the list's length for none. */
export function firstFrom<Item>(items: readonly Item[], position: number, positionOf: (item: Item) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && positionOf(item) < position) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The k of cost = c × size^k that fits best: least squares of the logarithms. 0: the size does not matter; 1: twice as
 * much costs twice as much. Throws when there are fewer than two sizes, or a size or cost that is not above zero.
 */
export function fitExponent(points: readonly { size: number; cost: number }[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }))
  if (logs.some(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y)))
    throw new Error('An exponent is fitted to sizes and costs above zero.')
  if (new Set(points.map(({ size }) => size)).size < 2) throw new Error('An exponent needs at least two sizes.')
  const x = logs.reduce((sum, each) => sum + each.x, 0) / logs.length
  const y = logs.reduce((sum, each) => sum + each.y, 0) / logs.length
  const above = logs.reduce((sum, each) => sum + (each.x - x) * (each.y - y), 0)
  const below = logs.reduce((sum, each) => sum + (each.x - x) ** 2, 0)
  return above / below
}

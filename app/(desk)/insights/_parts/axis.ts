import type { Board } from '@/lib/insights'
import type { Axis } from './kpi'

/** The one axis of all NPS tracks on a page: from the lowest to the highest bound that is drawn, by tens, zero within. */
export function axisOf({ places, total }: Board): Axis {
  const drawn = [total.interval, ...places.filter(({ few }) => !few).map(({ interval }) => interval)]
  const low = Math.min(0, ...drawn.map((interval) => interval?.low ?? 0))
  const high = Math.max(0, ...drawn.map((interval) => interval?.high ?? 0))
  return {
    min: Math.max(-100, Math.floor(low / 10) * 10),
    max: Math.min(100, Math.ceil(high / 10) * 10 || 10),
    zero: 0,
  }
}

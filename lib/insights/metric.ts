export { impact, isApart, pointsLost } from './impact'
export {
  type Change,
  type Counts,
  fewest,
  less,
  type NpsInterval,
  noCounts,
  nps,
  npsChange,
  npsInterval,
  plus,
  sizeOf,
  tooFew,
  z95,
} from './nps'
export { type Mean, meanOf, median, quantile, type Rate, rate, rateChange } from './rate'
export { type Converted, conversions, lift, type Recovery, recoveryRates, type Tried } from './recovery'

import type { KeyChoice } from '@/app/_ui/deeds'
import type { Preferences } from '@/lib/desk/shared'

/** Which keys this person has chosen. */
export const keyChoice = ({ shortcuts, keys }: Preferences): KeyChoice => ({ mode: shortcuts, remap: keys })

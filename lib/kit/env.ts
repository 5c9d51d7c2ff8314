import { createPrivateKey, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { once } from './once'

const optional = z.string().trim().min(1).optional().catch(undefined)
const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))

const shape = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  BASE_URL: webAddress.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|file:|\/|\.)/, 'must be postgres://… or a path')
    .optional(),
  LAZO_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'must be smtp://… or smtps://…')
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  IMAP_URL: z
    .string()
    .regex(/^imaps?:\/\/[^\s]+$/, 'must be imap://… or imaps://…')
    .optional(),
  DKIM_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/i, 'must be a domain')
    .optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9._-]+$/i, 'must be a selector')
    .optional(),
  DKIM_KEY_FILE: optional,
  TRUSTED_PROXIES: optional,
  LAZO_ADMIN_EMAIL: z.email().optional(),
  LAZO_ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
  WORKER: z.enum(['inline', 'off']).default('inline'),
})

export type Env = {
  port: number
  host: string
  baseUrl: string
  /** False: nobody said where this can be reached, links say localhost. */
  baseUrlGiven: boolean
  dataDir: string
  secret: string
  smtpUrl: string | null
  mailFrom: string | null
  imapUrl: string | null
  /** With what letters are signed here; null: the mail server signs them, or nobody does. */
  dkim: { domain: string; selector: string; key: string } | null
  trustedProxies: string[]
  adminEmail: string | null
  adminPassword: string | null
  worker: 'inline' | 'off'
  /** Under tests: no log lines. */
  quiet: boolean
}

/** The environment, parsed once. A variable that cannot be understood throws one line that names it. */
export const env = (): Env => once('env', () => parse(process.env))

/** Pure but for the secret's file, which is made at the first start and kept in DATA_DIR (0600). */
export function parse(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = shape.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Error(`${String(issue?.path[0] ?? 'environment')}: ${issue?.message ?? 'not understood'}`)
  }
  const its = parsed.data
  const dataDir = resolve(its.DATA_DIR)
  return {
    port: its.PORT,
    host: its.HOST,
    baseUrl: its.BASE_URL ?? `http://localhost:${its.PORT}`,
    baseUrlGiven: its.BASE_URL !== undefined,
    dataDir,
    secret: its.LAZO_SECRET ?? keptSecret(dataDir),
    smtpUrl: its.SMTP_URL ?? null,
    mailFrom: its.MAIL_FROM ?? null,
    imapUrl: its.IMAP_URL ?? null,
    dkim: dkimOf(its),
    trustedProxies: its.TRUSTED_PROXIES?.split(/[\s,]+/).filter(Boolean) ?? [],
    adminEmail: its.LAZO_ADMIN_EMAIL ?? null,
    adminPassword: its.LAZO_ADMIN_PASSWORD ?? null,
    worker: its.WORKER,
    quiet: variables.NODE_ENV === 'test',
  }
}

function dkimOf(its: z.output<typeof shape>): Env['dkim'] {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: file } = its
  if (!domain && !selector && !file) return null
  if (!domain || !selector || !file) throw new Error('DKIM_DOMAIN, DKIM_SELECTOR, DKIM_KEY_FILE: all three or none')
  return { domain, selector, key: rsaKey(file) }
}

function rsaKey(file: string): string {
  try {
    const key = readFileSync(file, 'utf8')
    if (createPrivateKey(key).asymmetricKeyType === 'rsa') return key
  } catch {
    // Said below, without the system's words.
  }
  throw new Error('DKIM_KEY_FILE: must be a readable RSA private key (PEM)')
}

function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const secret = randomBytes(32).toString('hex')
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
  return secret
}

/** What a program that we start is given: our own surroundings and `more` over them. */
export const surroundings = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({ ...process.env, ...more })

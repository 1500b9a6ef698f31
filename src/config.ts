import { resolve } from 'node:path'
import { z } from 'zod'
import { type ConfigRefusal, configRefusals } from './config.texts.ts'
import { isHostName } from './platform/codeHosts.addresses.ts'
import type { Text } from './platform/i18n.ts'

export type Config = {
  environment: 'production' | 'development' | 'test'
  /** What this process does: serve pages, run jobs, or both. */
  part: 'all' | 'web' | 'worker'
  port: number
  /** The public address, without a slash at its end. */
  baseUrl: string
  /** Absolute. Holds the embedded database and generated keys in development. */
  dataDir: string
  /** The demonstration world: sample files, and sign-in as anyone by a click. */
  demo: boolean
  /** Absent: the embedded database. */
  databaseUrl: string | undefined
  /** Who migrates. Absent in production: somebody else migrates before the start. */
  databaseOwnerUrl: string | undefined
  /** Absent: generated in the data folder. */
  keyFiles: { seal: string | undefined; draft: string | undefined; signing: string | undefined }
  escrowRecipient: string | undefined
  auditorEmail: string | undefined
  trustProxy: false | number | string[]
  mail: { kind: 'local' } | { kind: 'smtp'; url: string } | { kind: 'notify'; key: string }
  mailFrom: string
  /** How many letters of a mailing leave in a second; letters to one person do not wait for them. */
  mailPerSecond: number
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined
  paypal: { clientId: string; clientSecret: string; webhookId: string; api: string } | undefined
  /** Where issues may be read from. `standIn` answers in the place of all of them, in tests. */
  codeHosts: { allowed: readonly string[]; standIn: string | undefined; timeoutInMs: number }
  ocdsPrefix: string
  themeDir: string | undefined
  /** How much memory the pages that are kept ready for visitors may take; 0 keeps none. */
  pageCacheBytes: number
  logLevel: (typeof LOG_LEVELS)[number]
}

export type ConfigProblem = { setting: Setting; because: ConfigRefusal }
export type Environment = Readonly<Record<string, string | undefined>>

/** Nobody's prefix: identifiers made with it are for trying only. */
export const PLACEHOLDER_OCDS_PREFIX = 'ocds-000000'

/**
 * Reads the settings, and finds every problem at once. In production each stand-in is refused: the embedded database,
 * local mail, the demonstration's sign-in, generated keys and the placeholder prefix.
 */
export function readConfig(
  environment: Environment,
): { ok: true; value: Config } | { ok: false; problems: ConfigProblem[] } {
  const given = withoutEmpty(environment)
  const parsed = settings.safeParse(given)
  const malformed = parsed.success ? [] : parsed.error.issues.map(problemOf)
  const problems = onePerSetting([...malformed, ...inconsistencies(given)])
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  return { ok: true, value: configFrom(parsed.data) }
}

/** One line for each problem: `PORT must be a port from 1 to 65535.` */
export function problemLine({ setting, because }: ConfigProblem): Text {
  const sentence = configRefusals[because]
  return { en: `${setting} ${sentence.en}`, fr: `${setting} ${sentence.fr}` }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const text = z.string().optional()
const matching = (pattern: RegExp, because: ConfigRefusal) => z.string().regex(pattern, because)
const yesOrNo = z.enum(['0', '1', 'true', 'false'], 'not_yes_or_no' satisfies ConfigRefusal)
const postgres = matching(/^postgres(ql)?:\/\/./, 'not_postgres').refine(
  URL.canParse,
  'not_postgres' satisfies ConfigRefusal,
)
const webAddress = matching(/^https?:\/\/[^/\s]+\/?$/, 'not_a_url').refine(
  URL.canParse,
  'not_a_url' satisfies ConfigRefusal,
)
const issuer = matching(/^https?:\/\/\S+$/, 'not_a_url').refine(URL.canParse, 'not_a_url' satisfies ConfigRefusal)
const email = matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'not_an_address')
const port = matching(/^[1-9]\d{0,4}$/, 'not_a_port')
  .transform(Number)
  .refine(isPort, 'not_a_port' satisfies ConfigRefusal)

/** What most mail services take from a new sender. */
const DEFAULT_PACE = 20

const settings = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'not_an_environment' satisfies ConfigRefusal)
    .default('development'),
  RUN: z.enum(['all', 'web', 'worker'], 'not_a_part' satisfies ConfigRefusal).default('all'),
  PORT: port.default(8080),
  BASE_URL: webAddress.optional(),
  DATA_DIR: z.string().default('data'),
  DEMO: yesOrNo.default('0'),
  DATABASE_URL: postgres.optional(),
  DATABASE_OWNER_URL: postgres.optional(),
  SEAL_KEY_FILE: text,
  DRAFT_KEY_FILE: text,
  SIGNING_KEY_FILE: text,
  ESCROW_RECIPIENT: matching(/^age1[02-9ac-hj-np-z]{58}$/, 'not_an_age_recipient').optional(),
  AUDITOR_EMAIL: email.optional(),
  TRUST_PROXY: matching(/^(\d{1,2}|[0-9a-fA-F.:]+(\/\d+)?(\s*,\s*[0-9a-fA-F.:]+(\/\d+)?)*)$/, 'not_a_proxy').optional(),
  SMTP_URL: matching(/^smtps?:\/\/./, 'not_smtp')
    .refine(URL.canParse, 'not_smtp' satisfies ConfigRefusal)
    .optional(),
  NOTIFY_KEY: text,
  MAIL_FROM: email.optional(),
  MAIL_PER_SECOND: matching(/^([1-9]\d{0,3}|0\.[1-9])$/, 'not_a_pace')
    .transform(Number)
    .default(DEFAULT_PACE),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
  PAYPAL_CLIENT_ID: text,
  PAYPAL_CLIENT_SECRET: text,
  PAYPAL_WEBHOOK_ID: text,
  PAYPAL_API: webAddress.optional(),
  CODE_HOSTS: z
    .string()
    .refine(areHosts, 'not_code_hosts' satisfies ConfigRefusal)
    .default('github.com,gitlab.com'),
  CODE_HOSTS_STAND_IN: matching(/^http:\/\/(?:127\.0\.0\.1|localhost):\d{1,5}$/, 'not_a_stand_in').optional(),
  OCDS_PREFIX: matching(/^ocds-[a-z0-9]{6}$/, 'not_an_ocds_prefix').default(PLACEHOLDER_OCDS_PREFIX),
  THEME_DIR: text,
  PAGE_CACHE_MB: matching(/^\d{1,4}$/, 'not_megabytes')
    .transform(Number)
    .default(64),
  LOG_LEVEL: z.enum(LOG_LEVELS, 'not_a_log_level' satisfies ConfigRefusal).default('info'),
})

type Settings = z.output<typeof settings>
export type Setting = keyof Settings

/** `PORT=` in a shell or a compose file means that nothing was given. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
}

function problemOf(issue: z.core.$ZodIssue): ConfigProblem {
  const setting = settingNames.find((name) => name === issue.path[0])
  const because = refusalNames.find((name) => name === issue.message)
  if (!setting || !because) throw new Error(`A setting was refused without a reason: ${issue.message}`)
  return { setting, because }
}

/** The first thing wrong with a setting is enough to put it right. */
function onePerSetting(problems: readonly ConfigProblem[]): ConfigProblem[] {
  return problems.filter(({ setting }, index) => problems.findIndex((other) => other.setting === setting) === index)
}

const settingNames = settings.keyof().options
const refusalNames = Object.keys(configRefusals).filter(isRefusal)

function isRefusal(name: string): name is ConfigRefusal {
  return name in configRefusals
}

function isPort(number: number): boolean {
  return number <= 65_535
}

const OIDC: Setting[] = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']
const PAYPAL: Setting[] = ['PAYPAL_CLIENT_ID', 'PAYPAL_CLIENT_SECRET', 'PAYPAL_WEBHOOK_ID']

/** What is wrong with settings taken together; each alone may be well formed. */
function inconsistencies(given: Environment): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  const refuse = (setting: Setting, because: ConfigRefusal) => problems.push({ setting, because })

  for (const group of [OIDC, PAYPAL]) {
    const missing = group.filter((setting) => !given[setting])
    if (missing.length < group.length) for (const setting of missing) refuse(setting, 'incomplete')
  }
  if (given.NOTIFY_KEY && given.SMTP_URL) refuse('NOTIFY_KEY', 'two_mailers')
  if (given.RUN === 'web' && given.SEAL_KEY_FILE) refuse('SEAL_KEY_FILE', 'seal_key_on_the_web')
  if (given.DATABASE_OWNER_URL && !given.DATABASE_URL) refuse('DATABASE_URL', 'incomplete')
  return given.NODE_ENV === 'production' ? [...problems, ...standIns(given)] : problems
}

function standIns(given: Environment): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  const refuse = (setting: Setting, because: ConfigRefusal) => problems.push({ setting, because })

  if (!given.DATABASE_URL) refuse('DATABASE_URL', 'embedded_database')
  if (!given.BASE_URL?.startsWith('https://')) refuse('BASE_URL', 'not_https')
  if (!given.SMTP_URL && !given.NOTIFY_KEY) refuse('SMTP_URL', 'local_mail')
  if (!given.OIDC_ISSUER) refuse('OIDC_ISSUER', 'demo_sign_in')
  if (isYes(given.DEMO)) refuse('DEMO', 'demo_world')
  if (!given.SEAL_KEY_FILE && given.RUN !== 'web') refuse('SEAL_KEY_FILE', 'generated_key')
  if (!given.DRAFT_KEY_FILE) refuse('DRAFT_KEY_FILE', 'generated_key')
  if (!given.SIGNING_KEY_FILE) refuse('SIGNING_KEY_FILE', 'generated_key')
  if (!given.ESCROW_RECIPIENT) refuse('ESCROW_RECIPIENT', 'generated_escrow')
  if (!given.AUDITOR_EMAIL) refuse('AUDITOR_EMAIL', 'no_auditor')
  if (given.CODE_HOSTS_STAND_IN) refuse('CODE_HOSTS_STAND_IN', 'stand_in_host')
  if ((given.OCDS_PREFIX ?? PLACEHOLDER_OCDS_PREFIX) === PLACEHOLDER_OCDS_PREFIX)
    refuse('OCDS_PREFIX', 'placeholder_prefix')
  return problems
}

function configFrom(given: Settings): Config {
  const baseUrl = (given.BASE_URL ?? `http://localhost:${given.PORT}`).replace(/\/$/, '')
  return {
    environment: given.NODE_ENV,
    part: given.RUN,
    port: given.PORT,
    baseUrl,
    dataDir: resolve(given.DATA_DIR),
    demo: isYes(given.DEMO),
    databaseUrl: given.DATABASE_URL,
    databaseOwnerUrl: given.DATABASE_OWNER_URL,
    keyFiles: { seal: given.SEAL_KEY_FILE, draft: given.DRAFT_KEY_FILE, signing: given.SIGNING_KEY_FILE },
    escrowRecipient: given.ESCROW_RECIPIENT,
    auditorEmail: given.AUDITOR_EMAIL,
    trustProxy: proxiesOf(given.TRUST_PROXY),
    mail: mailOf(given),
    mailFrom: given.MAIL_FROM ?? `no-reply@${new URL(baseUrl).hostname}`,
    mailPerSecond: given.MAIL_PER_SECOND,
    oidc: oidcOf(given),
    paypal: paypalOf(given),
    codeHosts: {
      allowed: hostsOf(given.CODE_HOSTS),
      standIn: given.CODE_HOSTS_STAND_IN,
      timeoutInMs: CODE_HOST_TIMEOUT_IN_MS,
    },
    ocdsPrefix: given.OCDS_PREFIX,
    themeDir: given.THEME_DIR ? resolve(given.THEME_DIR) : undefined,
    pageCacheBytes: given.PAGE_CACHE_MB * 1_000_000,
    logLevel: given.LOG_LEVEL,
  }
}

const CODE_HOST_TIMEOUT_IN_MS = 5_000

/** Names parted by commas; `none` reads issues from nowhere. */
function hostsOf(value: string): string[] {
  return value.trim() === 'none' ? [] : value.split(',').map((host) => host.trim().toLowerCase())
}

function areHosts(value: string): boolean {
  return hostsOf(value).every(isHostName)
}

const isYes = (value: string | undefined): boolean => value === '1' || value === 'true'

function proxiesOf(value: string | undefined): Config['trustProxy'] {
  if (!value || value === '0') return false
  return /^\d+$/.test(value) ? Number(value) : value.split(',').map((address) => address.trim())
}

function mailOf({ SMTP_URL: url, NOTIFY_KEY: key }: Settings): Config['mail'] {
  if (url) return { kind: 'smtp', url }
  return key ? { kind: 'notify', key } : { kind: 'local' }
}

function oidcOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Settings): Config['oidc'] {
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return undefined
  return { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }
}

function paypalOf(given: Settings): Config['paypal'] {
  const { PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET, PAYPAL_WEBHOOK_ID, PAYPAL_API } = given
  if (!PAYPAL_CLIENT_ID || !PAYPAL_CLIENT_SECRET || !PAYPAL_WEBHOOK_ID) return undefined
  return {
    clientId: PAYPAL_CLIENT_ID,
    clientSecret: PAYPAL_CLIENT_SECRET,
    webhookId: PAYPAL_WEBHOOK_ID,
    api: (PAYPAL_API ?? 'https://api-m.paypal.com').replace(/\/$/, ''),
  }
}

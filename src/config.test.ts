import { expect, test } from 'vitest'
import { type ConfigRefusal, configRefusals } from './config.texts.ts'
import { type ConfigProblem, type Environment, PLACEHOLDER_OCDS_PREFIX, problemLine, readConfig } from './config.ts'

const production: Environment = {
  NODE_ENV: 'production',
  BASE_URL: 'https://opportune.example.ca',
  DATABASE_URL: 'postgresql://app:secret@db.example.ca/opportune',
  SEAL_KEY_FILE: '/keys/seal',
  DRAFT_KEY_FILE: '/keys/draft',
  SIGNING_KEY_FILE: '/keys/signing.pem',
  ESCROW_RECIPIENT: `age1${'q'.repeat(58)}`,
  AUDITOR_EMAIL: 'auditor@example.ca',
  SMTP_URL: 'smtps://relay.example.ca:465',
  OIDC_ISSUER: 'https://login.example.ca/tenant',
  OIDC_CLIENT_ID: 'opportune',
  OIDC_CLIENT_SECRET: 'secret',
  OCDS_PREFIX: 'ocds-a1b2c3',
}

/** Each refusal: the setting it names, and what brings it about. */
const refused: Record<ConfigRefusal, [ConfigProblem['setting'], Environment][]> = {
  not_a_port: [
    ['PORT', { PORT: '65536' }],
    ['PORT', { PORT: '0' }],
    ['PORT', { PORT: '80 80' }],
  ],
  not_a_url: [
    ['BASE_URL', { BASE_URL: 'opportune.example.ca' }],
    ['BASE_URL', { BASE_URL: 'https://example.ca/path' }],
    ['OIDC_ISSUER', { ...production, OIDC_ISSUER: 'login' }],
  ],
  not_postgres: [
    ['DATABASE_URL', { DATABASE_URL: 'mysql://db' }],
    ['DATABASE_OWNER_URL', { DATABASE_URL: 'postgres://db/a', DATABASE_OWNER_URL: 'db' }],
  ],
  not_smtp: [['SMTP_URL', { SMTP_URL: 'mail.example.ca' }]],
  not_yes_or_no: [['DEMO', { DEMO: 'maybe' }]],
  not_an_address: [['AUDITOR_EMAIL', { AUDITOR_EMAIL: 'auditor' }]],
  not_an_age_recipient: [['ESCROW_RECIPIENT', { ESCROW_RECIPIENT: 'AGE-SECRET-KEY-1' }]],
  not_an_ocds_prefix: [['OCDS_PREFIX', { OCDS_PREFIX: 'OCDS-1' }]],
  not_a_proxy: [['TRUST_PROXY', { TRUST_PROXY: 'nginx' }]],
  not_megabytes: [
    ['PAGE_CACHE_MB', { PAGE_CACHE_MB: '1.5' }],
    ['PAGE_CACHE_MB', { PAGE_CACHE_MB: '-1' }],
    ['PAGE_CACHE_MB', { PAGE_CACHE_MB: '64 MB' }],
  ],
  not_code_hosts: [
    ['CODE_HOSTS', { CODE_HOSTS: 'https://github.com' }],
    ['CODE_HOSTS', { CODE_HOSTS: 'github.com,10.0.0.1' }],
    ['CODE_HOSTS', { CODE_HOSTS: 'gitlab.internal' }],
    ['CODE_HOSTS', { CODE_HOSTS: 'git.example.ca:8443' }],
  ],
  not_a_stand_in: [['CODE_HOSTS_STAND_IN', { CODE_HOSTS_STAND_IN: 'https://example.ca' }]],
  stand_in_host: [['CODE_HOSTS_STAND_IN', { ...production, CODE_HOSTS_STAND_IN: 'http://127.0.0.1:4000' }]],
  not_an_environment: [['NODE_ENV', { NODE_ENV: 'prod' }]],
  not_a_part: [['RUN', { RUN: 'jobs' }]],
  not_a_pace: [
    ['MAIL_PER_SECOND', { MAIL_PER_SECOND: '0' }],
    ['MAIL_PER_SECOND', { MAIL_PER_SECOND: 'many' }],
  ],
  not_a_log_level: [['LOG_LEVEL', { LOG_LEVEL: 'loud' }]],
  incomplete: [
    ['OIDC_CLIENT_SECRET', { ...production, OIDC_CLIENT_SECRET: undefined }],
    ['PAYPAL_WEBHOOK_ID', { PAYPAL_CLIENT_ID: 'a', PAYPAL_CLIENT_SECRET: 'b' }],
    ['DATABASE_URL', { DATABASE_OWNER_URL: 'postgresql://owner@db/opportune' }],
  ],
  two_mailers: [['NOTIFY_KEY', { ...production, NOTIFY_KEY: 'key' }]],
  seal_key_on_the_web: [['SEAL_KEY_FILE', { ...production, RUN: 'web' }]],
  embedded_database: [['DATABASE_URL', { ...production, DATABASE_URL: undefined }]],
  not_https: [
    ['BASE_URL', { ...production, BASE_URL: 'http://opportune.example.ca' }],
    ['BASE_URL', { ...production, BASE_URL: undefined }],
  ],
  local_mail: [['SMTP_URL', { ...production, SMTP_URL: '' }]],
  demo_sign_in: [['OIDC_ISSUER', { ...production, OIDC_ISSUER: '', OIDC_CLIENT_ID: '', OIDC_CLIENT_SECRET: '' }]],
  demo_world: [['DEMO', { ...production, DEMO: '1' }]],
  generated_key: [
    ['SEAL_KEY_FILE', { ...production, SEAL_KEY_FILE: undefined }],
    ['DRAFT_KEY_FILE', { ...production, DRAFT_KEY_FILE: undefined }],
    ['SIGNING_KEY_FILE', { ...production, SIGNING_KEY_FILE: undefined }],
  ],
  generated_escrow: [['ESCROW_RECIPIENT', { ...production, ESCROW_RECIPIENT: undefined }]],
  no_auditor: [['AUDITOR_EMAIL', { ...production, AUDITOR_EMAIL: undefined }]],
  placeholder_prefix: [
    ['OCDS_PREFIX', { ...production, OCDS_PREFIX: undefined }],
    ['OCDS_PREFIX', { ...production, OCDS_PREFIX: PLACEHOLDER_OCDS_PREFIX }],
  ],
}

const cases = Object.keys(configRefusals).flatMap((because) =>
  refused[because as ConfigRefusal].map(([setting, given]) => ({ because, setting, given })),
)

test.each(cases)('$setting is refused: $because', ({ because, setting, given }) => {
  expect(readConfig(given)).toEqual({ ok: false, problems: [{ setting, because }] })
})

test('nothing set: development with every stand-in', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    ok: true,
    value: {
      environment: 'development',
      port: 8080,
      baseUrl: 'http://localhost:8080',
      demo: false,
      databaseUrl: undefined,
      mail: { kind: 'local' },
      oidc: undefined,
      trustProxy: false,
    },
  })
})

test('production starts with everything real, and a web process without the seal key', () => {
  expect(readConfig(production)).toMatchObject({ ok: true, value: { mail: { kind: 'smtp' }, part: 'all' } })
  expect(readConfig({ ...production, RUN: 'web', SEAL_KEY_FILE: undefined })).toMatchObject({ ok: true })
})

test('production with nothing set names every stand-in at once', () => {
  const config = readConfig({ NODE_ENV: 'production', PORT: 'x' })
  const problems = config.ok ? [] : config.problems
  expect(problems.map(({ setting }) => setting)).toEqual([
    'PORT',
    'DATABASE_URL',
    'BASE_URL',
    'SMTP_URL',
    'OIDC_ISSUER',
    'SEAL_KEY_FILE',
    'DRAFT_KEY_FILE',
    'SIGNING_KEY_FILE',
    'ESCROW_RECIPIENT',
    'AUDITOR_EMAIL',
    'OCDS_PREFIX',
  ])
  expect(problems.map((problem) => problemLine(problem).en)[0]).toBe('PORT must be a port from 1 to 65535.')
})

test.each([
  ['1', 1],
  ['0', false],
  ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
])('TRUST_PROXY=%s', (given, trustProxy) => {
  expect(readConfig({ TRUST_PROXY: given })).toMatchObject({ ok: true, value: { trustProxy } })
})

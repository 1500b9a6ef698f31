import { createHmac } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import type { App } from './app.ts'

const secure = (config: Pick<Config, 'baseUrl'>) => config.baseUrl.startsWith('https:')

/** `__Host-` binds the cookie to this host and to https; over plain http, in development, browsers would refuse it. */
export const sessionCookie = (config: Pick<Config, 'baseUrl'>): string =>
  secure(config) ? '__Host-opportune' : 'opportune'

/** Half a year: long enough that a browser which somebody uses for their applications is not taken for a new one. */
export const BROWSER_DAYS = 180

/** A random value this browser keeps: a one-time code works only where it was asked for, and a new browser is noticed. */
export function browserCookie(app: App, asked: FastifyRequest, reply: FastifyReply): string {
  const name = secure(app.config) ? '__Host-opportune-browser' : 'opportune-browser'
  const kept = asked.cookies[name]
  if (kept && /^[0-9a-f]{32}$/.test(kept)) return kept
  const [path = ''] = asked.url.split('?')
  if (asked.method !== 'POST' && !path.includes('/sign-in') && !path.includes('/connexion')) return ''
  const made = app.random(16).toString('hex')
  const how = { path: '/', httpOnly: true, sameSite: 'lax', secure: secure(app.config) } as const
  reply.setCookie(name, made, { ...how, maxAge: BROWSER_DAYS * 24 * 60 * 60 })
  return made
}

/**
 * Was this POST sent by another site's page? Browsers say so in Sec-Fetch-Site; older ones in Origin.
 * A POST that says neither comes from no browser of a person and is refused.
 */
export function isForeign(headers: FastifyRequest['headers'], baseUrl: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = headers.origin
  if (origin === undefined || origin === 'null') return true
  if (origin === new URL(baseUrl).origin) return false
  // In development the program is asked by other names than its own; over https a page on http is somebody else's.
  return baseUrl.startsWith('https:') || origin !== `http://${headers.host}`
}

/** A network address as a salted hash: good for limits, useless for anything else. */
export const originOf = (app: App, ip: string): string =>
  createHmac('sha256', app.keys.draft.current.key)
    .update(`origin ${networkOf(ip)}`)
    .digest('hex')
    .slice(0, 24)

/** Whoever has an IPv6 address has 2^64 of them: the first four groups say who. An IPv4 address stays whole. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)
  if (mapped?.[1]) return mapped[1]
  if (!ip.includes(':')) return ip
  const [head = '', tail] = (ip.split('%')[0] ?? '').toLowerCase().split('::')
  const [first, last] = [head, tail ?? ''].map((groups) => groups.split(':').filter(Boolean))
  const missing = tail === undefined ? 0 : Math.max(0, 8 - (first?.length ?? 0) - (last?.length ?? 0))
  const groups = [...(first ?? []), ...Array.from({ length: missing }, () => '0'), ...(last ?? [])]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

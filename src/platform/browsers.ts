import { createHmac } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import type { App } from './app.ts'

const secure = (config: Pick<Config, 'baseUrl'>) => config.baseUrl.startsWith('https:')

/** `__Host-` binds the cookie to this host and to https; over plain http, in development, browsers would refuse it. */
export const sessionCookie = (config: Pick<Config, 'baseUrl'>): string =>
  secure(config) ? '__Host-opportune' : 'opportune'

/** A random value this browser keeps, so that a one-time code works only where it was asked for. */
export function browserCookie(app: App, asked: FastifyRequest, reply: FastifyReply): string {
  const name = secure(app.config) ? '__Host-opportune-browser' : 'opportune-browser'
  const kept = asked.cookies[name]
  if (kept && /^[0-9a-f]{32}$/.test(kept)) return kept
  if (asked.method !== 'POST' && !asked.url.includes('/sign-in') && !asked.url.includes('/connexion')) return ''
  const made = app.random(16).toString('hex')
  reply.setCookie(name, made, { path: '/', httpOnly: true, sameSite: 'lax', secure: secure(app.config) })
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
  return origin !== new URL(baseUrl).origin && origin !== `http://${headers.host}`
}

/** A network address as a salted hash: good for limits, useless for anything else. */
export const originOf = (app: App, ip: string): string =>
  createHmac('sha256', app.keys.draft.current.key).update(`origin ${ip}`).digest('hex').slice(0, 24)

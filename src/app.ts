import { parse } from 'node:querystring'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  type InjectOptions,
  type LightMyRequestResponse,
} from 'fastify'
import { mayAsk, type Request, type Route } from './accounts/routing.ts'
import { visitor } from './accounts/rules.ts'
import { actorOf } from './accounts/sessions.ts'
import { features } from './features.ts'
import { errorBody, framed, languageChoice } from './frame.tsx'
import type { App } from './platform/app.ts'
import { type Assets, serveAssets } from './platform/assets.ts'
import { browserCookie, isForeign, originOf, sessionCookie } from './platform/browsers.ts'
import { cleaned } from './platform/forms.ts'
import type { Form, PageReply, Reply } from './platform/http.ts'
import { type Language, languages } from './platform/i18n.ts'
import { renderingForAll } from './platform/pageCache.rendering.ts'
import { type PageCache, pageCache } from './platform/pageCache.ts'
import type { PublicVersion } from './platform/pageCache.version.ts'
import { addresses, path, patternIn } from './platform/paths.ts'
import { clockOffset, countFailure } from './platform/service.ts'

/**
 * The whole web side: every feature's routes, in both languages, behind one frame and one error page. Given somebody who
 * tells of changes to what the public reads, pages that are the same for everybody are kept ready in front of it.
 */
export async function createServer(app: App, assets: Assets, version?: PublicVersion): Promise<FastifyInstance> {
  const cache = version && cacheOf(app, assets, version, (request) => server.inject(request))
  const inFront: Pick<FastifyServerOptions, 'serverFactory'> = cache ? { serverFactory: cache.serverOf } : {}
  const server: FastifyInstance = Fastify({
    ...inFront,
    logger: false,
    trustProxy: trusted(app.config.trustProxy),
    bodyLimit: 1_000_000,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    rewriteUrl: ({ url = '/' }) => readable(url),
    genReqId: () => app.random(6).toString('hex').toUpperCase(),
    requestTimeout: LONGEST_REQUEST_IN_MS,
  })
  // Our pages send forms: values of JSON may be no text, and would break what reads them.
  server.removeContentTypeParser(['application/json', 'text/plain'])
  await server.register(helmet, security(app))
  await server.register(cookie)
  await server.register(formbody, {
    bodyLimit: 1_000_000,
    parser: (text) => parse(text, '&', '=', { maxKeys: MOST_FIELDS }),
  })
  await server.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: MOST_FILE_BYTES + 1, files: 3, fields: 50, fieldSize: 100_000 },
  })
  serveAssets(server, assets)
  if (cache) {
    server.addHook('onListen', cache.open)
    server.addHook('preClose', async () => cache.close())
  }

  server.get('/', (_, reply) => {
    sameForAll(reply, undefined)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(languageChoice(app, assets))
  })
  server.get('/healthz', (_, reply) => reply.type('text/plain').send('ok'))
  server.get('/readyz', async (_, reply) => {
    await app.read('nothing', (tx) => tx.now())
    return reply.type('text/plain').send(`ready\nclock of the database ahead by ${clockOffset(app)} ms\n`)
  })

  const unlogged = new Set<string>()
  const uncounted = new Set<string>()
  for (const [key, route] of Object.entries(features.routes)) {
    const [method = '', pattern = ''] = key.split(' ').filter(Boolean)
    for (const language of languages) {
      if (route.unseen) unlogged.add(patternIn(pattern, language))
      if (route.uncounted) uncounted.add(patternIn(pattern, language))
      server.route({
        method: method === 'GET' ? ['GET', 'HEAD'] : 'POST',
        url: patternIn(pattern, language),
        handler: (asked, reply) => answer(app, assets, route, pattern, language, asked, reply),
      })
    }
  }

  server.setNotFoundHandler((asked, reply) => sendError(app, assets, asked, reply, 404))
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, asked, reply) => {
    const status = statusOf(error)
    if (status >= 500)
      app.log.error({ reference: asked.id, err: error, route: asked.routeOptions.url }, 'request failed')
    return sendError(app, assets, asked, reply, status)
  })
  server.addHook('onResponse', async (asked, reply) => {
    if (reply.statusCode >= 500) countFailure(app)
    const address = asked.routeOptions.url ?? ''
    if (unlogged.has(address) || (uncounted.has(address) && reply.statusCode < 500) || renderingForAll()) return
    app.log.info({
      reference: asked.id,
      method: asked.method,
      route: asked.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
  return server
}

async function answer(
  app: App,
  assets: Assets,
  route: Route,
  pattern: string,
  language: Language,
  asked: FastifyRequest,
  reply: FastifyReply,
) {
  if (asked.method === 'POST' && !route.anywhere && isForeign(asked.headers, app.config.baseUrl))
    return sendError(app, assets, asked, reply, 403)

  const session = route.unseen ? undefined : asked.cookies[sessionCookie(app.config)]
  const actor = await actorOf(app, session)
  const params = asked.params as Record<string, string>
  if (Object.values(params).some((word) => word !== cleaned(word))) return sendError(app, assets, asked, reply, 404)
  const address = addresses(pageOf(pattern), params, new URL(asked.url, 'http://local').search.slice(1))
  if (!mayAsk(route.who, actor)) {
    if (actor.kind !== 'visitor') return sendError(app, assets, asked, reply, 404)
    const back = asked.method === 'GET' ? address[language] : path('/home', language)
    return reply.redirect(`${path('/sign-in', language)}?to=${encodeURIComponent(back)}`, 303)
  }

  const { form, files } =
    route.files && asked.isMultipart() ? await multipartForm(asked) : { form: plainForm(asked.body), files: [] }
  const request: Request = {
    actor,
    language,
    params,
    query: plainQuery(asked.query),
    form,
    files,
    address,
    browser: route.unseen ? '' : browserCookie(app, asked, reply),
    origin: route.unseen ? '' : originOf(app, asked.ip),
    session,
  }
  const kept = actor.kind === 'visitor' && asked.method !== 'POST' && !route.personal
  reply.header('cache-control', kept ? 'no-cache' : 'no-store')
  const made = await route.does(app, request)
  if (route.cached) sameForAll(reply, 'until' in made ? made.until : undefined)
  const same = route.cached !== undefined && actor.kind === 'visitor'
  return send(app, assets, made, { ...request, same }, asked, reply)
}

/** A page that may be kept for everybody: not for those whose cookie says who they are. */
function sameForAll(reply: FastifyReply, until: Date | undefined): void {
  reply.header('vary', 'Cookie')
  const rendering = renderingForAll()
  if (rendering) Object.assign(rendering, { same: true, until })
}

/** Far more than any form has: a hundred thousand would keep everybody waiting. */
const MOST_FIELDS = 5_000

/** However slowly somebody sends a request, or nothing of it. */
const LONGEST_REQUEST_IN_MS = 30_000

/** The pages that are kept, those that are not, and the log line of a page that the program never saw. */
function cacheOf(
  app: App,
  assets: Assets,
  version: PublicVersion,
  inject: (request: InjectOptions) => Promise<LightMyRequestResponse>,
): PageCache {
  const { host } = new URL(app.config.baseUrl)
  const pages = Object.entries(features.routes).flatMap(([key, { cached }]) => {
    const [method, pattern = ''] = key.split(' ').filter(Boolean)
    return method === 'GET' ? languages.map((language) => ({ pattern: patternIn(pattern, language), cached })) : []
  })
  const render = async (url: string) => {
    const { statusCode, headers, rawPayload } = await inject({ method: 'GET', url, headers: { host } })
    return { status: statusCode, headers, body: rawPayload }
  }
  return pageCache({
    version,
    render,
    mostBytes: app.config.pageCacheBytes,
    places: [{ pattern: '/', cached: [] }, ...pages],
    files: [...assets.files.keys()],
    requestTimeout: LONGEST_REQUEST_IN_MS,
    sessionCookie: sessionCookie(app.config),
    sent: (line) => app.log.info(line),
  })
}

/** The page that an act belongs to: a form that comes back has the address of the act, where nothing is to be read. */
function pageOf(pattern: string): string {
  if (pattern === '' || pages.has(pattern)) return pattern || '/opportunities'
  return pageOf(pattern.slice(0, pattern.lastIndexOf('/')))
}

const pages = new Set(
  Object.keys(features.routes).flatMap((key) => (key.startsWith('GET') ? [key.replace(/^GET +/, '')] : [])),
)

async function send(
  app: App,
  assets: Assets,
  made: Reply,
  request: Request & { same: boolean },
  asked: FastifyRequest,
  reply: FastifyReply,
) {
  switch (made.kind) {
    case 'unknown':
      return sendError(app, assets, asked, reply, 404)
    case 'redirect': {
      const name = sessionCookie(app.config)
      const secure = app.config.baseUrl.startsWith('https:')
      const kept = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
      if (made.session === null) reply.clearCookie(name, kept)
      if (made.session) reply.setCookie(name, made.session, kept)
      return reply.redirect(made.to, 303)
    }
    case 'content':
      if (made.fileName)
        reply.header('content-disposition', `attachment; filename="${made.fileName.replace(/[^\w.-]/g, '_')}"`)
      if (made.changedAt) reply.header('last-modified', made.changedAt.toUTCString())
      return reply.code(made.status).type(made.type).send(made.body)
    case 'page':
      return reply
        .code(made.status)
        .type('text/html; charset=utf-8')
        .send(await framed(app, assets, request, made, request.same))
  }
}

/**
 * An address whose escapes say nothing is that of no page of ours: it gets our page for that, with every header. Fastify
 * would answer before any of our hooks, and repeat the address.
 */
function readable(url: string): string {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return url
  } catch {
    return url.startsWith('/fr') ? '/fr/%3F' : '/en/%3F'
  }
}

/** A number means that many proxies in front of us. */
const trusted = (setting: App['config']['trustProxy']) =>
  typeof setting === 'number' ? (_: string, hop: number) => hop < setting : setting

/** One error page, in the language of the address, with a reference that leads to the log. */
async function sendError(app: App, assets: Assets, asked: FastifyRequest, reply: FastifyReply, status: number) {
  const language: Language = asked.url.startsWith('/fr') ? 'fr' : 'en'
  const body = errorBody(status, language, asked.id)
  const failed: PageReply = { kind: 'page', status, title: body.title, body: body.view, crumbs: [], audience: 'public' }
  const home = addresses('/opportunities', {}, '')
  const request = {
    actor: visitor,
    language,
    params: {},
    query: {},
    form: {},
    files: [],
    address: home,
    browser: '',
    origin: '',
  }
  if (status === 503) reply.header('retry-after', '5')
  reply.header('cache-control', 'no-store')
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(await framed(app, assets, request, failed))
}

function statusOf(error: Error & { statusCode?: number; code?: string }): number {
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return error.statusCode
  // The database is away, restarting, or out of connections: nothing was accepted, come back soon.
  const away =
    /^(ECONN|57P|08|53|EPIPE|ETIMEDOUT)/.test(error.code ?? '') ||
    /timeout exceeded|Connection terminated/.test(error.message)
  return away ? 503 : 500
}

const plainQuery = (query: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries((query ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      cleaned(String(Array.isArray(value) ? value[0] : value)),
    ]),
  )

function plainForm(body: unknown): Form {
  if (body === null || typeof body !== 'object') return {}
  return Object.fromEntries(
    Object.entries(body as Record<string, unknown>).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  )
}

/** What a form takes of one file. One byte more is read, so that the form itself can say that a file is too large. */
const MOST_FILE_BYTES = 5_000_000
/** Up to here what is too large is read to its end and cut, and its form comes back; what says it is longer is not read. */
const MOST_SENT_BYTES = 25_000_000

async function multipartForm(asked: FastifyRequest): Promise<{ form: Form; files: Request['files'] }> {
  const form: Record<string, string | string[]> = {}
  const files: { field: string; name: string; type: string; bytes: Buffer }[] = []
  if (Number(asked.headers['content-length']) > MOST_SENT_BYTES)
    throw new asked.server.multipartErrors.RequestFileTooLargeError()
  for await (const part of asked.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (bytes.length > 0) files.push({ field: part.fieldname, name: part.filename, type: part.mimetype, bytes })
    } else {
      const before = form[part.fieldname]
      form[part.fieldname] = before === undefined ? String(part.value) : [before, String(part.value)].flat()
    }
  }
  return { form, files }
}

const security = (app: App) =>
  ({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    hsts: app.config.baseUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  }) as const

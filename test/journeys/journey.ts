import { createServer as createSocket } from 'node:net'
import { Client } from 'pg'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { signInCode } from '../../src/accounts/emails.ts'
import { signInTexts } from '../../src/accounts/texts.ts'
import { settleWaterways, type WaterwaysRole, waterwaysCast } from '../../src/admin/demo.people.ts'
import type { Planned } from '../../src/admin/demo.plan.ts'
import { demoTexts } from '../../src/admin/texts.record.ts'
import { createServer } from '../../src/app.ts'
import type { Composed } from '../../src/compose.ts'
import { features } from '../../src/features.ts'
import { type Language, languages } from '../../src/platform/i18n.ts'
import type { Email } from '../../src/platform/mail.ts'
import { path, patternIn } from '../../src/platform/paths.ts'
import { startWorker } from '../../src/worker.ts'
import { axeViolations, horizontalScroll, openBrowser } from '../browser.ts'
import { freshAssets } from '../pages/assets.ts'
import { openProgram } from '../program.ts'
import { arrangeFiles } from './arranged.ts'
import { type Person, patternOf, personIn, plain } from './person.ts'

/** A supplier who exists nowhere but in their mailbox until they sign in. */
export type Applicant = { readonly name: string; readonly email: string }

/** The whole program at work, and a browser for each person who comes. */
export type Journey = {
  readonly program: Composed
  readonly address: string
  readonly language: Language
  now(): Date
  /** To a later instant: what fell due meanwhile is done by the worker. */
  travel(to: Date): Promise<void>
  visitor(): Promise<Person>
  /** A member of staff on the page of what waits for them, signed in through the demonstration's page. */
  staff(key: WaterwaysRole): Promise<Person>
  /** A supplier on the page of their applications, signed in with the code of their newest letter. */
  supplier(who: Applicant): Promise<Person>
  /** A supplier who has not come yet. */
  person(who: Applicant): Promise<Person>
  /** What a supplier types on the sign-in page, wherever they came from; back there once signed in. */
  signIn(person: Person, who: Applicant): Promise<void>
  /** The newest letter of this kind to one of these addresses that was not opened yet, opened in the mailbox. */
  letter(to: string | readonly string[], kind: AnyEmail): Promise<Letter>
}

/** A Monday far from now, so that no job of the journey is due before its time by the machine's own clock. */
const START = new Date('2035-05-07T14:00:00Z')

export type JourneyOptions = {
  readonly language: Language
  readonly javaScript?: boolean
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly settings?: Readonly<Record<string, string>>
  /** What is there before the journey begins. */
  readonly files?: readonly Planned[]
}
type Letter = { readonly person: Person; readonly to: string; readonly text: string }
type AnyEmail = Pick<Email, 'sample' | 'write'>
type Act = (journey: Journey) => Promise<void>

/** Opens the program, goes through the acts one after the other, and fails with everything that any page did wrong. */
export async function go(options: JourneyOptions, acts: Readonly<Record<string, Act>>): Promise<void> {
  const { journey, problems, close } = await openJourney(options)
  try {
    for (const [name, act] of Object.entries(acts)) {
      const began = performance.now()
      await act(journey)
      process.stdout.write(`  ${name}: ${((performance.now() - began) / 1_000).toFixed(1)} s\n`)
    }
  } catch (error) {
    throw new Error([`the journey stopped: ${String(error)}`, ...problems].join('\n'), { cause: error })
  } finally {
    await close()
  }
  expect(problems).toEqual([])
}

type Opened = { readonly journey: Journey; readonly problems: readonly string[]; close(): Promise<void> }

async function openJourney({
  language,
  javaScript = true,
  viewport,
  settings = {},
  files = [],
}: JourneyOptions): Promise<Opened> {
  let [base, since] = [START.getTime(), performance.now()]
  const now = () => new Date(Math.round(base + performance.now() - since))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const live = await openProgram(() => new Date(), { ...settings, PORT: String(port), BASE_URL: address })
  const program = live.at(now)
  const staff = await settleWaterways(program.worker)
  if (files.length > 0) await arrangeFiles(program, staff, now(), files)
  const worker = await startWorker(program.worker, program.workerPool)
  const server = await createServer(program.web, await freshAssets())
  await server.listen({ port, host: '127.0.0.1' })
  const browser = await openBrowser()
  const watch = watcher(javaScript ? undefined : await browser.newPage(), { colours: language === 'en' && javaScript })
  const people = new Map<string, Person>()
  const options = { javaScriptEnabled: javaScript, locale: `${language}-CA`, ...(viewport ? { viewport } : {}) }

  const personOf = async (key: string): Promise<Person> => {
    const known = people.get(key)
    if (known) return known
    const { context, page } = await openContext(browser, options, watch)
    const person = personIn(context, page, { language, base: address, arrive: watch.look })
    people.set(key, person)
    return person
  }

  const journey: Journey = {
    ...{ program, address, language, now },
    async travel(to) {
      if (to <= now()) throw new Error(`${to.toISOString()} is not later than ${now().toISOString()}`)
      ;[base, since] = [to.getTime(), performance.now()]
      await wakeJobs(program, to)
    },
    visitor: () => personOf('visitor'),
    person: ({ email }) => personOf(email),
    async staff(key) {
      const person = await personOf(key)
      const { name } = waterwaysCast[key]
      await person.open(path('/home', language))
      if (!isSignIn(person)) return person
      await person.follow(signInTexts.demo)
      await person.press(`${person.t(demoTexts.be)}${person.t(demoTexts.as(name))}`)
      return person
    },
    async supplier(who) {
      const person = await personOf(who.email)
      await person.open(path('/applications', language))
      if (isSignIn(person)) await journey.signIn(person, who)
      return person
    },
    async signIn(person, who) {
      await person.fill(signInTexts.address, who.email)
      await person.press(signInTexts.send)
      const { text } = await journey.letter(who.email, signInCode)
      const [code = ''] = /\b\d{3} ?\d{3}\b/.exec(text) ?? []
      await person.fill(signInTexts.code, code)
      await person.press(signInTexts.enter)
    },
    async letter(to, kind) {
      const subject = subjectOf(kind)
      const person = await personOf('mailbox')
      const until = performance.now() + 15_000
      for (;;) {
        await person.open(path('/mailbox', language))
        for (const address of [to].flat()) {
          const row = person.page.getByRole('row').filter({ hasText: address }).filter({ hasText: subject }).first()
          const href = (await row.count()) > 0 ? await row.getByRole('link').getAttribute('href') : null
          if (!href || read.has(href)) continue
          read.add(href)
          await person.open(href)
          return { person, to: address, text: await person.reads() }
        }
        if (performance.now() > until) throw new Error(`no letter ${subject} to ${to}: ${await person.reads()}`)
        await person.page.waitForTimeout(250)
      }
    },
  }
  const read = new Set<string>()
  return {
    ...{ journey, problems: watch.problems },
    async close() {
      await browser.close()
      await server.close()
      await worker.stop()
      await program.close()
      await live.close()
    },
  }
}

type Watcher = { readonly problems: string[]; look(page: Page): Promise<void>; listen(page: Page): void }

/** Notes what a page does wrong: refused by axe, an error in its console, a status that nobody asked for. */
/** Colours are the same in each language and without scripts: one journey looks at them. */
function watcher(mirror: Page | undefined, { colours }: { colours: boolean }): Watcher {
  const [problems, seen]: [string[], Set<string>] = [[], new Set()]
  return {
    problems,
    listen(page) {
      page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
          problems.push(`${page.url()}: ${message.text()}`)
      })
      page.on('response', (response) => {
        if (response.status() >= 400 && !answersInAForm.has(response.status()))
          problems.push(`${response.status()} ${response.request().method()} ${response.url()}`)
      })
    },
    /** Once for each address pattern, and again where another form stands on the page; without scripts once is enough. */
    async look(page) {
      const forms = mirror
        ? []
        : await page.locator('main form').evaluateAll((all) => all.map((form) => form.getAttribute('action')))
      const key = [page.url(), ...forms.map((action) => new URL(action ?? '', page.url()).href)]
        .map(patternAt)
        .join(' ')
      if (seen.has(key)) return
      seen.add(key)
      const lang = await page.locator('html').getAttribute('lang')
      const { pathname } = new URL(page.url())
      if (pathname !== '/' && !pathname.startsWith(`/${lang?.slice(0, 2)}`))
        problems.push(`${page.url()} is in ${lang}`)
      if ((await horizontalScroll(page)) > 0) problems.push(`${page.url()} is wider than its window`)
      const found = mirror ? await plainViolations(page, mirror) : await axeViolations(page, { colours })
      for (const line of found) problems.push(`${page.url()}: ${line}`)
    },
  }
}

/** Axe waits for timers, which stand still where scripts may not run: it looks at the same page where they may, without ours. */
async function plainViolations(page: Page, mirror: Page): Promise<string[]> {
  const body = (await page.content()).replace(/<script[^>]*><\/script>/g, '')
  await mirror.route(page.url(), (route) => route.fulfill({ contentType: 'text/html', body }))
  await mirror.goto(page.url())
  await mirror.unroute(page.url())
  return axeViolations(mirror, { colours: false })
}

/** What is wrong with what was sent stands on the page, beside what was typed. */
const answersInAForm: ReadonlySet<number> = new Set([409, 422])

const patterns = Object.keys(features.routes).flatMap((route) => {
  const pattern = route.split(' ').filter(Boolean)[1] ?? ''
  return languages.map((language) => {
    const spelled = patternIn(pattern, language)
    return { spelled, fits: new RegExp(`^${spelled.replaceAll('.', '\\.').replace(/:[a-zA-Z]+/g, '[^/]+')}$`) }
  })
})
/** A fixed word is a better fit than a parameter. */
const patternAt = (url: string): string => {
  const { pathname } = new URL(url)
  const fitting = patterns.filter(({ fits }) => fits.test(pathname)).map(({ spelled }) => spelled)
  return fitting.toSorted((one, other) => one.split(':').length - other.split(':').length)[0] ?? pathname
}

/** What the subject of a kind of letter says around its facts, in either language: its sample has facts of its own. */
function subjectOf({ sample, write }: AnyEmail): RegExp {
  const facts = Object.values(sample).filter((fact): fact is string => typeof fact === 'string' && fact.length > 2)
  const subjects = languages.map((language) => {
    const bare = facts.reduce((subject, fact) => subject.replaceAll(fact, '§'), write(sample, language).subject)
    return bare
      .replace(/\d[\d ]*/g, '§')
      .split('§')
      .map(plain)
      .map(patternOf)
      .join('.*')
  })
  return new RegExp(subjects.join('|'))
}

const isSignIn = ({ page, language }: Person): boolean => new URL(page.url()).pathname === path('/sign-in', language)

async function openContext(
  browser: Browser,
  options: BrowserContextOptions,
  watch: Watcher,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  watch.listen(page)
  return { context, page }
}

/** Jobs know the machine's clock alone: those that are due by the journey's clock are made due by the machine's. */
async function wakeJobs({ config }: Composed, now: Date): Promise<void> {
  const owner = new Client({ connectionString: config.databaseOwnerUrl })
  await owner.connect()
  try {
    await owner.query('update graphile_worker._private_jobs set run_at = now() where run_at > now() and run_at <= $1', [
      now,
    ])
    await owner.query(`select pg_notify('jobs:insert', '{"r":1,"count":1}')`)
  } finally {
    await owner.end()
  }
}

async function freePort(): Promise<number> {
  const socket = createSocket()
  await new Promise<void>((ready) => socket.listen(0, '127.0.0.1', ready))
  const found = socket.address()
  await new Promise((closed) => socket.close(closed))
  return typeof found === 'object' && found ? found.port : 0
}

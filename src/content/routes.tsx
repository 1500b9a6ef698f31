import { forStaff, open, type Request, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import { listDepartments, peopleById } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import { type Problems, parseForm } from '../platform/forms.ts'
import { type Asked, type Crumb, page as pageReply, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { publishDraft, restoreVersion, saveDraft, shareVersion } from './commands.ts'
import { publicationForm, versionForm, wordsForm, wordsProblems, wordsTyped } from './forms.ts'
import { onlyOne } from './house.ts'
import { figuresOf, readPage } from './pages.ts'
import { type ContentPage, can, contentPages, isContentPage, type Version, type Words } from './rules.ts'
import { draftsOf, findDraft, shownVersion, versionsOf } from './store.ts'
import { contentRefusals, pageNames, previewTexts, versionTexts, writingTexts } from './texts.ts'
import { PreviewPage, VersionsPage } from './views.preview.tsx'
import { EditPage, PagesPage } from './views.staff.tsx'
import { GuidancePage } from './views.tsx'

const writers = ['program_team', 'administrator'] as const
/** One kept copy for everybody, and one for each department’s own words. */
const kept = { cached: ['department'] }

export const contentRoutes = {
  'GET /guide': open((app, request) => read(app, request, 'guide'), kept),
  'GET /guide/clients': open((app, request) => read(app, request, 'clients'), kept),
  'GET /faq': open((app, request) => read(app, request, 'faq'), kept),
  'GET /privacy': open((app, request) => read(app, request, 'privacy'), kept),
  'GET /accessibility': open((app, request) => read(app, request, 'accessibility'), kept),
  'GET /terms': open((app, request) => read(app, request, 'terms'), kept),
  'GET /content': forStaff(writers, listed),
  'GET /content/:page': forStaff(writers, edit),
  'POST /content/:page': forStaff(writers, save),
  'GET /content/:page/preview': forStaff(writers, (app, request) => previewed(app, request, 200)),
  'POST /content/:page/publication': forStaff(writers, publish),
  'GET /content/:page/versions': forStaff(writers, (app, request) => versioned(app, request, 200)),
  'POST /content/:page/versions': forStaff(writers, restore),
  'POST /content/:page/common': forStaff(['administrator'], shareWords),
} satisfies Routes

type StaffRequest = Asked<Staff>

async function read(app: App, { actor, language, query }: Request, page: ContentPage): Promise<Reply> {
  const found = await readPage(app, page, language, query.department)
  if (!found) return unknown
  const view = <GuidancePage read={found} edits={can.write(actor)} language={language} />
  return pageReply(200, found.title, view, { description: found.lead, until: found.until })
}

async function listed(app: App, { actor, language }: StaffRequest): Promise<Reply> {
  const facts = await app.read(scopeOf(actor), async (tx) => {
    const shown = new Map<ContentPage, Version>()
    for (const page of contentPages) shown.set(page, await shownVersion(tx, page, actor.departmentId))
    const drafts = await draftsOf(tx, actor.departmentId)
    const people = await peopleById(
      tx,
      [...drafts.values()].flatMap(({ savedBy }) => savedBy ?? []),
    )
    return { shown, drafts, people }
  })
  return pageReply(
    200,
    writingTexts.title[language],
    <PagesPage {...facts} zone={actor.timeZone} language={language} />,
  )
}

function edit(app: App, request: StaffRequest): Promise<Reply> {
  return editor(app, request, 200, { saved: request.query.saved !== undefined })
}

async function save(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, language, params } = request
  const { page } = params
  if (!isContentPage(page)) return unknown
  const asked = parseForm(wordsForm, form)
  const words = wordsTyped(form)
  const problems = asked.ok ? wordsProblems(words) : asked.problems
  if (!asked.ok || problems.length > 0) return editor(app, request, 422, { words, problems })

  const decision = await saveDraft(app, actor, { page, ...words, seen: asked.value.seen })
  if (!decision.ok)
    return editor(app, request, 409, { words, problems: [{ field: '', text: contentRefusals[decision.because] }] })

  if (typed(form, 'do') === 'preview') return seeOther(path('/content/:page/preview', language, { page }))
  return seeOther(`${path('/content/:page', language, { page })}?saved=${decision.value}`)
}

/** The form, with the draft, or with what was typed when it comes back; then also what others saved meanwhile. */
async function editor(
  app: App,
  { actor, language, form, params: { page } }: StaffRequest,
  status: 200 | 409 | 422,
  { words, problems = [], saved = false }: { words?: Words; problems?: Problems; saved?: boolean },
): Promise<Reply> {
  if (!isContentPage(page)) return unknown
  const facts = await app.read(scopeOf(actor), async (tx) => {
    const draft = await findDraft(tx, page, actor.departmentId)
    const shown = await shownVersion(tx, page, actor.departmentId)
    const people = await peopleById(tx, draft?.savedBy ? [draft.savedBy] : [])
    return { draft, shown, people, figures: await figuresOf(tx, actor.departmentId, await tx.now()) }
  })
  const { draft, shown, people, figures } = facts
  const latest = draft?.revision ?? 0
  // Whoever has been told sends the newest revision; whoever has not keeps their own, and will be told.
  const seen = status === 422 ? Number(typed(form, 'seen')) || 0 : latest
  const view = (
    <EditPage
      {...{ language, page, draft, people, figures, problems, saved, seen }}
      zone={actor.timeZone}
      words={words ?? draft ?? shown}
      theirs={status === 409 ? draft : undefined}
    />
  )
  return pageReply(status, writingTexts.editOf(pageNames[page].en, pageNames[page].fr)[language], view, {
    crumbs: crumbsTo(language),
  })
}

async function publish(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, language, params } = request
  const { page } = params
  if (!isContentPage(page)) return unknown
  const asked = parseForm(publicationForm, form)
  if (!asked.ok) return previewed(app, request, 422, asked.problems)

  const decision = await publishDraft(app, actor, { page, language, ...asked.value })
  if (!decision.ok) return previewed(app, request, 409, [{ field: '', text: contentRefusals[decision.because] }])
  return seeOther(path('/content/:page/versions', language, { page }))
}

async function previewed(
  app: App,
  { actor, language, form, params: { page } }: StaffRequest,
  status: 200 | 409 | 422,
  problems: Problems = [],
): Promise<Reply> {
  if (!isContentPage(page)) return unknown
  const facts = await app.read(scopeOf(actor), async (tx) => ({
    draft: await findDraft(tx, page, actor.departmentId),
    shown: await shownVersion(tx, page, actor.departmentId),
    figures: await figuresOf(tx, actor.departmentId, await tx.now()),
  }))
  const view = <PreviewPage {...{ ...facts, language, page, problems }} note={typed(form, 'note')} />
  return pageReply(status, previewTexts.title(pageNames[page].en, pageNames[page].fr)[language], view, {
    crumbs: crumbsTo(language, page),
  })
}

async function restore(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, language, params } = request
  const { page } = params
  if (!isContentPage(page)) return unknown
  const asked = parseForm(versionForm, form)
  if (!asked.ok) return versioned(app, request, 422, asked.problems)

  const decision = await restoreVersion(app, actor, { page, number: asked.value.version })
  if (!decision.ok) return versioned(app, request, 409, [{ field: '', text: contentRefusals[decision.because] }])
  return seeOther(path('/content/:page/preview', language, { page }))
}

/** Gives the department’s words to every department that has none of its own. */
async function shareWords(app: App, request: StaffRequest): Promise<Reply> {
  const { actor, form, language, params } = request
  const { page } = params
  if (!isContentPage(page)) return unknown
  const asked = parseForm(publicationForm, form)
  if (!asked.ok) return versioned(app, request, 422, [], asked.problems)

  const decision = await shareVersion(app, actor, { page, language, ...asked.value })
  if (!decision.ok) return versioned(app, request, 409, [], [{ field: '', text: contentRefusals[decision.because] }])
  return seeOther(path('/content/:page/versions', language, { page }))
}

async function versioned(
  app: App,
  { actor, language, form, query, params: { page } }: StaffRequest,
  status: 200 | 409 | 422,
  problems: Problems = [],
  sharing: Problems = [],
): Promise<Reply> {
  if (!isContentPage(page)) return unknown
  const facts = await app.read(scopeOf(actor), async (tx) => {
    const versions = await versionsOf(tx, page, actor.departmentId)
    const people = await peopleById(
      tx,
      versions.flatMap(({ publishedBy }) => publishedBy ?? []),
    )
    const several = can.share(actor) && onlyOne(await listDepartments(tx)) === undefined
    return { versions, people, common: several ? await shownVersion(tx, page, null) : undefined }
  })
  const compared = /^\d{1,6}$/.test(query.version ?? '') ? Number(query.version) : undefined
  const view = (
    <VersionsPage
      {...{ ...facts, language, page, compared, problems, sharing }}
      note={typed(form, 'note')}
      zone={actor.timeZone}
    />
  )
  return pageReply(status, versionTexts.title(pageNames[page].en, pageNames[page].fr)[language], view, {
    crumbs: crumbsTo(language, page),
  })
}

const crumbsTo = (language: Language, page?: ContentPage): Crumb[] => [
  { label: writingTexts.title[language], href: path('/content', language) },
  ...(page ? [{ label: pageNames[page][language], href: path('/content/:page', language, { page }) }] : []),
]

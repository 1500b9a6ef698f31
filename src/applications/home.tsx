import { forSupplier } from '../accounts/routing.ts'
import type { Supplier } from '../accounts/rules.ts'
import type { Tx } from '../platform/db.ts'
import { page } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { ActionBar, ButtonLink } from '../ui/form.tsx'
import { Empty, StatusBox } from '../ui/parts.tsx'
import { type HomeItem, homeItem, saidOf, toneOf } from './pages.ts'
import { applicationsOf, findPosted } from './store.ts'
import { formTexts } from './texts.form.ts'
import { homeTexts } from './texts.ts'

/** Where an application stands after the choice: an offer, the work, an invoice. By application id. */
export type Next = {
  readonly state: Text
  readonly happening: Text
  /** What the supplier does next, and the page where they do it; when it is not their turn, the page to look at. */
  readonly what: Text
  readonly yours: boolean
  readonly done: boolean
  readonly href: string
  readonly label: Text
  readonly by: string | undefined
}
export type NextFor = (tx: Tx, supplier: Supplier, language: Language) => Promise<ReadonlyMap<string, Next>>

/** A supplier's own home: each application, where it stands, what they do next. Later features say what is next. */
export const showApplications = (nextFor: NextFor = async () => new Map()) =>
  forSupplier(async (app, { actor, language }) => {
    const { items, next } = await app.read('everything', async (tx) => {
      const now = await tx.now()
      const items: HomeItem[] = []
      for (const application of await applicationsOf(tx, actor.id)) {
        const posted = await findPosted(tx, { id: application.opportunityId })
        if (posted) items.push(homeItem({ application, posted, supplier: actor, now }, language))
      }
      return { items, next: await nextFor(tx, actor, language) }
    })
    return page(200, homeTexts.title[language], <HomeView language={language} items={items} next={next} />)
  })

function HomeView({
  language,
  items,
  next,
}: {
  language: Language
  items: readonly HomeItem[]
  next: ReadonlyMap<string, Next>
}) {
  return (
    <>
      <h1>{homeTexts.title[language]}</h1>
      {items.length === 0 && (
        <Empty head={homeTexts.empty[language]} level={2}>
          <p>
            <a href={path('/opportunities', language)}>{homeTexts.emptyNext[language]}</a>
          </p>
        </Empty>
      )}
      {items.map((item) => (
        <Item key={item.id} language={language} item={item} next={next.get(item.id)} />
      ))}
    </>
  )
}

function Item({ language, item, next }: { language: Language; item: HomeItem; next: Next | undefined }) {
  const said = saidOf(item.standing, language)
  const open = item.canApply || item.canWithdraw
  return (
    <section aria-labelledby={`a-${item.id}`}>
      <h2 id={`a-${item.id}`}>
        <a href={path('/opportunities/:slug', language, { slug: item.slug })}>{item.title[language]}</a>
      </h2>
      <p class="eyebrow">{formTexts.eyebrow(item.number)[language]}</p>
      <StatusBox
        language={language}
        level={3}
        id={`s-${item.id}`}
        tone={next ? (next.yours ? 'you' : next.done ? 'done' : 'waiting') : toneOf(item.standing)}
        state={next?.state[language] ?? said.state}
        happening={
          next
            ? { what: next.happening[language] }
            : { what: said.happening, more: said.more && <span>{said.more}</span> }
        }
        next={{ what: next?.what[language] ?? said.next }}
        by={{
          what: open ? (
            <time dateTime={item.closes.iso}>{item.closes.text}</time>
          ) : (
            (next?.by ?? homeTexts.noDate[language])
          ),
        }}
        action={<Actions language={language} item={item} next={next} />}
      />
    </section>
  )
}

function Actions({ language, item, next }: { language: Language; item: HomeItem; next: Next | undefined }) {
  return (
    <ActionBar>
      {next && (
        <ButtonLink kind={next.yours ? 'act' : 'link'} href={next.href}>
          {next.label[language]}
        </ButtonLink>
      )}
      {item.canApply && (
        <ButtonLink
          kind={item.standing === 'draft' ? 'act' : 'plain'}
          href={path('/opportunities/:slug/application', language, { slug: item.slug })}
        >
          {(item.standing === 'draft' ? homeTexts.go : homeTexts.change)[language]}
        </ButtonLink>
      )}
      {item.hasResult && (
        <ButtonLink kind={next ? 'link' : 'plain'} href={path('/applications/:id/result', language, { id: item.id })}>
          {homeTexts.result[language]}
        </ButtonLink>
      )}
      {item.hasReceipt && (
        <ButtonLink kind="link" href={path('/applications/:id/receipt', language, { id: item.id })}>
          {homeTexts.receipt[language]}
        </ButtonLink>
      )}
      {item.canWithdraw && (
        <ButtonLink kind="link" href={path('/applications/:id/withdrawal', language, { id: item.id })}>
          {homeTexts.withdraw[language]}
        </ButtonLink>
      )}
    </ActionBar>
  )
}

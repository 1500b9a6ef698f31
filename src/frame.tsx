import type { Request } from './accounts/routing.ts'
import type { Actor } from './accounts/rules.ts'
import { roleTitle } from './accounts/texts.ts'
import { countWaiting } from './admin/waiting.ts'
import { footerFor, navigationFor } from './navigation.ts'
import type { App } from './platform/app.ts'
import type { Assets } from './platform/assets.ts'
import { formatInstant } from './platform/format.ts'
import type { PageReply } from './platform/http.ts'
import { type Language, otherLanguage, type Text } from './platform/i18n.ts'
import { path } from './platform/paths.ts'
import { feedKinds } from './publication/texts.feeds.ts'
import { htmlDocument } from './ui/document.ts'
import { Button } from './ui/form.tsx'
import { ErrorPage, Frame, LanguageChoice } from './ui/frame.tsx'
import { choiceTexts } from './ui/texts.ts'
import { version } from './version.ts'

const EASTERN = 'America/Toronto'
const signOut: Text = { en: 'Sign out', fr: 'Se déconnecter' }

/**
 * A page in its frame: header by the reader's side, language toggle to this same page, the server's clock. A page that is
 * the same for everybody may be kept: it leads to the clock in place of showing an instant that has passed.
 */
export async function framed(
  app: App,
  assets: Assets,
  request: Request,
  reply: PageReply,
  same = false,
): Promise<string> {
  const { actor, language, address } = request
  const audience =
    reply.audience ?? (actor.kind === 'staff' ? 'staff' : actor.kind === 'supplier' ? 'supplier' : 'public')
  const waiting = actor.kind === 'staff' ? await countWaiting(app, actor) : 0
  const now = app.clock()
  const whole = (text: Text): Text => ({ en: app.config.baseUrl + text.en, fr: app.config.baseUrl + text.fr })
  return htmlDocument(
    <Frame
      language={language}
      title={reply.title}
      audience={audience}
      path={{ current: address[language], other: address[otherLanguage(language)] }}
      home={actor.kind === 'staff' ? path('/home', language) : path('/', language)}
      nav={navigationFor(actor, language, address[language], waiting)}
      breadcrumbs={reply.crumbs}
      footer={footerFor(language, address[language], actor.kind === 'staff' ? 'staff' : 'anybody', reply.guidance)}
      assets={assets.addresses}
      version={version}
      demo={app.config.environment !== 'production'}
      clock={
        same
          ? { href: path('/clock', language) }
          : { iso: now.toISOString(), text: formatInstant(now, zoneOf(actor), language) }
      }
      person={personOf(actor, language)}
      signOut={actor.kind === 'visitor' ? undefined : <SignOut language={language} />}
      wrong={reply.status === 422 || reply.status === 409}
      layout={reply.layout}
      module={reply.module && assets.addresses[reply.module]}
      description={reply.description}
      robots={audience === 'public' && reply.status === 200 ? undefined : 'noindex'}
      canonical={whole(address)[language]}
      alternates={whole(address)}
      feeds={feedsOn(address[language], language)}
    >
      {reply.body}
    </Frame>,
  )
}

/** The list says where programs read the same. */
const feedsOn = (address: string, language: Language) =>
  address.split('?')[0] === path('/opportunities', language)
    ? feedKinds.map(({ ending, type, title }) => ({
        ...{ href: path(`/opportunities.${ending}`, language), type, title: title[language] },
      }))
    : undefined

/** The neutral page at `/`. */
export const languageChoice = (app: App, assets: Assets): string =>
  htmlDocument(
    <LanguageChoice
      assets={assets.addresses}
      demo={app.config.environment !== 'production'}
      choices={{
        en: { href: path('/', 'en'), lead: choiceTexts.lead.en },
        fr: { href: path('/', 'fr'), lead: choiceTexts.lead.fr },
      }}
    />,
  )

/** What the error page says for a status; never what happened inside. */
export function errorBody(status: number, language: Language, reference: string) {
  const { head, what } = errorTexts[status] ?? errorTexts[status >= 500 ? 500 : 400] ?? errorTexts[500] ?? unknownError
  return {
    title: head[language],
    view: (
      <ErrorPage
        language={language}
        head={head[language]}
        what={what[language]}
        reference={status === 404 ? undefined : reference}
      />
    ),
  }
}

const unknownError: { head: Text; what: Text } = {
  head: { en: 'Something went wrong on our side', fr: 'Un problème est survenu de notre côté' },
  what: {
    en: 'Nothing that you sent was recorded. Go back and try again in a minute.',
    fr: 'Rien de ce que vous avez envoyé n’a été consigné. Revenez en arrière et réessayez dans une minute.',
  },
}

const errorTexts: Readonly<Record<number, { head: Text; what: Text }>> = {
  400: {
    head: { en: 'We could not read that', fr: 'Nous n’avons pas pu lire votre envoi' },
    what: {
      en: 'The page was sent in a form that we do not understand. Go back and send it again.',
      fr: 'La page a été envoyée dans un format que nous ne comprenons pas. Revenez en arrière et envoyez-la de nouveau.',
    },
  },
  403: {
    head: { en: 'This was sent from somewhere else', fr: 'Cet envoi vient d’ailleurs' },
    what: {
      en: 'The form was not sent from our own page, so nothing was done. Open the page on this site and send it again.',
      fr: 'Le formulaire n’a pas été envoyé à partir de notre page\u00a0: rien n’a été fait. Ouvrez la page sur ce site et envoyez-le de nouveau.',
    },
  },
  404: {
    head: { en: 'There is no such page', fr: 'Cette page n’existe pas' },
    what: {
      en: 'The address may be wrong, or the page may not be meant for you. Start again from the opportunities.',
      fr: 'L’adresse est peut-être erronée, ou la page ne vous est pas destinée. Repartez de la liste des occasions.',
    },
  },
  413: {
    head: { en: 'That is too large', fr: 'L’envoi est trop volumineux' },
    what: {
      en: 'What you sent is larger than we accept. Shorten the text or choose a smaller file.',
      fr: 'Votre envoi dépasse la taille acceptée. Raccourcissez le texte ou choisissez un fichier plus petit.',
    },
  },
  429: {
    head: { en: 'Too many tries', fr: 'Trop de tentatives' },
    what: { en: 'Wait a minute and try again.', fr: 'Attendez une minute et réessayez.' },
  },
  500: unknownError,
  503: {
    head: { en: 'We are restarting', fr: 'Le service redémarre' },
    what: {
      en: 'Nothing was recorded. Your text is still in your browser: go back and send it again in a few seconds.',
      fr: 'Rien n’a été consigné. Votre texte est encore dans votre navigateur\u00a0: revenez en arrière et envoyez-le de nouveau dans quelques secondes.',
    },
  },
}

function SignOut({ language }: { language: Language }) {
  return (
    <form action={path('/sign-out', language)} method="post">
      <Button kind="link">{signOut[language]}</Button>
    </form>
  )
}

function personOf(actor: Actor, language: Language) {
  if (actor.kind === 'staff') return { name: actor.name, roleName: roleTitle(actor.roles, language) }
  if (actor.kind === 'supplier') return { name: actor.name || actor.email, roleName: '' }
  return undefined
}

const zoneOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.timeZone : EASTERN)

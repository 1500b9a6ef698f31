import type { ComponentChildren } from 'preact'
import { type Language, otherLanguage } from '../platform/i18n.ts'
import { Mark } from './icons.tsx'
import { errorPageTexts, frameTexts, languageNames, waitingText } from './texts.ts'

export type Link = { readonly href: string; readonly label: string }
export type NavLink = Link & { readonly current?: boolean | undefined; readonly count?: number | undefined }

/** Addresses of the style sheets and of the script, with their digest in the name. */
export type Assets = {
  readonly tokens: string
  readonly ui: string
  readonly script?: string | undefined
  readonly icon?: string | undefined
}

/** An instant for machines and the same instant in words, zone included. */
export type ShownTime = { readonly iso: string; readonly text: string }

export type FrameProps = {
  language: Language
  title: string
  audience: 'public' | 'staff' | 'supplier'
  /** This page, and the same page in the other language. Both answer to GET. */
  path: { current: string; other: string }
  home: string
  nav: readonly NavLink[]
  breadcrumbs?: readonly Link[] | undefined
  footer: readonly Link[]
  assets: Assets
  version: string
  demo: boolean
  /** The server's clock; on a page that is kept, where to read it. */
  clock: ShownTime | { readonly href: string }
  children: ComponentChildren
  department?: { name: string } | undefined
  person?: { name: string; roleName: string } | undefined
  /** How many things wait for this person; shown beside their name when there is one or more. */
  waiting?: number | undefined
  /** A form with one `Button kind="link"`: signing out changes something, so it is not a link. */
  signOut?: ComponentChildren
  /** The mark of a theme, in place of ours. */
  mark?: ComponentChildren
  /** True when a form on this page came back with errors: the title of the page says so first. */
  wrong?: boolean | undefined
  /** `bleed` lets sections run from edge to edge; each then brings its own `.wrap`. */
  layout?: 'page' | 'bleed' | 'narrow' | undefined
  /** The address of a module that this page loads besides. */
  module?: string | undefined
  description?: string | undefined
  robots?: string | undefined
  /** Whole addresses, for search engines: this page, and the pair. */
  canonical?: string | undefined
  alternates?: { en: string; fr: string } | undefined
  feeds?: readonly { href: string; type: string; title: string }[] | undefined
}

/** The whole page, from `<html>` down: one frame for everybody; only the header tells which side you are on. */
export function Frame(props: FrameProps) {
  const { language, audience, layout = 'page' } = props
  return (
    <html lang={`${language}-CA`}>
      <Head {...props} />
      <body class={audience === 'staff' ? 'staff' : undefined}>
        <a class="skip vh" href="#main">
          {frameTexts.skip[language]}
        </a>
        {props.demo && <DemoBanner language={language} />}
        <Header {...props} />
        <main id="main" tabIndex={-1}>
          {layout === 'bleed' ? (
            props.children
          ) : (
            <div class="wrap">
              {props.breadcrumbs && props.breadcrumbs.length > 0 && (
                <Breadcrumbs language={language} links={props.breadcrumbs} />
              )}
              {layout === 'narrow' ? <div class="narrow">{props.children}</div> : props.children}
            </div>
          )}
        </main>
        <Footer {...props} />
      </body>
    </html>
  )
}

/** The page at `/`: neutral, no language first in size or colour, each half in its own language. */
export function LanguageChoice({
  assets,
  demo,
  choices,
}: {
  assets: Assets
  demo: boolean
  choices: Record<Language, { href: string; lead: string }>
}) {
  return (
    <html lang="en-CA">
      <head>
        <meta charset="utf-8" />
        <title>Opportune – English / Français</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
        <link rel="stylesheet" href={assets.tokens} />
        <link rel="stylesheet" href={assets.ui} />
      </head>
      <body class="choice deep">
        <main id="main" tabIndex={-1}>
          <div class="wrap">
            <h1 class="brand">
              <Mark />
              <span>Opportune</span>
            </h1>
            <div class="halves">
              {(['en', 'fr'] as const).map((language) => (
                <section key={language} lang={`${language}-CA`} aria-labelledby={`choice-${language}`}>
                  <h2 id={`choice-${language}`} class="vh">
                    {languageNames[language]}
                  </h2>
                  <p class="lead">{choices[language].lead}</p>
                  <p>
                    <a class="btn lit" href={choices[language].href} hreflang={`${language}-CA`}>
                      {languageNames[language]}
                    </a>
                  </p>
                  {demo && <p class="small">{frameTexts.demo[language]}</p>}
                </section>
              ))}
            </div>
          </div>
        </main>
      </body>
    </html>
  )
}

/** What went wrong, in the page's language; the reference leads staff to the log without saying anything to strangers. */
export function ErrorPage({
  language,
  head,
  what,
  children,
  reference,
}: {
  language: Language
  head: string
  what: string
  children?: ComponentChildren
  reference?: string | undefined
}) {
  return (
    <div class="narrow">
      <h1>{head}</h1>
      <p class="lead">{what}</p>
      {children}
      {reference && (
        <div class="panel tint">
          <p>
            <strong>{errorPageTexts.reference[language]}</strong> <code class="break">{reference}</code>
          </p>
          <p class="small">{errorPageTexts.quote[language]}</p>
        </div>
      )}
    </div>
  )
}

export function Breadcrumbs({ language, links }: { language: Language; links: readonly Link[] }) {
  return (
    <nav class="crumbs" aria-label={frameTexts.breadcrumbs[language]}>
      <ol>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Head({
  language,
  title,
  wrong,
  assets,
  description,
  robots,
  canonical,
  alternates,
  feeds,
  module,
}: FrameProps) {
  return (
    <head>
      <meta charset="utf-8" />
      <title>{`${wrong ? frameTexts.wrongTitle[language] : ''}${title} – Opportune`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {description && <meta name="description" content={description} />}
      {robots && <meta name="robots" content={robots} />}
      {canonical && <link rel="canonical" href={canonical} />}
      {alternates && <link rel="alternate" hreflang="en-CA" href={alternates.en} />}
      {alternates && <link rel="alternate" hreflang="fr-CA" href={alternates.fr} />}
      {feeds?.map((feed) => (
        <link key={feed.href} rel="alternate" type={feed.type} title={feed.title} href={feed.href} />
      ))}
      {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
      <link rel="stylesheet" href={assets.tokens} />
      <link rel="stylesheet" href={assets.ui} />
      {assets.script && <script type="module" src={assets.script} />}
      {module && <script type="module" src={module} />}
    </head>
  )
}

function DemoBanner({ language }: { language: Language }) {
  return (
    <div class="demo">
      <div class="wrap">
        <p>{frameTexts.demo[language]}</p>
      </div>
    </div>
  )
}

function Header(props: FrameProps) {
  const { language, audience, department, person, path, nav, mark } = props
  const other = otherLanguage(language)
  const under = [audience === 'staff' && person?.roleName, department?.name].filter(Boolean).join(' · ')
  return (
    <header class={audience === 'staff' ? 'head' : 'head deep'}>
      <div class="wrap row">
        <a class="brand" href={props.home}>
          {mark ?? <Mark />}
          <span>Opportune {under && <small>{under}</small>}</span>
        </a>
        {person && <Person {...props} />}
        <a class={person ? 'lang after-person' : 'lang'} href={path.other} lang={other} hreflang={other}>
          {languageNames[other]}
        </a>
        {nav.length > 0 && (
          <nav class="nav" aria-label={frameTexts.main[language]}>
            <ul>
              {nav.map(({ href, label, current, count }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? 'page' : undefined}>
                    {label}
                    {count !== undefined && count > 0 && (
                      <>
                        {' '}
                        <span class="count">{count}</span>
                      </>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  )
}

function Person({ language, person, waiting, signOut }: FrameProps) {
  return (
    <div class="person">
      <span>{person?.name}</span>
      {waiting !== undefined && waiting > 0 && (
        <span>
          <span class="count" aria-hidden="true">
            {waiting}
          </span>
          <span class="vh">{waitingText(waiting)[language]}</span>
        </span>
      )}
      {signOut}
    </div>
  )
}

function Footer({ language, footer, version, clock }: FrameProps) {
  return (
    <footer class="foot deep">
      <div class="wrap">
        {footer.length > 0 && (
          <nav aria-label={frameTexts.about[language]}>
            <ul>
              {footer.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p>
          {`Opportune ${version} · ${frameTexts.openSource[language]} · `}
          {'href' in clock ? (
            <a href={clock.href}>{frameTexts.clockPage[language]}</a>
          ) : (
            <>
              {`${frameTexts.clock[language]} `}
              <time dateTime={clock.iso}>{clock.text}</time>.
            </>
          )}
        </p>
      </div>
    </footer>
  )
}

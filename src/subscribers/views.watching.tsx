import type { Problems } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { ButtonConfirms } from '../ui/confirm.tsx'
import { MailboxLink } from '../ui/mailbox.tsx'
import type { Watched } from './rules.watching.ts'
import { WatchForm } from './showWatchForm.tsx'
import { subscribeTexts } from './texts.ts'
import { watchTexts as texts } from './texts.watching.ts'

type Said = { readonly watched: Pick<Watched, 'slug' | 'title'>; readonly language: Language }

export const WatchPage = ({ watched, language, email, problems }: Said & { email: string; problems: Problems }) => (
  <div class="narrow">
    <h1>{texts.title(watched.title)[language]}</h1>
    <p class="lead">{texts.lead[language]}</p>
    <WatchForm slug={watched.slug} language={language} kind="act" email={email} problems={problems} />
    <h2>{subscribeTexts.privacyHead[language]}</h2>
    <p class="small">{texts.privacy[language]}</p>
  </div>
)

/** The same whatever the address. */
export const WatchSentPage = ({ watched, language, mailbox }: Said & { mailbox: boolean }) => (
  <div class="narrow">
    <h1>{subscribeTexts.sentTitle[language]}</h1>
    <p class="lead">{texts.sent[language]}</p>
    <p>
      {subscribeTexts.sentMore[language]}{' '}
      <a href={path('/opportunities/:slug/watching', language, { slug: watched.slug })}>
        {subscribeTexts.again[language]}
      </a>
    </p>
    <MailboxLink there={mailbox} language={language} />
    <Back watched={watched} language={language} />
  </div>
)

export const ConfirmWatchPage = ({ watched, language, token }: Said & { token: string }) => (
  <ButtonConfirms
    language={language}
    title={texts.title(watched.title)[language]}
    action={path('/subscribe/watching/:token', language, { token })}
    button={texts.confirm[language]}
  >
    <p class="lead">{texts.lead[language]}</p>
  </ButtonConfirms>
)

export const WatchingPage = ({ watched, language, leaving }: Said & { leaving: string }) => (
  <div class="narrow">
    <h1>{texts.doneTitle[language]}</h1>
    <p class="lead">{texts.done[language]}</p>
    <Back watched={watched} language={language} />
    <p>
      <a href={path('/subscribe/preferences/:token', language, { token: leaving })}>
        {subscribeTexts.choose[language]}
      </a>
    </p>
  </div>
)

const Back = ({ watched, language }: Said) => (
  <p>
    <a href={path('/opportunities/:slug', language, { slug: watched.slug })}>{texts.read[language]}</a>
  </p>
)

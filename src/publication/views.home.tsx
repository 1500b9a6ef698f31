import { formatDays, formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { DEFAULT_LIMIT } from '../policy/taxes.ts'
import { subscribeTexts } from '../subscribers/texts.ts'
import { Radios } from '../ui/choices.tsx'
import { EmailField } from '../ui/fields.tsx'
import { Button, ButtonLink, Form } from '../ui/form.tsx'
import { Panel } from '../ui/parts.tsx'
import { PathPicture } from '../ui/pictures.tsx'
import { languageNames } from '../ui/texts.ts'
import { AnonymousPicture, DrawnPicture, SealedPicture } from './drawings.tsx'
import { usualPath } from './pages.ts'
import type { Ticketed } from './store.search.ts'
import { homeTexts as texts } from './texts.ts'
import { hrefOf, NothingOpen, PostingTicket } from './views.parts.tsx'

const USUAL_PAYMENT_DAYS = 7

export type HomeFacts = {
  /** The next few to close, the first of them in the hero. */
  readonly next: readonly Ticketed[]
  readonly openCount: number
  /** Has anything been posted before? */
  readonly any: boolean
  /** May the reader ask for work, or sign in to? */
  readonly asks: boolean
}

/** What this is in one screen, what can be taken now, how it goes, and why it is fair. */
export const HomePage = ({ facts, language }: { facts: HomeFacts; language: Language }) => {
  const [, ...also] = facts.next
  return (
    <>
      <Hero facts={facts} language={language} />
      <div class="wrap">
        <Promises language={language} />
        {facts.openCount === 0 && <NothingOpen any={facts.any} language={language} />}
        {also.length > 0 && (
          <section aria-labelledby="open">
            <h2 id="open">{texts.alsoOpen[language]}</h2>
            {also.map((posting) => (
              <PostingTicket key={posting.slug} posting={posting} level={3} language={language} />
            ))}
          </section>
        )}
        <p>
          <a href={path('/opportunities', language)}>{texts.allOpenAndClosed[language]}</a>
        </p>
      </div>
      <How language={language} />
      <div class="wrap">
        <Fair language={language} />
        <hr />
        <div class="two even">
          <SubscribeForm language={language} />
          <Teams asks={facts.asks} language={language} />
        </div>
      </div>
    </>
  )
}

function Hero({
  facts: {
    next: [next],
    openCount,
    any,
  },
  language,
}: {
  facts: HomeFacts
  language: Language
}) {
  return (
    <div class="hero deep">
      <div class={next ? 'wrap two even mid' : 'wrap'}>
        <div>
          <h1>
            {texts.hero[language].map((line) => (
              <span key={line}>{line} </span>
            ))}
          </h1>
          <p class="lead">{texts.lead[language]}</p>
          <div class="acts">
            {openCount > 0 ? (
              <a
                class="btn lit"
                href={openCount === 1 && next ? hrefOf(next, language) : path('/opportunities', language)}
              >
                {texts.seeOpen(openCount)[language]}
              </a>
            ) : (
              <ButtonLink kind="lit" href={path('/subscribe', language)}>
                {(any ? texts.tellMeNext : texts.tellMe)[language]}
              </ButtonLink>
            )}{' '}
            <a href="#how">{texts.how[language]}</a>
          </div>
        </div>
        {next && (
          <div>
            <p class="eyebrow">{texts.closingNext[language]}</p>
            <PostingTicket posting={next} level={2} language={language} />
          </div>
        )}
      </div>
    </div>
  )
}

const Promises = ({ language }: { language: Language }) => (
  <section aria-labelledby="promises">
    <h2 id="promises" class="vh">
      {texts.promises[language]}
    </h2>
    <dl class="trio">
      <div>
        <dt>{texts.promisePrice[language]}</dt>
        <dd>{texts.promisePriceText(limitIn(language))[language]}</dd>
      </div>
      <div>
        <dt>{texts.promiseHours[language]}</dt>
        <dd>{texts.promiseHoursText[language]}</dd>
      </div>
      <div>
        <dt>{texts.promiseDays(formatDays(USUAL_PAYMENT_DAYS, language))[language]}</dt>
        <dd>{texts.promiseDaysText[language]}</dd>
      </div>
    </dl>
  </section>
)

const How = ({ language }: { language: Language }) => (
  <section class="band" aria-labelledby="how">
    <div class="wrap">
      <h2 id="how">{texts.howHead[language]}</h2>
      <p class="lead">{texts.howLead[language]}</p>
      <PathPicture language={language} stops={usualPath(language, USUAL_PAYMENT_DAYS)} />
      <p>{texts.rights[language]}</p>
      <p>
        <a href={path('/guide', language)}>{texts.readGuide[language]}</a>
      </p>
    </div>
  </section>
)

const Fair = ({ language }: { language: Language }) => (
  <section aria-labelledby="fair">
    <h2 id="fair">{texts.fair[language]}</h2>
    <div class="cards wide-gap">
      <div>
        <SealedPicture />
        <h3>{texts.sealed[language]}</h3>
        <p>{texts.sealedText[language]}</p>
      </div>
      <div>
        <AnonymousPicture />
        <h3>{texts.anonymous[language]}</h3>
        <p>{texts.anonymousText[language]}</p>
      </div>
      <div>
        <DrawnPicture />
        <h3>{texts.drawn[language]}</h3>
        <p>
          {texts.drawnText[language]} <a href={path('/process', language)}>{texts.readProcess[language]}</a>
        </p>
      </div>
    </div>
  </section>
)

const SubscribeForm = ({ language }: { language: Language }) => (
  <section aria-labelledby="subscribe">
    <h2 id="subscribe" class="flush">
      {texts.subscribe[language]}
    </h2>
    <p>{texts.subscribeText[language]}</p>
    <Form action={path('/subscribe', language)} language={language} label={texts.subscribe[language]}>
      <EmailField
        language={language}
        name="email"
        label={subscribeTexts.address[language]}
        hint={subscribeTexts.addressHint[language]}
        width="m"
      />
      <Radios
        language={language}
        name="language"
        label={subscribeTexts.language[language]}
        value={language}
        choices={(['en', 'fr'] as const).map((each) => ({ value: each, label: languageNames[each], lang: each }))}
      />
      <Button>{subscribeTexts.send[language]}</Button>
    </Form>
  </section>
)

const Teams = ({ asks, language }: { asks: boolean; language: Language }) => (
  <Panel id="teams" head={texts.teams[language]}>
    <p>{texts.teamsText(limitIn(language))[language]}</p>
    <ul>
      {texts.teamsList[language].map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <p>
      <a href={path('/options', language)}>{texts.teamsOptions[language]}</a>
    </p>
    {asks && (
      <p>
        <ButtonLink kind="plain" href={path('/requests/new', language)}>
          {texts.teamsSignIn[language]}
        </ButtonLink>
      </p>
    )}
  </Panel>
)

const limitIn = (language: Language): string => formatMoney(DEFAULT_LIMIT, language)

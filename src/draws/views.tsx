import { formatInstant, formatNumber } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { ActionBar, ButtonLink } from '../ui/form.tsx'
import { Facts, Fold, Pairs, Panel, StatusBox, Steps, Tags } from '../ui/parts.tsx'
import { DrawPicture } from '../ui/pictures.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { METHOD } from './grammar.ts'
import { opensslLines, pictureOf, placeOf, stageOf, whereToLook } from './pages.ts'
import { valueKnownFrom } from './rules.ts'
import { eligibleIn, type PublicDraw, receivedIn } from './store.ts'
import { type Stage, publicTexts as words } from './texts.pages.ts'

type Shown = { readonly draw: PublicDraw; readonly language: Language }

/** A draw as anybody may read and check it: tokens, never names. */
export function PublicDrawPage({ draw, language }: Shown) {
  const stage = stageOf(draw)
  const picture = pictureOf(draw, language)
  return (
    <>
      <a class="back" href={path('/opportunities/:slug', language, { slug: draw.slug })}>
        {words.back[language]}
      </a>
      <p class="eyebrow">{words.eyebrow(draw.number, words.stageNames[stage])[language]}</p>
      <h1>{words.titles[stage][language]}</h1>
      <p class="lead">
        <strong>{language === 'en' ? draw.titleEn : draw.titleFr}</strong>
      </p>
      <p class="lead">{words.leads[stage][language]}</p>
      <Status draw={draw} language={language} stage={stage} />
      {picture && stage === 'drawn' && (
        <section aria-labelledby="picture">
          <h2 id="picture">{words.picture[language]}</h2>
          <DrawPicture language={language} {...picture} />
        </section>
      )}
      <Published draw={draw} language={language} />
      {draw.ranking.length > 0 && <Order draw={draw} language={language} />}
      <Tokens draw={draw} language={language} />
      <section class="col" aria-labelledby="why">
        <h2 id="why">{words.whyHead[language]}</h2>
        <Steps items={words.why.map(({ head, text }) => ({ head: head[language], text: text[language] }))} />
      </section>
      <CheckIt draw={draw} language={language} stage={stage} />
      <section class="col" aria-labelledby="cannot">
        <h2 id="cannot">{words.cannotHead[language]}</h2>
        <p>{words.cannotLead[language]}</p>
        <ul>
          {words.cannot.map((text) => (
            <li key={text.en}>{text[language]}</li>
          ))}
        </ul>
        <p>{words.cannotEnd[language]}</p>
      </section>
    </>
  )
}

function Status({ draw, language, stage }: Shown & { stage: Stage }) {
  const { beaconRef, drawsAt, closesAt, timeZone } = draw
  const when = (instant: Date) => (
    <time dateTime={instant.toISOString()}>{formatInstant(instant, timeZone, language)}</time>
  )
  const known = beaconRef && drawsAt ? valueKnownFrom({ beaconRef, drawsAt }) : undefined
  const finished = stage === 'drawn' || stage === 'only_one' || stage === 'nobody' || stage === 'ended'
  const happening = {
    what: words.nextHappening[stage][language],
    more: stage === 'drawn' || stage === 'only_one' ? words.happeningMore[language] : undefined,
  }
  const by =
    stage === 'committed'
      ? { what: when(closesAt), more: words.byClosing[language] }
      : stage === 'listed'
        ? { what: words.byResults[language] }
        : stage === 'waiting' && known
          ? { what: when(known), more: words.byNumber[language] }
          : { what: words.byNone[language] }
  const next = finished
    ? stage === 'drawn' || stage === 'only_one'
      ? { what: words.checkIt[language], more: words.checkItMore[language] }
      : { what: words.nothing[language] }
    : { what: words.keepMail[language], more: words.keepMailMore[language] }
  return (
    <StatusBox
      language={language}
      tone={finished ? 'done' : 'waiting'}
      state={words.stageNames[stage][language]}
      happening={happening}
      next={next}
      by={by}
    />
  )
}

function Published({ draw, language }: Shown) {
  const { publishedAt, closesAt, roster, lockedAt, drawnAt, timeZone } = draw
  const at = (instant: Date | null | undefined) =>
    instant ? formatInstant(instant, timeZone, language) : words.notYet[language]
  return (
    <section aria-labelledby="published">
      <h2 id="published">{words.published[language]}</h2>
      <Facts
        items={[
          { label: words.publishedCommitment[language], value: at(publishedAt) },
          { label: words.publishedRoster[language], value: at(roster === null ? null : closesAt) },
          { label: words.publishedManifest[language], value: at(lockedAt) },
          { label: words.publishedValue[language], value: at(drawnAt) },
        ]}
      />
    </section>
  )
}

function Order({ draw, language }: Shown) {
  return (
    <section aria-labelledby="order">
      <h2 id="order">{words.order[language]}</h2>
      <p>{words.orderLead[language]}</p>
      <FoldTable
        caption={words.order[language]}
        captionHidden
        columns={[
          { label: words.token[language] },
          { label: words.rank[language], numeric: true },
          { label: words.line[language], numeric: true },
          { label: words.ticket[language] },
        ]}
        rows={draw.ranking.map(({ token, ticket }, place) => [
          <span key="token" class="mono">
            {token}
          </span>,
          place + 1,
          formatNumber(placeOf(ticket), language, 1),
          <span key="ticket" class="mono break">
            {ticket}
          </span>,
        ])}
      />
    </section>
  )
}

function Tokens({ draw, language }: Shown) {
  const { roster, manifest } = draw
  if (roster === null) return null
  const list = (tokens: readonly string[], label: string) => (
    <>
      <h3>{`${label} (${tokens.length})`}</h3>
      <Tags label={label} items={tokens.map((token) => ({ label: token }))} />
    </>
  )
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens" class="vh">
        {words.token[language]}
      </h2>
      {list(
        receivedIn(roster).map(({ token }) => token),
        words.tokens[language],
      )}
      {manifest !== null && list(eligibleIn(manifest), words.eligible[language])}
    </section>
  )
}

function CheckIt({ draw, language, stage }: Shown & { stage: Stage }) {
  const made = stage === 'drawn' || stage === 'only_one'
  const fingerprints = [
    { label: words.method[language], value: METHOD },
    { label: words.publishedCommitment[language], value: draw.commitment },
    { label: words.source[language], value: draw.beaconRef ?? draw.beaconSource },
    { label: words.seed[language], value: draw.seed },
    { label: words.rosterHash[language], value: draw.rosterHash },
    { label: words.manifestHash[language], value: draw.manifestHash },
    { label: words.beacon[language], value: draw.beaconValue && `${draw.beaconRef}, ${draw.beaconValue}` },
    { label: words.key[language], value: draw.key },
  ].filter(({ value }) => value !== null)
  return (
    <Panel head={words.checkHead[language]} id="check">
      <p>{words.checkLead[language]}</p>
      {made && (
        <>
          <h3>{words.byEye[language]}</h3>
          <p>{words.byEyeText(whereToLook(draw, language))[language]}</p>
          <h3>{words.byProgram[language]}</h3>
          <p>{words.byProgramText[language]}</p>
          <ActionBar>
            <ButtonLink kind="plain" href={path('/draws/:slug/verification', language, { slug: draw.slug })} download>
              {words.download[language]}
            </ButtonLink>
          </ActionBar>
          <pre>
            <code>{`bin/opportune draw verify ${draw.slug}.json --commitment … --roster-hash … --manifest-hash …`}</code>
          </pre>
          <h3>{words.byShell[language]}</h3>
          <p>{words.byShellText[language]}</p>
          <pre>
            <code>{opensslLines(draw)}</code>
          </pre>
        </>
      )}
      <Fold label={words.everything[language]} small>
        <Pairs mono items={fingerprints} />
        {draw.roster !== null && (
          <>
            <h3>{words.rosterText[language]}</h3>
            <pre>{draw.roster}</pre>
          </>
        )}
        {draw.manifest !== null && (
          <>
            <h3>{words.manifestText[language]}</h3>
            <pre>{draw.manifest}</pre>
          </>
        )}
      </Fold>
    </Panel>
  )
}

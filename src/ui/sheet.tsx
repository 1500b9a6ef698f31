import type { ComponentChildren } from 'preact'
import { type Language, otherLanguage, type Text } from '../platform/i18n.ts'
import { Checks, Queue, Stages } from './board.tsx'
import { Clock, ClosingPanel } from './clocks.tsx'
import { type Assets, Frame } from './frame.tsx'
import { Markdown } from './markdown.tsx'
import {
  CriteriaList,
  Empty,
  Facts,
  Fold,
  Heading,
  Note,
  Pairs,
  Price,
  Quote,
  StatusBox,
  Steps,
  Tag,
  Tags,
  Ticket,
} from './parts.tsx'
import { SheetDrawings } from './sheet.drawings.tsx'
import { SheetForm } from './sheet.form.tsx'
import { sheetTexts as words } from './sheet.texts.ts'
import { FoldTable, GroupedTable, Metrics } from './tables.tsx'
import { footerTexts } from './texts.ts'

/** Every part on one page, for those who write pages and for the tests that look at them. */
export function SheetPage({
  language,
  audience,
  assets,
  address,
}: {
  language: Language
  audience: 'public' | 'staff'
  assets: Assets
  address: (language: Language) => string
}) {
  const say = (text: Text) => text[language]
  return (
    <Frame
      language={language}
      title={say(words.title)}
      audience={audience}
      path={{ current: address(language), other: address(otherLanguage(language)) }}
      home="#main"
      department={{ name: say(words.department) }}
      person={audience === 'staff' ? { name: 'Amara Diallo', roleName: say(words.role) } : undefined}
      waiting={3}
      nav={[
        { href: '#tickets', label: say(words.opportunities), current: true },
        { href: '#board', label: say(words.waiting), count: 3 },
      ]}
      breadcrumbs={[{ href: '#main', label: say(words.home) }]}
      footer={Object.values(footerTexts).map((text, place) => ({ href: `#foot-${place}`, label: say(text) }))}
      assets={assets}
      version="0.1.0"
      demo
      clock={{ iso: '2026-11-10T14:14:09-05:00', text: say(words.now) }}
      robots="noindex"
    >
      <h1>{say(words.title)}</h1>
      <p class="lead">{say(words.lead)}</p>
      <StatusBoxes say={say} language={language} />
      <Section id="tickets" head={say(words.opportunities)}>
        <Ticket
          language={language}
          level={3}
          eyebrow={say(words.eyebrow)}
          title={say(words.ticket)}
          href="#ticket"
          summary={say(words.summary)}
          tags={[
            { label: say(words.open), tone: 'open' },
            { label: 'TypeScript' },
            { label: say(words.accessibility) },
          ]}
          price={say(words.price)}
          closes={{ iso: '2026-11-17T23:59-05:00', text: say(words.closes) }}
        />
        <Tags
          items={[
            { label: say(words.open), tone: 'open' },
            { label: say(words.soon), tone: 'soon' },
            { label: say(words.shut), tone: 'shut' },
            { label: say(words.delivered), tone: 'ok' },
            { label: say(words.over), tone: 'bad' },
            { label: say(words.none), tone: 'none' },
          ]}
        />
        <div class="two">
          <div class="col">
            <Facts
              items={[
                { label: say(words.fieldPrice), value: <Price>{say(words.price)}</Price> },
                { label: say(words.fieldLicence), value: 'MIT' },
                { label: say(words.fieldDelivery), value: say(words.december) },
              ]}
            />
            <CriteriaList
              kind="work"
              language={language}
              items={[{ head: say(words.square), text: say(words.squareText) }]}
            />
            <CriteriaList
              kind="application"
              language={language}
              items={[{ head: say(words.round), text: <Markdown text={`${say(words.roundText)} **MIT**`} /> }]}
            />
          </div>
          <aside aria-label={say(words.shut)}>
            <ClosingPanel
              language={language}
              head={say(words.soon)}
              closes={{ iso: '2026-11-17T23:59-05:00', text: say(words.closes) }}
              now={{ iso: '2026-11-10T14:14:09-05:00', text: say(words.now) }}
            />
          </aside>
        </div>
      </Section>
      <Notes say={say} />
      <Section id="form" head={say(words.save)}>
        <SheetForm language={language} />
      </Section>
      <Board say={say} />
      <Section id="measures" head={say(words.measures)}>
        <Metrics
          items={[
            {
              label: say(words.daysToPay),
              value: '5',
              unit: say(words.days),
              basis: say(words.five),
              target: say(words.target),
              result: { label: say(words.met), tone: 'ok' },
            },
            {
              label: say(words.satisfaction),
              value: language === 'en' ? 'N/A' : 'S.O.',
              result: { label: say(words.none), tone: 'none' },
            },
          ]}
        />
      </Section>
      <SheetDrawings language={language} />
    </Frame>
  )
}

export const Section = ({ id, head, children }: { id: string; head: string; children: ComponentChildren }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{head}</h2>
    {children}
  </section>
)

type Say = (text: Text) => string

function StatusBoxes({ say, language }: { say: Say; language: Language }) {
  return (
    <>
      <StatusBox
        language={language}
        tone="you"
        happening={{ what: say(words.first), more: say(words.five) }}
        next={{ what: say(words.sign), more: say(words.onePage) }}
        by={{ what: <time dateTime="2026-12-01">{say(words.december)}</time>, more: say(words.eastern) }}
        action={<a href="#form">{say(words.apply)}</a>}
      />
      <StatusBox
        language={language}
        tone="waiting"
        id="status-2"
        happening={{ what: say(words.checking) }}
        next={{ what: say(words.nothing), more: say(words.weWrite) }}
        by={{ what: say(words.december) }}
      />
      <StatusBox
        language={language}
        tone="late"
        id="status-3"
        happening={{ what: say(words.late) }}
        next={{ what: say(words.newDate) }}
        by={{ what: say(words.december) }}
      />
      <StatusBox
        language={language}
        tone="done"
        id="status-4"
        happening={{ what: say(words.paid) }}
        next={{ what: say(words.confirm) }}
        by={{ what: say(words.anyTime) }}
      />
    </>
  )
}

function Notes({ say }: { say: Say }) {
  return (
    <Section id="notes" head={say(words.questions)}>
      <Note tone="info" head={say(words.noteInfo)}>
        <p>{say(words.noteText)}</p>
      </Note>
      <Note tone="ok" head={say(words.noteOk)} />
      <Note tone="warn" head={say(words.noteWarn)} />
      <Note tone="bad" head={say(words.noteBad)} />
      <Steps
        items={[
          { head: say(words.statement), text: say(words.onePage), state: 'past' },
          { head: say(words.approvals), text: say(words.weWrite), state: 'now' },
          { head: say(words.posting) },
        ]}
      />
      <Fold label={say(words.questions)} count={2} open>
        <Quote>
          <p>{say(words.summary)}</p>
        </Quote>
      </Fold>
      <Fold label={say(words.helpFold)} small>
        <p>{say(words.noteText)}</p>
      </Fold>
      <Empty head={say(words.emptyHead)}>
        <p>{say(words.emptyText)}</p>
      </Empty>
      <Pairs
        mono
        items={[
          { label: say(words.sealed), value: '602405c8445c227ff89e6c33a41dad4700bbd9b248031d436f17425fb64ff171' },
        ]}
      />
      <Checks items={[{ head: say(words.square), detail: say(words.squareText) }]} />
    </Section>
  )
}

function Board({ say }: { say: Say }) {
  const late = <Clock key="late" used={9} estimate={7} text={say(words.over)} />
  const onTime = <Clock key="time" used={3} estimate={7} text={say(words.dayThree)} />
  return (
    <Section id="board" head={say(words.waiting)}>
      <Queue
        items={[
          {
            tag: { label: say(words.over), tone: 'bad' },
            href: '#q1',
            label: say(words.ticket),
            detail: say(words.onePage),
          },
          { tag: { label: say(words.soon), tone: 'soon' }, href: '#q2', label: say(words.sign) },
        ]}
      />
      <Stages
        items={[
          words.requests,
          words.statement,
          words.approvals,
          words.posting,
          words.posted,
          words.awarded,
          words.work,
          words.payment,
        ].map((text, place) => ({
          href: `#stage-${place}`,
          label: say(text),
          count: place % 3,
          late: place === 1 ? say(words.over) : undefined,
        }))}
      />
      <GroupedTable
        caption={say(words.waiting)}
        captionHidden
        columns={[{ label: say(words.file) }, { label: say(words.state) }]}
        groups={[
          { id: 'stage-0', label: say(words.requests), rows: [[say(words.ticket), onTime]], empty: '' },
          { id: 'stage-1', label: say(words.approvals), rows: [], empty: say(words.emptyHead) },
        ]}
      />
      <Heading level={3}>{say(words.payments)}</Heading>
      <FoldTable
        caption={say(words.payments)}
        captionHidden
        columns={[
          { label: say(words.file) },
          { label: say(words.supplier) },
          { label: say(words.total), numeric: true },
          { label: say(words.state) },
        ]}
        rows={[
          [
            <a key="a" href="#p1">
              2026-006
            </a>,
            'Atelier Cormoran',
            say(words.price),
            onTime,
          ],
          [
            <a key="a" href="#p2">
              2026-004
            </a>,
            'Priya Raman',
            say(words.price),
            <Tag key="t" label={say(words.met)} tone="ok" />,
          ],
          [
            <a key="a" href="#p3">
              2026-003
            </a>,
            'Nuno Prata',
            say(words.price),
            late,
          ],
        ]}
      />
    </Section>
  )
}

import type { Language } from '../platform/i18n.ts'
import { Funnel, StepChart } from './drawings.tsx'
import { DrawPicture, PathPicture } from './pictures.tsx'
import { pathTexts, sheetTexts as words } from './sheet.texts.ts'
import { ProcurementTimeline } from './timeline.tsx'

/** Every drawing, on invented figures. */
export function SheetDrawings({ language }: { language: Language }) {
  const steps = [
    { name: words.statement[language], estimate: 5, actual: 9, soleSource: 15 },
    { name: words.approvals[language], estimate: 3, actual: 3, soleSource: 10 },
    { name: words.work[language], estimate: 15, actual: 12.5 },
    { name: words.payment[language], estimate: 5 },
  ]
  return (
    <>
      <h3>{words.chartTitle[language]}</h3>
      <StepChart
        language={language}
        title={words.chartTitle[language]}
        description={words.chartText[language]}
        unit={words.businessDays[language]}
        steps={steps}
        sum={{ name: words.total[language], estimate: 28, actual: 24.5 }}
      />
      <h3>{words.timelineTitle[language]}</h3>
      <ProcurementTimeline
        language={language}
        title={words.timelineTitle[language]}
        description={words.chartText[language]}
        unit={words.businessDays[language]}
        steps={steps.map(({ name, estimate, actual }, place) => ({
          name,
          estimate,
          actual,
          working: place < 2 ? 2 : undefined,
          state: place < 2 ? 'past' : place === 2 ? 'now' : 'later',
        }))}
      />
      <h3>{words.funnelTitle[language]}</h3>
      <Funnel
        language={language}
        title={words.funnelTitle[language]}
        description={words.funnelText[language]}
        stages={[
          { name: words.requests[language], count: 14 },
          { name: words.posted[language], count: 9 },
          { name: words.awarded[language], count: 7 },
        ]}
      />
      <h3>{words.pathHead[language]}</h3>
      <PathPicture
        language={language}
        stops={pathTexts.map(({ side, short, when, head, text }, place) => ({
          side,
          short: short[language],
          when: when[language],
          head: head[language],
          text: text[language],
          state: place === 0 ? 'now' : undefined,
        }))}
      />
      <h3>{words.drawHead[language]}</h3>
      <DrawPicture
        language={language}
        ingredients={[
          {
            head: words.sealed[language],
            why: words.sealedWhy[language],
            when: words.sealedWhen[language],
            said: words.sealedSaid[language],
            shows: { kind: 'code', text: '000102030405…1b1c1d1e1f' },
          },
          {
            head: words.list[language],
            why: words.listWhy[language],
            when: words.listWhen[language],
            said: words.listSaid[language],
            shows: { kind: 'envelopes', count: 7 },
          },
          {
            head: words.lottery[language],
            why: words.lotteryWhy[language],
            when: words.lotteryWhen[language],
            said: words.lotterySaid[language],
            shows: { kind: 'balls', numbers: [9, 18, 26, 34, 41, 45] },
          },
        ]}
        places={[
          { rank: 1, token: 'NNXV5BTC3B', place: 26.6 },
          { rank: 2, token: 'YQQE8D8438', place: 59.2 },
          { rank: 3, token: '8Y072N3Y8K', place: 63.3 },
          { rank: 4, token: 'XRBBFPZ9B4', place: 70.9 },
          { rank: 5, token: 'QA1SQYDJ0K', place: 76.9 },
        ]}
        description={words.drawText[language]}
        apart={words.apart[language]}
      />
    </>
  )
}

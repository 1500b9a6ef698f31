import { type Staff, visitor } from '../accounts/rules.ts'
import { publishDraft, saveDraft } from '../content/commands.ts'
import { defaultWords } from '../content/defaults.ts'
import type { Words } from '../content/rules.ts'
import {
  answerEnquiry,
  closeEnquiry,
  confirmationToken,
  confirmEnquiry,
  learnFrom,
  proposeEntry,
  takeEnquiry,
  writeEnquiry,
} from '../enquiries/commands.ts'
import type { EnquiryKind, EnquiryOutcome } from '../enquiries/rules.ts'
import { findEnquiry } from '../enquiries/store.ts'
import { done, found } from '../measures/settling.ts'
import type { App } from '../platform/app.ts'
import type { Language, Text } from '../platform/i18n.ts'
import type { ClockTime } from '../platform/time.ts'
import type { WaterwaysStaff } from './demo.people.ts'

type Message = {
  readonly written: number
  readonly kind: EnquiryKind
  readonly language: Language
  readonly page: string
  readonly body: string
  readonly email?: string
  readonly isConfirmed?: boolean
  /** The business day after, on which it was taken up, and by whom. */
  readonly taken?: { readonly after: number; readonly by: 'program' | 'program2' }
  readonly answer?: string
  readonly entry?: { readonly question: Text; readonly answer: Text }
  readonly lesson?: Text
  readonly outcome?: EnquiryOutcome
}

/** One message in each state, and one that became a lesson. */
const messages: readonly Message[] = [
  {
    ...{ written: -12, kind: 'question', language: 'en', page: '/en/guide', email: 'asks@readers.example' },
    ...{ isConfirmed: true, taken: { after: 1, by: 'program' }, outcome: 'answered' },
    body: 'We are three students and have no firm. Can one of us apply, and the others help?',
    answer:
      'Hello,\n\nYes. One of you applies as the supplier, signs, and is paid. Name in the application whoever does the work. How you share the price is between you.\n\nThe program team, Department of Waterways',
    entry: {
      question: { en: 'Can friends help me with the work?', fr: 'Des amis peuvent-ils m’aider?' },
      answer: {
        en: 'Yes. You apply, sign and answer for the whole. The application names who does the work.',
        fr: 'Oui. Vous postulez, signez et répondez du tout. La candidature nomme qui fait le travail.',
      },
    },
  },
  {
    ...{ written: -8, kind: 'problem', language: 'fr', page: '/fr/resultats' },
    ...{ taken: { after: 1, by: 'program2' }, outcome: 'repaired' },
    body: 'Sur mon téléphone, le prix passe sous la date dans la liste des résultats.',
  },
  {
    ...{ written: -6, kind: 'suggestion', language: 'fr', page: '/fr/occasions' },
    ...{ taken: { after: 1, by: 'program2' }, outcome: 'noted' },
    body: 'Affichez vos occasions avant les examens plutôt que pendant. En décembre, personne n’a le temps.',
    lesson: {
      en: 'Students have no time in exam weeks: post two weeks before them, or after.',
      fr: 'Pendant les examens, les étudiants n’ont pas le temps : afficher deux semaines avant, ou après.'.replace(
        ' :',
        '\u00a0:',
      ),
    },
  },
  {
    ...{ written: -5, kind: 'complaint', language: 'en', page: '', email: 'unhappy@readers.example' },
    ...{ isConfirmed: true, taken: { after: 1, by: 'program' } },
    body: 'I waited nine days for the result of the opportunity on tide tables. The page had promised two.',
    answer:
      'Hello,\n\nYou are right: the public number of the draw came late, and we did not say so on the page. The result is there now, with the dates of each step. We are sorry that you had to ask.\n\nThe program team, Department of Waterways',
  },
  {
    ...{ written: -4, kind: 'barrier', language: 'en', page: '/en/subscribe', email: 'reads@readers.example' },
    body: 'My screen reader says “button” twice on the page to subscribe, and I cannot tell which one sends.',
  },
  {
    ...{ written: -2, kind: 'question', language: 'fr', page: '/fr/guide', email: 'demande@readers.example' },
    ...{ isConfirmed: true, taken: { after: 1, by: 'program' } },
    body: 'Une coopérative de travail peut-elle postuler comme un seul fournisseur?',
  },
  {
    ...{ written: -1, kind: 'problem', language: 'en', page: '/en/opportunities' },
    body: 'The filter for skills forgets what I chose when I go back.',
  },
  {
    ...{ written: -1, kind: 'question', language: 'en', page: '/en/faq', email: 'new@readers.example' },
    body: 'Do you post work in languages other than JavaScript?',
  },
]

type Act = { readonly day: number; readonly clock: ClockTime; readonly does: () => Promise<void> }

/** What people wrote to the fictional department, what became of it, and a page that it words itself. */
export function demoMessages(app: App, staff: WaterwaysStaff): Act[] {
  return [...messages.flatMap((message, place) => actsOf(app, staff, message, place)), ...pageActs(app, staff)]
}

function actsOf(app: App, staff: WaterwaysStaff, message: Message, place: number): Act[] {
  const { written, taken, outcome } = message
  let id = ''
  const write: Act = {
    ...{ day: written, clock: `12:${20 + place}` },
    does: async () => {
      const { kind, language, page, body, email = null } = message
      const { departmentId } = staff.program
      const wrote = { kind, language, page, body, email, departmentId, origin: `demonstration ${place}` }
      id = await done('write', writeEnquiry(app, visitor, wrote))
      if (message.isConfirmed) await confirmOwn(app, id)
    },
  }
  if (!taken) return [write]
  const by = staff[taken.by]
  const handle: Act = {
    ...{ day: written + taken.after, clock: `14:${20 + place}` },
    does: () => handled(app, by, id, message),
  }
  const close: Act = {
    ...{ day: written + taken.after, clock: `15:${20 + place}` },
    does: async () => {
      if (outcome) await done('close', closeEnquiry(app, by, { id, outcome }))
    },
  }
  return [write, handle, close]
}

async function handled(app: App, by: Staff, id: string, { answer, entry, lesson }: Message): Promise<void> {
  await done('take up', takeEnquiry(app, by, { id }))
  if (answer) await done('answer', answerEnquiry(app, by, { id, text: answer }))
  if (entry) await done('propose an entry', proposeEntry(app, by, { id, entry }))
  if (lesson) await done('learn', learnFrom(app, by, { id, text: lesson }))
}

async function confirmOwn(app: App, id: string): Promise<void> {
  const enquiry = found(await app.read('everything', (tx) => findEnquiry(tx, id)), 'nobody wrote')
  await done('confirm', confirmEnquiry(app, visitor, { token: confirmationToken(app, enquiry) }))
}

/** The accessibility statement in the department’s own words, twice. */
function pageActs(app: App, { administrator, program }: WaterwaysStaff): Act[] {
  const common = defaultWords('accessibility')
  const first = withMore(common, {
    en: '## By telephone {#telephone}\n\nIf writing is the barrier, call the program team at 613-555-0100 on business days. We write your question down with you.',
    fr: '## Par téléphone {#telephone}\n\nSi l’écrit est l’obstacle, appelez l’équipe du programme au 613-555-0100 les jours ouvrables. Nous noterons la question avec vous.',
  })
  const second = withMore(first, {
    en: '\nA relay service may call for you.',
    fr: '\nUn service de relais peut appeler en votre nom.',
  })
  const publish = async (by: Staff, words: Words, note: string, language: Language) => {
    const seen = await done('save', saveDraft(app, by, { page: 'accessibility', ...words, seen: 0 }))
    await done('publish', publishDraft(app, by, { page: 'accessibility', seen, note, language }))
  }
  return [
    {
      ...{ day: -40, clock: '10:10' },
      does: () => publish(administrator, first, 'A way to reach us without writing', 'en'),
    },
    { ...{ day: -15, clock: '10:10' }, does: () => publish(program, second, 'Relay services, after a question', 'en') },
  ]
}

const withMore = ({ text, ...words }: Words, more: Text): Words => ({
  ...words,
  text: { en: `${text.en.trimEnd()}\n\n${more.en}`, fr: `${text.fr.trimEnd()}\n\n${more.fr}` },
})

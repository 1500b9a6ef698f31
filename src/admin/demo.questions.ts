import { visitor } from '../accounts/rules.ts'
import { done } from '../measures/settling.ts'
import type { Language, Text } from '../platform/i18n.ts'
import type { ClockTime } from '../platform/time.ts'
import { declineQuestion, draftAnswer, linkQuestion, publishAnswer } from '../questions/commands.answering.ts'
import { askQuestion, confirmationToken, confirmQuestion } from '../questions/commands.ts'
import type { Said } from '../questions/rules.ts'
import type { DemoFile } from './demo.stage.ts'

/** An act of the demonstration: on which business day from today, and what it does. */
type QuestionAct = { readonly day: number; readonly clock: ClockTime; readonly does: () => Promise<void> }

/** Questions in each state about the two open files: answered, with an amendment, asked before, declined, handed over, waiting. */
export function demoQuestions(files: readonly DemoFile[]): QuestionAct[] {
  const asked = new Map<string, string>()
  const idOf = (name: string): string => asked.get(name) ?? ''
  const fileOf = (key: string): DemoFile => {
    const file = files.find(({ planned }) => planned.key === key)
    if (!file) throw new Error(`the demonstration has no file ${key}`)
    return file
  }
  const ask =
    (key: string, name: string, words: string, language: Language, email = 'reader3@readers.example') =>
    async () => {
      const { app, slug } = fileOf(key)
      const question = await done('ask', askQuestion(app, visitor, { slug, words, email, language }))
      await done('confirm the question', confirmQuestion(app, { token: confirmationToken(app, question) }))
      asked.set(name, question.id)
    }
  const publish =
    (key: string, name: string, said: Said, amendment: number | null = null) =>
    async () => {
      const { app, staff, id } = fileOf(key)
      await done('publish', publishAnswer(app, staff.program, { id, questionId: idOf(name), said, seen: 1, amendment }))
    }
  return [
    { day: -3, clock: '10:12', does: ask('ead3', 'firm', firm.asked, 'en', 'ada.brown@studio.example') },
    { day: -3, clock: '13:40', does: ask('ead3', 'spreadsheet', spreadsheet.said.question.fr, 'fr') },
    { day: -2, clock: '09:35', does: publish('ead3', 'firm', firm.said) },
    {
      day: -2,
      clock: '11:05',
      does: ask('ead3', 'again', 'Do we have to replace the spreadsheet?', 'en', 'second@readers.example'),
    },
    {
      day: -2,
      clock: '14:20',
      does: ask('ead3', 'count', 'Combien de personnes ont postulé jusqu’ici?', 'fr', 'tiers@readers.example'),
    },
    { day: -1, clock: '09:50', does: decline('count') },
    { day: -1, clock: '11:15', does: ask('keyboard-trap', 'third', 'Which version of the third browser?', 'en') },
    { day: -1, clock: '14:10', does: handOver('third') },
    {
      day: -1,
      clock: '13:30',
      does: ask('ead3', 'schema', 'Quelle version du schéma EAD3 faut-il viser?', 'fr', 'quatre@readers.example'),
    },
    { day: -1, clock: '15:40', does: publish('ead3', 'spreadsheet', spreadsheet.said, 1) },
    { day: -1, clock: '15:45', does: link('again', 'spreadsheet') },
  ]

  function decline(name: string) {
    return async () => {
      const { app, staff, id } = fileOf('ead3')
      const because = 'confidential'
      const input = { id, questionId: idOf(name), because, explanation: '' } as const
      await done('decline', declineQuestion(app, staff.program2, input))
    }
  }
  function link(name: string, other: string) {
    return async () => {
      const { app, staff, id } = fileOf('ead3')
      await done('link', linkQuestion(app, staff.program, { id, questionId: idOf(name), of: idOf(other) }))
    }
  }
  function handOver(name: string) {
    return async () => {
      const { app, staff, id } = fileOf('keyboard-trap')
      const said = { question: { en: '', fr: '' }, answer: { en: 'The two versions before the newest one.', fr: '' } }
      const input = { id, questionId: idOf(name), said, seen: 1, hands: true }
      await done('hand over', draftAnswer(app, staff.client, input))
    }
  }
}

const text = (en: string, fr: string): Text => ({ en, fr })

const firm = {
  asked: 'My name is Ada Brown. Two of us would share the work: may two people apply as one supplier?',
  said: {
    question: text(
      'Two of us would share the work: may two people apply as one supplier?',
      'Nous serions deux à faire le travail\u00a0: deux personnes peuvent-elles postuler ensemble comme un seul fournisseur?',
    ),
    answer: text(
      'Yes. One of you signs as the supplier and invoices; how you share the work is up to you.',
      'Oui. L’une des deux signe comme fournisseur et envoie la facture; vous partagez le travail comme vous l’entendez.',
    ),
  },
}
const spreadsheet = {
  said: {
    question: text(
      'Does the spreadsheet stay, or must the program replace it?',
      'Le chiffrier demeure-t-il, ou le programme doit-il le remplacer?',
    ),
    answer: text(
      'It stays: the archivists keep writing there. The notice now says so.',
      'Il demeure\u00a0: les archivistes continuent d’y écrire. L’avis le précise désormais.',
    ),
  },
}

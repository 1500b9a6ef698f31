import { type Email, email } from '../platform/mail.ts'
import { type About, letter, sample } from './emails.ts'

/** To procurement: one page, one decision. */
export const amendmentToDecideEmail: Email<About> = email(
  'opportunity.amendment_to_decide',
  sample,
  (facts, language) =>
    letter(
      {
        subject: { en: 'Amendment to decide on:', fr: 'Modification à approuver\u00a0:' },
        body: {
          en: 'An amendment of this notice changes what you approved. Until you decide, the notice stays as it is; closing does not wait.',
          fr: 'Une modification de cet avis touche à ce que vous avez approuvé. D’ici votre décision, l’avis reste tel quel; la clôture n’attend pas.',
        },
        label: { en: 'Read and decide', fr: 'Lire et décider' },
      },
      facts,
      language,
    ),
)

export const amendmentReturnedEmail: Email<About & { readonly reason: string }> = email(
  'opportunity.amendment_returned',
  { ...sample, reason: 'A new criterion would change what people have already answered.' },
  (facts, language) =>
    letter(
      {
        subject: { en: 'Amendment sent back:', fr: 'Modification retournée\u00a0:' },
        body: {
          en: 'Procurement sent the amendment back, with this reason. The notice stays as it is:',
          fr: 'L’approvisionnement a retourné la modification, pour le motif suivant. L’avis reste tel quel\u00a0:',
        },
        label: { en: 'Change the amendment', fr: 'Revoir la modification' },
      },
      facts,
      language,
      [facts.reason],
    ),
)

export const amendmentEmails: readonly Email[] = [amendmentToDecideEmail, amendmentReturnedEmail]

import { type Email, email } from '../platform/mail.ts'

/** The outbox keeps the id; the job that sends the letter adds the code that follows from it. */
type CodeFacts = { readonly codeId: string; readonly code?: string }

export const signInCode: Email<CodeFacts> = email(
  'accounts.sign_in_code',
  { codeId: '0198a3c0-0000-7000-8000-000000000000', code: '482913' },
  ({ code = '' }, language) => {
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
    return language === 'en'
      ? {
          subject: `Your sign-in code: ${spaced}`,
          preheader: 'It works for ten minutes, in the browser where you asked for it.',
          paragraphs: [
            `Your code is ${spaced}.`,
            'Type it on the page where you asked for it. It works for ten minutes, once, and in that browser only.',
            'If you did not ask for a code, ignore this message: nobody can sign in without it. We never ask for your code by telephone or e-mail.',
          ],
        }
      : {
          subject: `Votre code de connexion\u00a0: ${spaced}`,
          preheader: 'Il est valable dix minutes, dans le navigateur où vous l’avez demandé.',
          paragraphs: [
            `Votre code est ${spaced}.`,
            'Saisissez-le à la page où vous l’avez demandé. Il est valable dix minutes, une seule fois, et dans ce navigateur seulement.',
            'Si vous n’avez pas demandé de code, ne tenez pas compte de ce message\u00a0: personne ne peut se connecter sans le code. Nous ne demandons jamais votre code par téléphone ni par courriel.',
          ],
        }
  },
)

export const accountEmails = [signInCode]

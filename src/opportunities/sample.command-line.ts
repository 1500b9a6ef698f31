import type { App } from '../platform/app.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { isLanguage } from '../platform/i18n.ts'
import { drawnAgain } from './sample.ts'
import { drawsOnRecord } from './store.sample.ts'

/** `sample verify`: draws every submitted statement again; 0 when all come out as recorded, 1 when one does not, 2 when wrongly asked. */
export async function sampleCommand(
  { worker }: { readonly worker: App },
  words: readonly string[],
  { out, err }: { out: (text: string) => void; err: (text: string) => void },
): Promise<number> {
  const asked = parse(words)
  if (!asked) {
    err(`${texts.help.en}\n${texts.help.fr}`)
    return 2
  }
  const { language } = asked
  if (asked.help) {
    out(texts.help[language])
    return 0
  }
  const draws = await worker.read('everything', drawsOnRecord)
  const again = draws.map((draw) => ({ ...draw, now: drawnAgain(worker.keys.draft, draw.key, draw) }))
  const lost = again.filter(({ now }) => now === undefined)
  const wrong = again.filter(({ now, drawn }) => now !== undefined && now !== drawn)
  out(texts.said(draws.length - lost.length - wrong.length, lost.length)[language])
  for (const { number, at } of wrong) out(texts.wrong(number, at.toISOString())[language])
  return wrong.length === 0 ? 0 : 1
}

function parse(words: readonly string[]): { help: boolean; language: Language } | undefined {
  const at = words.indexOf('--language')
  const named = at < 0 ? 'en' : words[at + 1]
  if (!isLanguage(named)) return undefined
  const rest = at < 0 ? words : words.toSpliced(at, 2)
  if (rest.length === 0 || rest[0] === '--help') return { help: true, language: named }
  return rest.length === 1 && rest[0] === 'verify' ? { help: false, language: named } : undefined
}

const texts = {
  help: {
    en: `bin/opportune sample verify [--language en|fr]

Draws every statement that was submitted again, under the key that is not in the database, and compares with the record:
where the policy has procurement approve a sample, nobody chose which statements fell in it.

Exit codes: 0 all as recorded, 1 one is not, 2 wrongly asked.
`,
    fr: `bin/opportune sample verify [--language en|fr]

Tire de nouveau chaque énoncé soumis, avec la clé qui n’est pas dans la base de données, et compare au registre\u00a0: là où
la politique fait approuver un échantillon par l’approvisionnement, personne n’a choisi les énoncés qui en font partie.

Codes de sortie\u00a0: 0 tout est conforme, 1 un tirage ne l’est pas, 2 demande incorrecte.
`,
  },
  said: (same: number, lost: number): Text => ({
    en: `Drawn as recorded: ${same}. Under a key that is no longer here: ${lost}.\n`,
    fr: `Tirages conformes au registre\u00a0: ${same}. Sous une clé qui n’est plus ici\u00a0: ${lost}.\n`,
  }),
  wrong: (number: string, at: string): Text => ({
    en: `${number}, submitted at ${at}: the draw is not the one recorded.\n`,
    fr: `${number}, soumis à ${at}\u00a0: le tirage n’est pas celui du registre.\n`,
  }),
}

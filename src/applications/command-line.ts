import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { scopeOf, system } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { importSubmissions } from './commands.forms.ts'
import { type Mapping, mappingShape } from './gcForms.mapping.ts'
import { type FormKey, formKeyShape } from './gcForms.wire.ts'
import { findMapping, putMapping } from './store.forms.ts'
import { findPosted } from './store.ts'
import { importRefusals, notTakenTexts } from './texts.forms.ts'

type Say = { out: (text: string) => void; err: (text: string) => void }

const service = {
  api: 'https://api.forms-formulaires.alpha.canada.ca/v1',
  identity: 'https://auth.forms-formulaires.alpha.canada.ca',
  project: '284778202772022819',
}

/**
 * `bin/opportune forms import`: takes the submissions of a department's GC Forms form over. It never says how many there
 * are. Exit codes: 0 all taken over, 1 some refused or nothing done, 2 wrongly asked.
 */
export async function formsCommand({ web }: { web: App }, words: readonly string[], say: Say): Promise<number> {
  const asked = wordsIn(words)
  if (words.includes('--help')) {
    say.out(help)
    return 0
  }
  const { slug, keyFile } = asked ?? {}
  const key = keyFile === undefined ? undefined : fileOf(keyFile, formKeyShape)
  if (!asked || slug === undefined || keyFile === undefined) {
    say.err(help)
    return 2
  }
  if (!key) return refused(say, `${keyFile}: not the key file of a form. / Pas un fichier de clé de formulaire.`)
  const mapping = await mappingFor(web, slug, key, asked.mappingFile)
  if (mapping === 'missing') return refused(say, mappingMissing)
  if (mapping === 'unknown')
    return refused(say, `${importRefusals.unknown_opportunity.en} / ${importRefusals.unknown_opportunity.fr}`)

  const done = await importSubmissions(web, { ...asked.service, fetch }, { slug, key, mapping })
  if (!done.ok) {
    const { en, fr } = importRefusals[done.because]
    say.err(`${en} / ${fr}\n`)
    return 1
  }
  for (const { name, because, fields } of done.value.refused) {
    const { en, fr } = notTakenTexts[because]
    say.out(`${name}: ${en} / ${fr}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}\n`)
  }
  for (const name of done.value.untold)
    say.out(`${name}: GC Forms was not told; import again. / Formulaires GC n’a pas été avisé; importez de nouveau.\n`)
  say.out('Done. What is not named above is taken over. / Terminé. Ce qui n’est pas nommé ci-dessus est repris.\n')
  return done.value.refused.length + done.value.untold.length > 0 ? 1 : 0
}

type Asked = {
  readonly slug: string | undefined
  readonly keyFile: string | undefined
  readonly mappingFile: string | undefined
  readonly service: { api: string; identity: string; project: string }
}

function wordsIn(words: readonly string[]): Asked | undefined {
  const text = { type: 'string' } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...{ opportunity: text, key: text, mapping: text, api: text, identity: text, project: text },
        help: { type: 'boolean' },
      },
    })
    const {
      opportunity,
      key,
      mapping,
      api = service.api,
      identity = service.identity,
      project = service.project,
    } = values
    if (positionals.join(' ') !== 'import' || ![api, identity].every(isService)) return undefined
    return { slug: opportunity, keyFile: key, mappingFile: mapping, service: { api, identity, project } }
  } catch {
    return undefined // words that the command does not know: the help says which it knows
  }
}

/** Over the network only encrypted; a stand-in on this machine may do without. */
const isService = (address: string): boolean =>
  /^https:\/\/[\w.-]+(?:\/[\w.-]+)*$|^http:\/\/127\.0\.0\.1:\d+$/.test(address)

/** A mapping that is given is kept with the opportunity, and used again when none is given. */
function mappingFor(
  app: App,
  slug: string,
  { formId }: FormKey,
  file: string | undefined,
): Promise<Mapping | 'missing' | 'unknown'> {
  return app.transaction(scopeOf(system), async (tx) => {
    const posted = await findPosted(tx, { slug })
    if (!posted) return 'unknown'
    if (file === undefined) {
      const saved = await findMapping(tx, posted.id)
      return (saved && mappingShape.safeParse(JSON.parse(saved.mapping)).data) ?? 'missing'
    }
    const mapping = fileOf(file, mappingShape)
    if (!mapping || mapping.answers.length !== posted.criteria.length) return 'missing'
    const on = { opportunityId: posted.id, departmentId: posted.departmentId }
    await putMapping(tx, on, { formId, mapping: JSON.stringify(mapping) }, await tx.now())
    return mapping
  })
}

function fileOf<S extends z.ZodType>(file: string, shape: S): z.output<S> | undefined {
  try {
    return shape.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined // no such file, or not JSON: the caller says which was asked for
  }
}

function refused({ err }: Say, sentence: string): number {
  err(`${sentence}\n`)
  return 2
}

const mappingMissing =
  'Give --mapping FILE: which question of the form answers which of ours, one for each criterion. See --help. / ' +
  'Donnez --mapping FICHIER\u00a0: quelle question du formulaire répond à laquelle des nôtres, une par critère. Voir --help.'

const help = `bin/opportune forms import --opportunity SLUG --key FILE [--mapping FILE]

Takes the submissions of a department's own GC Forms form over as sealed applications: fetches the new ones, decrypts
them with the key file of the form, checks them, seals them, and then confirms them, which removes them there. Only
before closing; each submission once. What is refused is listed with the reason; what cannot be read is reported there.
Reprend les envois du formulaire GC d’un ministère comme candidatures scellées, avant la clôture seulement.

  --mapping FILE    JSON, kept with the opportunity: {"language": "en", "answers": ["5", "6"], "legalName": "1",
                    "workerName": "2", "signatoryName": "3", "email": "4", "operatingName": "7", "affiliates": "8",
                    "repositories": "9", "publicService": {"question": "10", "values": {"No": "no", "Yes": "yes"}},
                    "agreed": {"bind": {"question": "11", "values": {"I agree": "yes"}}, "eligible": …, "only": …,
                    "agree": …}}: numbers are those of the form's questions.
  --api, --identity, --project    another installation of GC Forms
`

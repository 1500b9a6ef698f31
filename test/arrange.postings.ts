import { createHash } from 'node:crypto'
import { type Notice, noticeText, type PublicStatus } from '../src/opportunities/notice.ts'
import { day } from '../src/platform/day.ts'
import type { Database } from '../src/platform/db.ts'
import type { Text } from '../src/platform/i18n.ts'
import { cents } from '../src/platform/money.ts'
import { dayOf } from '../src/platform/time.ts'
import { chanceFrom } from './chance.ts'

/** A posting as the public reads it, without the acts that lead there. */
export type Planted = {
  readonly notice: Notice
  readonly status: PublicStatus
  readonly winnerName: string | null
  readonly repositoryUrl: string | null
  readonly paidDays: number | null
}

const DAY_IN_MS = 86_400_000
const BATCH = 500

/** Writes many postings in one go. */
export async function plantPostings(app: Pick<Database, 'transaction'>, postings: readonly Planted[]): Promise<void> {
  for (let from = 0; from < postings.length; from += BATCH)
    await app.transaction('everything', async (tx) => {
      const updatedAt = await tx.now()
      const rows = postings.slice(from, from + BATCH).map(({ notice, ...said }) => {
        const { opportunityId, slug, number, department, title, teaser, price, publishedAt, closesAt } = notice
        const { zone: timeZone, simulated } = notice
        const settled = said.status === 'awarded' || said.status === 'delivered' ? closesAt : null
        return {
          ...{ ...said, opportunityId, slug, number, publishedAt, closesAt, timeZone, simulated, updatedAt },
          ...{ departmentCode: department.code, departmentEn: department.name.en, departmentFr: department.name.fr },
          ...{ titleEn: title.en, titleFr: title.fr, teaserEn: teaser.en, teaserFr: teaser.fr, priceCents: price },
          ...{ notice: noticeText(notice), awardedAt: settled },
          deliveredAt: said.status === 'delivered' ? settled : null,
        }
      })
      await tx.insertInto('publication.opportunities').values(rows).execute()
    })
}

/** So many open ones, closing one after the other from tomorrow on, and so many that are over; the same at each run. */
export const somePostings = ({ open, over, now }: { open: number; over: number; now: Date }): Planted[] => [
  ...Array.from({ length: open }, (_, at) =>
    planted(at, { status: 'open', closesAt: new Date(now.getTime() + DAY_IN_MS + (at * 20 * DAY_IN_MS) / open) }),
  ),
  ...Array.from({ length: over }, (_, place) => {
    const status = ends[place % ends.length] ?? 'delivered'
    return planted(open + place, { status, closesAt: new Date(now.getTime() - DAY_IN_MS - place * (DAY_IN_MS / 24)) })
  }),
]

const ends = [
  ...(['delivered', 'delivered', 'delivered', 'awarded', 'closed', 'unsuccessful'] as const),
  ...(['withdrawn', 'ended_without_delivery'] as const),
]

/** One posting whose words follow from its place: a sum of digests takes the place of chance. */
export function planted(
  at: number,
  { status, closesAt, ...changed }: { status: PublicStatus; closesAt: Date } & Partial<Notice>,
): Planted {
  const chance = chanceFrom(`posting ${at}`)
  const pick = <Thing>(from: readonly Thing[]): Thing => from[Math.floor(chance() * from.length)] as Thing
  const [verb, part, thing] = [pick(verbs), pick(parts), pick(things)]
  const title = both((each) => `${verb[each]} ${part[each]} ${thing[each]} ${at + 1}`)
  const sentences = (count: number) => {
    const chosen = Array.from({ length: count }, () => pick(words))
    return both((each) => chosen.map((word) => word[each]).join(' '))
  }
  const publishedAt = new Date(closesAt.getTime() - 14 * DAY_IN_MS)
  const place = (at + 1).toString().padStart(5, '0')
  const department = pick(departments)
  const skillsOfIt = [pick(skills), pick(skills)]
  const repositoryUrl = `https://example.org/${department.code.toLowerCase()}/work-${at + 1}`
  const won = status === 'awarded' || status === 'delivered'
  const notice: Notice = {
    ...{ version: 1, opportunityId: idOf(`posting ${at}`), slug: `posting-${at + 1}`, number: `2026-${place}` },
    ...{ posting: 1, department, zone: 'America/Toronto', title, team: pick(teams) },
    teaser: sentences(28),
    ...{ background: sentences(60), work: sentences(120) },
    skills: skillsOfIt.filter((skill, index) => skillsOfIt.indexOf(skill) === index),
    workCriteria: [sentences(12), sentences(14), sentences(10)],
    applicationCriteria: [sentences(12), sentences(9)],
    provisions: [],
    licence: pick(['MIT', 'Apache-2.0', 'GPL-3.0-or-later']),
    repository: { kind: 'department', url: repositoryUrl },
    hasInterface: true,
    price: cents(50_000 + Math.floor(chance() * 81_900) * 10),
    ...{ hours: 60, adminHours: 10, publishedAt, closesAt },
    questionsUntil: new Date(closesAt.getTime() - 2 * DAY_IN_MS),
    selectionDay: dayOf(new Date(closesAt.getTime() + 2 * DAY_IN_MS), 'America/Toronto'),
    deliveryDay: day('2027-03-31'),
    paymentDays: 7,
    paymentMethods: ['card-terminal', 'paypal'],
    ...{ amendments: [], ended: null, simulated: true },
    ...changed,
  }
  return {
    ...{ notice, status },
    winnerName: won ? `Atelier ${pick(things).fr} ${at + 1}` : null,
    repositoryUrl: won ? repositoryUrl : null,
    paidDays: status === 'delivered' ? 2 + Math.floor(chance() * 8) : null,
  }
}

const both = (say: (language: 'en' | 'fr') => string): Text => ({ en: say('en'), fr: say('fr') })
const pairs = (list: string): Text[] =>
  list.split(' · ').map((pair) => {
    const [en = '', fr = en] = pair.split('|')
    return { en, fr }
  })

const verbs = pairs(
  'Fix|Corriger · Extend|Étendre · Document|Documenter · Test|Tester · Speed up|Accélérer · Translate|Traduire · Audit|Vérifier · Replace|Remplacer',
)
const parts = pairs(
  'the keyboard support of|la navigation au clavier · the export of|l’exportation · the cache of|le cache · the search of|la recherche · the colours of|les couleurs · the time zones of|les fuseaux horaires · the printing of|l’impression · the evaluation of|l’évaluation',
)
const things = pairs(
  'the date picker|du calendrier · the licence form|du formulaire de permis · the tide tables|des tables de marées · the trail map|de la carte des sentiers · the report builder|du générateur de rapports · the archive viewer|de la visionneuse d’archives · the ice charts|des cartes de glaces · the login page|de la page de connexion',
)
const teams = pairs(
  'Licensing|Permis · Field tools|Outils de terrain · Description|Description · Navigation|Navigation',
)
const skills = pairs(
  'TypeScript · Python · SQL · Accessibility|Accessibilité · C++ · C# · Java · CSS · Automated testing|Tests automatisés · Mapping|Cartographie · R · Docker',
)
const words = pairs(
  'boat|bateau · permit|permis · river|rivière · lock|écluse · canal|canal · user|utilisateur · page|page · form|formulaire · table|tableau · data|données · value|valeur · error|erreur · check|vérification · list|liste · view|vue · state|état · field|champ · date|date · assessment|évaluation · forest|forêt · ice|glace · height|hauteur · translation|traduction · calendar|calendrier · keyboard|clavier · reader|lecteur · screen|écran · repository|dépôt · source|source · licence|licence · student|élève · summer|été · winter|hiver · crossing|traversée · shipping|expédition · weather|météo · station|station · sensor|capteur · number|nombre · measure|mesure · report|rapport · archive|archive · picture|image · caption|légende · language|langue · sentence|phrase · word|mot · letter|lettre · colour|couleur · contrast|contraste · focus|focus · button|bouton · link|lien · menu|menu · search|recherche · result|résultat · order|ordre · filter|filtre · window|fenêtre · network|réseau · connection|connexion · speed|vitesse · memory|mémoire · storage|stockage · copy|copie · backup|sauvegarde · version|version',
)

const named = (code: string, en: string, fr: string) => ({
  ...{ code, name: { en, fr }, mailbox: `${code.toLowerCase()}@example.ca` },
})
const departments = [
  named('DW', 'Department of Waterways', 'Ministère des Voies navigables'),
  named('WIS', 'Weather and Ice Service', 'Service de la météo et des glaces'),
  named('ARC', 'Archives Service', 'Service des archives'),
  named('TR', 'Trails Agency', 'Agence des sentiers'),
]

const idOf = (seed: string): string =>
  createHash('sha256')
    .update(seed)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-7$3-8$4-$5')

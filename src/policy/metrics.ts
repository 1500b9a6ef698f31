import type { Text } from '../platform/i18n.ts'

/** `accounts` is one figure for each account of a social network; `messages` one for each message sent. */
export type MetricFormat = 'count' | 'share' | 'money' | 'hours' | 'accounts' | 'messages'

export type Metric = {
  readonly id: string
  /** As in the plan of the pilot: a share of one, a number, or a bound in words; null when there is no target. */
  readonly target: number | string | null
  readonly targetName: Text
  readonly format: MetricFormat
  readonly name: Text
}
export type MetricPart = { readonly part: string; readonly name: Text; readonly metrics: readonly Metric[] }
export type MetricGroup = { readonly question: Text; readonly parts: readonly MetricPart[] }

const noTarget: Text = { en: 'No target', fr: 'Aucune cible' }
const over = (number: string): Text => ({ en: `More than ${number}`, fr: `Plus de ${number}` })
const overPerOpportunity: Text = { en: 'More than 1 per opportunity', fr: 'Plus de 1 par occasion' }
const percent = (number: string): Text => ({ en: `${number}%`, fr: `${number}\u00a0%` })
const ten: Text = { en: '10', fr: '10' }

/** The measures of section 3 of the pilot's closeout report, with its targets and its order. */
export const metricGroups = [
  {
    question: { en: 'Is this a service that people want?', fr: 'Ce service répond-il à un besoin?' },
    parts: [
      {
        part: 'Demand from suppliers',
        name: { en: 'Demand from suppliers', fr: 'Demande des fournisseurs' },
        metrics: [
          metric(
            'applications-per-opportunity',
            '> 1 per opportunity',
            overPerOpportunity,
            'count',
            'Applications per opportunity',
            'Candidatures par occasion',
          ),
          metric(
            'unique-suppliers',
            '> 10',
            over('10'),
            'count',
            'Different suppliers who applied',
            'Fournisseurs distincts ayant postulé',
          ),
          metric(
            'followers',
            '> 100',
            over('100'),
            'accounts',
            'Subscribers and followers',
            'Abonnements à la liste et aux comptes',
          ),
          metric(
            'shares-per-opportunity',
            '> 1 per opportunity',
            overPerOpportunity,
            'messages',
            'Times our messages were shared',
            'Partages de nos messages',
          ),
        ],
      },
      {
        part: 'Demand from clients',
        name: { en: 'Demand from clients', fr: 'Demande des clients' },
        metrics: [
          metric('requests', null, noTarget, 'count', 'Requests received', 'Demandes reçues'),
          metric(
            'requests-meeting-criteria',
            null,
            noTarget,
            'share',
            'Requests that meet the criteria',
            'Demandes conformes aux critères',
          ),
          metric('opportunities-posted', 10, ten, 'count', 'Opportunities posted', 'Occasions affichées'),
        ],
      },
      {
        part: 'Success as a procurement vehicle',
        name: { en: 'Success as a way to buy', fr: 'Réussite comme mode d’achat' },
        metrics: [
          metric(
            'terms-signed-share',
            1.0,
            percent('100'),
            'share',
            'Opportunities where a supplier was chosen and signed the terms',
            'Occasions où le fournisseur retenu a signé les conditions',
          ),
          metric(
            'delivered-share',
            1.0,
            percent('100'),
            'share',
            'Posted opportunities whose work was delivered',
            'Occasions affichées dont le travail a été livré',
          ),
          metric(
            'clients-would-reuse-share',
            0.8,
            percent('80'),
            'share',
            'Clients who would buy this way again',
            'Clients qui achèteraient de nouveau ainsi',
          ),
          metric(
            'suppliers-would-rebid-share',
            0.7,
            percent('70'),
            'share',
            'Suppliers who would apply again',
            'Fournisseurs qui postuleraient de nouveau',
          ),
          metric(
            'flagged-splitting-share',
            0.0,
            percent('0'),
            'share',
            'Opportunities found to split a contract',
            'Occasions où un fractionnement de contrat a été constaté',
          ),
          metric(
            'total-value',
            null,
            noTarget,
            'money',
            'Value of all purchases awarded, before tax',
            'Valeur de tous les achats attribués, avant taxes',
          ),
        ],
      },
    ],
  },
  {
    question: { en: 'Have we met our goals?', fr: 'Avons-nous atteint nos buts?' },
    parts: [
      {
        part: 'Access to developers who would not normally bid',
        name: {
          en: 'Access to developers who would not normally bid',
          fr: 'Accès à des développeuses et développeurs qui ne soumissionnent pas d’ordinaire',
        },
        metrics: [
          metric(
            'winners-new-to-government-share',
            0.8,
            percent('80'),
            'share',
            'Chosen suppliers new to the government',
            'Fournisseurs retenus qui n’avaient jamais travaillé pour l’État',
          ),
          metric(
            'applicants-new-to-government-share',
            0.8,
            percent('80'),
            'share',
            'Applicants new to the government',
            'Fournisseurs ayant postulé qui n’avaient jamais travaillé pour l’État',
          ),
          metric(
            'winners-outside-ncr-share',
            0.8,
            percent('80'),
            'share',
            'Chosen suppliers outside the National Capital Region',
            'Fournisseurs retenus hors de la région de la capitale nationale',
          ),
          metric(
            'winners-under-represented-share',
            0.8,
            percent('80'),
            'share',
            'Chosen suppliers from under-represented groups',
            'Fournisseurs retenus issus de groupes sous-représentés',
          ),
          metric(
            'winners-small-or-freelance-share',
            0.8,
            percent('80'),
            'share',
            'Chosen suppliers that are small firms or freelancers',
            'Fournisseurs retenus qui sont de petites entreprises ou des pigistes',
          ),
        ],
      },
      {
        part: 'Working in the open',
        name: { en: 'Working in the open', fr: 'Travail au grand jour' },
        metrics: [
          metric('new-repositories', '> 5', over('5'), 'count', 'New public repositories', 'Nouveaux dépôts publics'),
          metric(
            'open-resource-entries',
            10,
            ten,
            'count',
            'New entries in the open resource exchange',
            'Nouvelles fiches dans l’échange de ressources ouvertes',
          ),
          metric('forks', '> 1', over('1'), 'count', 'Times the code was forked', 'Bifurcations du code'),
        ],
      },
      {
        part: 'Less work for procurement officers',
        name: { en: 'Less work for procurement officers', fr: 'Moins de travail pour l’approvisionnement' },
        metrics: [
          metric(
            'officer-hours-saved',
            '> 5 h per procurement',
            { en: 'More than 5 hours per procurement', fr: 'Plus de 5 heures par achat' },
            'hours',
            'Hours saved for procurement officers per procurement',
            'Heures épargnées à l’approvisionnement par achat',
          ),
        ],
      },
      {
        part: 'Agile capability',
        name: { en: 'Agile ways of working', fr: 'Méthodes agiles' },
        metrics: [
          metric(
            'stories',
            '> 1 story',
            { en: 'More than 1 story', fr: 'Plus de 1 récit' },
            'count',
            'Stories told by clients',
            'Récits de clients',
          ),
        ],
      },
      {
        part: 'Speed of payment',
        name: { en: 'Speed of payment', fr: 'Rapidité du paiement' },
        metrics: [
          metric(
            'time-to-pay-decrease',
            0.5,
            { en: '50% less time', fr: '50\u00a0% de temps en moins' },
            'share',
            'Decrease in the time to pay suppliers',
            'Réduction du délai de paiement des fournisseurs',
          ),
        ],
      },
    ],
  },
] as const satisfies readonly MetricGroup[]

type NamedMetric = (typeof metricGroups)[number]['parts'][number]['metrics'][number]
export type MetricId = NamedMetric['id']

/** All measures in their order. */
export const metrics: readonly NamedMetric[] = metricGroups.flatMap(({ parts }) =>
  parts.flatMap((part): readonly NamedMetric[] => part.metrics),
)
export const isMetricId = (text: string): text is MetricId => metrics.some(({ id }) => id === text)

function metric<const Id extends string>(
  id: Id,
  target: number | string | null,
  targetName: Text,
  format: MetricFormat,
  en: string,
  fr: string,
): Metric & { readonly id: Id } {
  return { id, target, targetName, format, name: { en, fr } }
}

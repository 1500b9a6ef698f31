import { placesOf } from './rules.numbers.ts'
import type { Mark } from './rules.ts'

/** Addresses of a network of one’s own: RFC 1918, RFC 6598, RFC 4193, link-local, loopback. */
export const addresses = (text: string): Mark[] => [
  ...placesOf(text, 'private_address', /(?<![\w.:-])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g, (found, at) => {
    return isPrivate(found) && !/(?:version|v\.?|release) ?$/i.test(text.slice(Math.max(0, at - 9), at))
  }),
  ...placesOf(
    text,
    'private_address',
    /(?<![\w:.])(?:f[cd][0-9a-f]{2}|fe[89ab][0-9a-f])(?::[0-9a-f]{0,4}){1,7}(?![\w:])/gi,
    (found) => found.includes('::') || found.split(':').length === 8,
  ),
  ...placesOf(text, 'private_address', /(?<![\w:.])::1(?![\w:]|\.\w)/g),
]

function isPrivate(address: string): boolean {
  const [a = 0, b = 0, ...rest] = address.split('.').map(Number)
  if ([a, b, ...rest].some((part) => part > 255)) return false
  return (
    a === 10 ||
    a === 127 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127)
  )
}

/** Names that only a network of one’s own knows: by their ending, by the word intranet, by having no dot, by sharing a folder. */
export const hosts = (text: string): Mark[] => [
  ...placesOf(
    text,
    'private_host',
    /(?<![\w.@/-])(?:https?:\/\/)?(?<mark>(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,6}(?:local|localdomain|internal|intranet|intra|corp|lan|prv|home\.arpa))(?![\w-]|\.\w|\()/gi,
  ),
  ...placesOf(
    text,
    'private_host',
    /(?<![\w.@-])(?:intranet|intra|gcintranet)\.[a-z0-9-]{2,63}(?:\.[a-z]{2,10}){1,3}(?![\w-]|\.\w)/gi,
  ),
  ...placesOf(
    text,
    'private_host',
    /(?<![\w.@-])(?:www\.)?(?:gcpedia|gcconnex|gcintranet|gcxgce)\.gc\.ca(?![\w-]|\.\w)/gi,
  ),
  ...placesOf(
    text,
    'private_host',
    /(?<!\w)(?:https?|ftp|ssh|ldaps?):\/\/(?<mark>[a-z0-9][a-z0-9-]{0,62})(?=[:/\s)\],;»"]|$)/gi,
  ),
  ...placesOf(text, 'private_host', /(?<![\w.-])localhost:\d{2,5}(?!\d)/gi),
  ...placesOf(text, 'private_host', /(?<![\w\\])\\\\[a-z0-9][a-z0-9.-]{0,62}\\[\w$.-]{1,80}/gi),
]

/** Addresses of persons. A mailbox of a team, and the names kept for examples, are nobody’s own. */
export const emails = (text: string): Mark[] => [
  ...placesOf(
    text,
    'personal_email',
    /(?<![\w.+%'’-])[\p{L}\d][\p{L}\d._%+'’-]{0,63}@(?:[\p{L}\d](?:[\p{L}\d-]{0,62})\.){1,5}\p{L}{2,24}(?![\p{L}\d-])/gu,
    (found) => isPersonal(found),
  ),
  ...placesOf(
    text,
    'personal_email',
    /(?<![\w.])[a-z\d][a-z\d._-]{1,63} ?(?:\[at\]|\(at\)|\[arobase\]|\(arobase\)|\[à\]|\(à\)) ?[a-z\d-]{2,63}(?: ?(?:\.|\[dot\]|\(dot\)|\[point\]|\(point\)) ?[a-z\d-]{2,20}){1,4}/gi,
  ),
]

function isPersonal(address: string): boolean {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  if (/(?:^|\.)(?:example\.(?:com|org|net)|[a-z0-9-]+\.(?:example|test|invalid|localhost))$/.test(domain)) return false
  const plain = local.normalize('NFD').replace(/\p{M}/gu, '')
  return !plain.split(/[._+%-]/).some((word) => generic.has(word.replace(/\d+$/, '')))
}

/** Words of mailboxes that a team reads. */
const generic = new Set(
  `abuse accessibilite accessibility achats admin administration aide alerts approvisionnement atip bonjour
  bureau careers client clients communications contact contracting contrats courriel demandes dev developers devs emplois
  enquiries equipe example exemple feedback finance finances general generale git github gitlab hello help helpdesk
  hostmaster info infos information inquiries invoices jobs legal licences licensing mail mailbox mailer media medias name
  newsletter nom noreply no-reply notifications office opensource ops page permis plaintes postmaster press presse prenom
  privacy procurement program programme project projects projet projets questions reception registrar renseignements
  reply reponse root sales secretariat securite security service services soutien staff subscribe suivi support survey
  systems team technique test ti user username utilisateur webmaster web`.split(/\s+/),
)

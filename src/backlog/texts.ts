import type { IssueRefusal } from '../platform/codeHosts.ts'
import { formatInstant } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import type { ImportKind, OutlinePart, ReadRefusal, UnmappedReason } from './rules.ts'

/** Why an issue cannot be read, and what to do about it. */
export const issueRefusals: Record<IssueRefusal, Text> = {
  not_an_issue: {
    en: 'This is not the address of an issue. It looks like https://github.com/team/repository/issues/12.',
    fr: 'Ce n’est pas l’adresse d’un ticket. Elle ressemble à https://github.com/equipe/depot/issues/12.',
  },
  host_not_allowed: {
    en: 'Issues are not read from this site. Copy the text of the issue and paste it below.',
    fr: 'Nous ne lisons pas les tickets de ce site. Copiez le texte du ticket et collez-le ci-dessous.',
  },
  is_a_change_request: {
    en: 'This is a pull or merge request: the work is done already. Give the address of the issue behind it.',
    fr: 'C’est une demande de fusion\u00a0: le travail est déjà fait. Donnez l’adresse du ticket d’origine.',
  },
  not_found: {
    en: 'No such issue, or it is not public. Copy its text and paste it below, if all of it may be public.',
    fr: 'Ce ticket n’existe pas ou n’est pas public. S’il peut être rendu public en entier, collez son texte ci-dessous.',
  },
  rate_limited: {
    en: 'The site is not answering for now. Try again later, or paste the text of the issue below.',
    fr: 'Le site ne répond plus pour le moment. Réessayez plus tard ou collez le texte du ticket ci-dessous.',
  },
  timed_out: {
    en: 'The site did not answer within five seconds. Try again, or paste the text of the issue below.',
    fr: 'Le site n’a pas répondu en cinq secondes. Réessayez ou collez le texte du ticket ci-dessous.',
  },
  too_large: {
    en: 'This issue is longer than one megabyte. Paste the part that describes the work below.',
    fr: 'Ce ticket dépasse un mégaoctet. Collez ci-dessous la partie qui décrit le travail.',
  },
  not_reachable: {
    en: 'The site cannot be reached from here. Paste the text of the issue below.',
    fr: 'Le site est inaccessible d’ici. Collez le texte du ticket ci-dessous.',
  },
  sent_elsewhere: {
    en: 'The site sends this address to another site, where issues are not read. Paste the text of the issue below.',
    fr: 'Le site renvoie cette adresse à un autre site, dont nous ne lisons pas les tickets. Collez le texte ci-dessous.',
  },
  not_understood: {
    en: 'The site gave an answer that is not an issue. Paste the text of the issue below.',
    fr: 'La réponse du site n’est pas un ticket. Collez le texte du ticket ci-dessous.',
  },
}

/** The same, with the instant from which the site answers again. */
export const limitedUntil = (until: Date, zone: string): Text => ({
  en: `The site will not answer until ${formatInstant(until, zone, 'en')}. Try again then, or paste the text of the issue below.`,
  fr: `Le site ne répondra plus avant le ${formatInstant(until, zone, 'fr')}. Réessayez ensuite ou collez le texte du ticket ci-dessous.`,
})

export const importRefusals: Record<ReadRefusal, Text> = {
  not_allowed: {
    en: 'You cannot start from this: you have no access to it, or it no longer exists.',
    fr: 'Vous ne pouvez pas partir de cette source\u00a0: vous n’y avez pas accès ou elle n’existe plus.',
  },
  too_many_reads: {
    en: 'You had many issues read in a short time. Wait a quarter of an hour, or paste the text of the issue below.',
    fr: 'Vous avez fait lire beaucoup de tickets en peu de temps. Attendez un quart d’heure ou collez le texte du ticket ci-dessous.',
  },
}

export const kindNames: Record<ImportKind, Text> = {
  github: { en: 'GitHub issue', fr: 'Ticket GitHub' },
  gitlab: { en: 'GitLab issue', fr: 'Ticket GitLab' },
  markdown: { en: 'Pasted text', fr: 'Texte collé' },
  template: { en: 'Worked template', fr: 'Modèle rédigé' },
  statement: { en: 'Earlier statement', fr: 'Énoncé antérieur' },
}

export const partNames: Record<OutlinePart | 'licence' | 'repository' | 'hours' | 'hasInterface', Text> = {
  title: { en: 'Title', fr: 'Titre' },
  teaser: { en: 'Summary', fr: 'Résumé' },
  background: { en: 'Background', fr: 'Contexte' },
  work: { en: 'The work', fr: 'Le travail' },
  skills: { en: 'Skills', fr: 'Compétences' },
  workCriteria: { en: 'Work acceptance criteria', fr: 'Critères d’acceptation du travail' },
  applicationCriteria: { en: 'Application evaluation', fr: 'Évaluation des candidatures' },
  provisions: { en: 'What you provide', fr: 'Ce que vous fournissez' },
  licence: { en: 'Licence', fr: 'Licence' },
  repository: { en: 'Repository', fr: 'Dépôt' },
  hours: { en: 'Estimated hours of work', fr: 'Heures de travail estimées' },
  hasInterface: { en: 'User interface', fr: 'Interface utilisateur' },
}

export const unmappedNames: Record<UnmappedReason, Text> = {
  workflow_label: {
    en: 'A label or tag about how your team works, not about the work.',
    fr: 'Une étiquette sur l’organisation de votre équipe, pas sur le travail.',
  },
  unknown_label: {
    en: 'A label that names no skill we know. Add it as a skill if it is one.',
    fr: 'Une étiquette qui ne nomme aucune compétence connue. Ajoutez-la si c’en est une.',
  },
  image: {
    en: 'Pictures are not shown in a notice. Say in words what it shows.',
    fr: 'Un avis ne contient pas d’images. Dites en mots ce qu’elle montre.',
  },
  comment: { en: 'A hidden comment.', fr: 'Un commentaire masqué.' },
  front_matter: { en: 'Settings at the head of the file.', fr: 'Des paramètres en tête de fichier.' },
  raw_html: { en: 'HTML tags: their text stays.', fr: 'Des balises HTML\u00a0: leur texte reste.' },
  person_named: {
    en: 'Somebody’s name on the site. A notice names nobody.',
    fr: 'Le nom de quelqu’un sur le site. Un avis ne nomme personne.',
  },
  personal_address: {
    en: 'Somebody’s e-mail address. It is never posted.',
    fr: 'L’adresse courriel de quelqu’un. Elle n’est jamais affichée.',
  },
  licence_unknown: {
    en: 'The repository’s licence has no usual identifier. Choose one in the statement.',
    fr: 'La licence du dépôt n’a pas d’identifiant usuel. Choisissez-en une dans l’énoncé.',
  },
  checked_box: {
    en: 'This box was ticked already. Is there still work to do?',
    fr: 'Cette case était déjà cochée. Reste-t-il du travail à faire?',
  },
  prompt_of_template: {
    en: 'A part of the form that nobody filled in, or that is about the form.',
    fr: 'Une partie du formulaire que personne n’a remplie, ou qui porte sur le formulaire.',
  },
  too_long: {
    en: 'More than the field holds. Move what matters.',
    fr: 'Plus que le champ ne peut contenir. Déplacez l’essentiel.',
  },
  too_many: {
    en: 'More rows than a statement holds. Join some of them.',
    fr: 'Plus de lignes que l’énoncé ne peut en contenir. Regroupez-en.',
  },
}

export const startTexts = {
  title: { en: 'Start from where the work is', fr: 'Partir de là où se trouve le travail' },
  lead: {
    en: 'The need is often written down already. Give it once, in the way that suits you; you read the result before anybody else does.',
    fr: 'Le besoin est souvent déjà écrit. Donnez-le une seule fois, comme il vous convient; vous lisez le résultat avant tout le monde.',
  },
  issueHead: { en: 'From an issue', fr: 'D’un ticket' },
  address: { en: 'Address of the issue', fr: 'Adresse du ticket' },
  addressHint: (hosts: string): Text => ({
    en: `A public issue on ${hosts}. It is read once, without signing in.`,
    fr: `Un ticket public sur ${hosts}. Il est lu une seule fois, sans ouvrir de session.`,
  }),
  noHosts: {
    en: 'No site is read from here. Paste the text below.',
    fr: 'Aucun site n’est lu à partir d’ici. Collez le texte ci-dessous.',
  },
  readIssue: { en: 'Read the issue', fr: 'Lire le ticket' },
  pasteHead: { en: 'From a text', fr: 'D’un texte' },
  pasteTitle: { en: 'Title', fr: 'Titre' },
  pasteTitleHint: {
    en: 'Leave it empty if the text begins with a heading.',
    fr: 'Laissez vide si le texte commence par un titre.',
  },
  text: { en: 'Text of the issue or note', fr: 'Texte du ticket ou de la note' },
  textHint: {
    en: 'Markdown, as you would write it in an issue. Boxes to tick become criteria.',
    fr: 'En Markdown, comme dans un ticket. Les cases à cocher deviennent des critères.',
  },
  layOut: { en: 'Lay the text out', fr: 'Répartir le texte' },
  templatesHead: { en: 'From a worked template', fr: 'D’un modèle rédigé' },
  templatesLead: {
    en: 'A whole statement in both languages, about a made-up need. Keep its shape and put your facts in.',
    fr: 'Un énoncé complet dans les deux langues, pour un besoin fictif. Gardez-en la forme et remplacez les faits par les vôtres.',
  },
  use: (name: string): Text => ({ en: `Use “${name}”`, fr: `Utiliser «\u00a0${name}\u00a0»` }),
  earlierHead: { en: 'From an earlier statement', fr: 'D’un énoncé antérieur' },
  earlierNone: {
    en: 'No statement of your department to start from yet.',
    fr: 'Aucun énoncé de votre ministère dont partir pour le moment.',
  },
  earlier: { en: 'Statement', fr: 'Énoncé' },
  reuse: { en: 'Reuse this statement', fr: 'Reprendre cet énoncé' },
  lastHead: { en: 'What you read last', fr: 'Vos dernières lectures' },
  without: {
    en: 'Nothing written yet? Describe the need in your own words.',
    fr: 'Rien d’écrit encore? Décrivez le besoin dans vos mots.',
  },
  requests: { en: 'Requests', fr: 'Demandes' },
  fromIssue: { en: 'Start from an issue', fr: 'Partir d’un ticket' },
} as const

export const resultTexts = {
  title: { en: 'What was read', fr: 'Ce qui a été lu' },
  lead: {
    en: 'This is how the need will stand in the statement. You can change every word there.',
    fr: 'Voici comment le besoin figurera dans l’énoncé. Vous pourrez y changer chaque mot.',
  },
  from: { en: 'Read from', fr: 'Lu dans' },
  language: { en: 'Language', fr: 'Langue' },
  both: { en: 'English and French', fr: 'Français et anglais' },
  one: { en: { en: 'English', fr: 'Anglais' }, fr: { en: 'French', fr: 'Français' } },
  mapped: { en: 'What found its place', fr: 'Ce qui a trouvé sa place' },
  under: (headings: string): Text => ({ en: `From: ${headings}`, fr: `Tiré de\u00a0: ${headings}` }),
  added: { en: 'What we add, in both languages', fr: 'Ce que nous ajoutons, dans les deux langues' },
  addedLead: {
    en: 'Every posted statement needs these. They are put in the draft, and you can change them.',
    fr: 'Tout énoncé affiché en a besoin. Ils sont mis dans le brouillon, et vous pourrez les changer.',
  },
  unmapped: { en: 'What found no place', fr: 'Ce qui n’a pas trouvé de place' },
  nothingUnmapped: { en: 'Nothing was left out.', fr: 'Rien n’a été laissé de côté.' },
  what: { en: 'Text', fr: 'Texte' },
  why: { en: 'Why', fr: 'Pourquoi' },
  still: { en: 'What you will still be asked', fr: 'Ce qu’il vous restera à dire' },
  stillList: {
    en: 'The hours, the price and the dates, what you provide and by when, and what you declare.',
    fr: 'Les heures, le prix et les dates, ce que vous fournissez et quand, et ce que vous déclarez.',
  },
  ask: { en: 'Ask for this work', fr: 'Demander ce travail' },
  useInFile: (number: string): Text => ({ en: `Use it in file ${number}`, fr: `L’utiliser dans le dossier ${number}` }),
  another: { en: 'Start from something else', fr: 'Partir d’autre chose' },
  yes: { en: 'Yes: accessibility applies.', fr: 'Oui\u00a0: l’accessibilité s’applique.' },
} as const

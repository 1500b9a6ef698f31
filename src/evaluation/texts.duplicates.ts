import type { Text } from '../platform/i18n.ts'
import { type Email, email, type Letter } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import type { DuplicateRefusal, ExclusionReason, Resemblance, Sameness } from './duplicates.ts'

export const duplicateTexts = {
  title: { en: 'Applications that are alike', fr: 'Candidatures semblables' },
  file: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  lead: {
    en: 'Who sent these applications, or what they say, is the same or nearly. Evaluators do not see this page; they go on with both until one is excluded. Results are not confirmed before each pair is decided.',
    fr: 'L’identité ou le contenu de ces candidatures est identique ou presque. Les personnes évaluatrices ne voient pas cette page; elles continuent avec les deux jusqu’à ce que l’une soit exclue. Les résultats ne sont pas confirmés avant que chaque paire soit tranchée.',
  },
  none: { en: 'No two applications are alike.', fr: 'Aucune candidature ne ressemble à une autre.' },
  waiting: {
    found: { en: 'Compare applications that are alike', fr: 'Comparer des candidatures semblables' },
    proposed: { en: 'Confirm the exclusion of a duplicate', fr: 'Confirmer l’exclusion d’un doublon' },
    asked_back: {
      en: 'Decide whether an exclusion is taken back',
      fr: 'Se prononcer sur l’annulation d’une exclusion',
    },
  },
  pair: (one: number, other: number): Text => ({
    en: `Applicants ${one} and ${other}`,
    fr: `Candidatures ${one} et ${other}`,
  }),
  applicant: (number: number): Text => ({ en: `Applicant ${number}`, fr: `Candidature ${number}` }),
  what: { en: 'What', fr: 'Élément' },
  nothing: { en: 'Nothing', fr: 'Rien' },
  same: { en: 'The same', fr: 'Identique' },
  alike: (percent: string): Text => ({
    en: `Answers ${percent} alike`,
    fr: `Réponses semblables à ${percent}`,
  }),
  fields: {
    legalName: { en: 'Legal name', fr: 'Dénomination sociale' },
    operatingName: { en: 'Operating name', fr: 'Nom commercial' },
    workerName: { en: 'Who does the work', fr: 'Personne qui fait le travail' },
    signatoryName: { en: 'Who signs', fr: 'Signataire' },
    email: { en: 'E-mail', fr: 'Courriel' },
    affiliates: { en: 'Affiliates', fr: 'Entités affiliées' },
    repositories: { en: 'Links', fr: 'Liens' },
    received: { en: 'Received', fr: 'Reçue' },
    answer: { en: 'Most alike answer', fr: 'Réponse la plus semblable' },
  },
  sameNames: {
    legal_name: { en: 'Name', fr: 'Nom' },
    email: { en: 'E-mail', fr: 'Courriel' },
    worker: { en: 'Who does the work', fr: 'Personne qui fait le travail' },
    signatory: { en: 'Who signs', fr: 'Signataire' },
    affiliate: { en: 'Declared affiliate', fr: 'Entité affiliée déclarée' },
    repository: { en: 'Link', fr: 'Lien' },
  } satisfies Record<Sameness, Text>,
  states: {
    found: { en: 'To decide', fr: 'À trancher' },
    proposed: { en: 'Exclusion waits for procurement', fr: 'Exclusion en attente de l’approvisionnement' },
    distinct: { en: 'Two different suppliers', fr: 'Deux fournisseurs différents' },
    excluded: { en: 'One is excluded', fr: 'Une des deux est exclue' },
  } satisfies Record<Resemblance['state'], Text>,
  says: { en: 'What is it?', fr: 'De quoi s’agit-il?' },
  distinct: { en: 'Two different suppliers: keep both', fr: 'Deux fournisseurs différents\u00a0: garder les deux' },
  excludeOne: (number: number): Text => ({
    en: `A duplicate: exclude applicant ${number}`,
    fr: `Un doublon\u00a0: exclure la candidature ${number}`,
  }),
  because: { en: 'Why, if one is excluded', fr: 'Motif, en cas d’exclusion' },
  note: { en: 'What you looked at', fr: 'Ce que vous avez vérifié' },
  send: { en: 'Record it', fr: 'Consigner' },
  proposes: (number: number): Text => ({
    en: `The program team proposes to exclude applicant ${number}.`,
    fr: `L’équipe du programme propose d’exclure la candidature ${number}.`,
  }),
  looked: (note: string): Text => ({ en: `What was looked at: ${note}`, fr: `Ce qui a été vérifié\u00a0: ${note}` }),
  excludedOne: (number: number): Text => ({
    en: `Applicant ${number} is excluded, and was told why.`,
    fr: `La candidature ${number} est exclue, et son motif a été communiqué.`,
  }),
  askBack: { en: 'Ask to take the exclusion back', fr: 'Demander l’annulation de l’exclusion' },
  askBackLead: {
    en: 'Until the results are locked two people may take it back: you say why, procurement confirms. Then the application is evaluated again and the pair is decided anew.',
    fr: 'Tant que les résultats ne sont pas verrouillés, deux personnes peuvent l’annuler\u00a0: vous en donnez le motif, l’approvisionnement confirme. La candidature est alors de nouveau évaluée et la paire est à trancher.',
  },
  backReason: { en: 'Why it was a mistake', fr: 'Pourquoi c’était une erreur' },
  askedBack: (number: number): Text => ({
    en: `The program team asks to take the exclusion of applicant ${number} back.`,
    fr: `L’équipe du programme demande l’annulation de l’exclusion de la candidature ${number}.`,
  }),
  wasBack: (because: string): Text => ({
    en: `An exclusion was taken back: ${because}`,
    fr: `Une exclusion a été annulée\u00a0: ${because}`,
  }),
  takeBack: { en: 'Take the exclusion back', fr: 'Annuler l’exclusion' },
  letStand: { en: 'Let it stand', fr: 'Maintenir l’exclusion' },
  confirm: { en: 'Exclude it', fr: 'Exclure' },
  back: { en: 'Send it back', fr: 'Retourner' },
} as const

export const exclusionTexts: Record<ExclusionReason, Text> = {
  same_supplier: {
    en: 'The same supplier sent another application to this opportunity.',
    fr: 'Le même fournisseur a envoyé une autre candidature à cette occasion.',
  },
  affiliated: {
    en: 'An affiliate of the supplier sent another application to this opportunity.',
    fr: 'Une entité affiliée au fournisseur a envoyé une autre candidature à cette occasion.',
  },
  same_answers: {
    en: 'Its answers are those of another application to this opportunity.',
    fr: 'Ses réponses sont celles d’une autre candidature à cette occasion.',
  },
}

export const duplicateRefusals: Record<DuplicateRefusal, Text> = {
  not_allowed: {
    en: 'The program team judges and procurement confirms; evaluators do neither.',
    fr: 'L’équipe du programme juge et l’approvisionnement confirme; les personnes évaluatrices ne font ni l’un ni l’autre.',
  },
  wrong_state: { en: 'This file is not being evaluated.', fr: 'Ce dossier n’est pas en évaluation.' },
  results_locked: {
    en: 'The results are locked: send them back to the evaluators first.',
    fr: 'Les résultats sont verrouillés\u00a0: retournez-les d’abord aux personnes évaluatrices.',
  },
  already_decided: { en: 'Somebody has already decided.', fr: 'Quelqu’un a déjà tranché.' },
  note_missing: { en: 'Say what you looked at.', fr: 'Dites ce que vous avez vérifié.' },
  not_of_pair: { en: 'Choose one of these two.', fr: 'Choisissez l’une de ces deux candidatures.' },
  not_proposed: {
    en: 'No exclusion is proposed for this pair.',
    fr: 'Aucune exclusion n’est proposée pour cette paire.',
  },
  not_excluded: {
    en: 'Nobody is excluded because of this pair.',
    fr: 'Personne n’est exclu en raison de cette paire.',
  },
  already_asked: {
    en: 'Somebody has asked already: procurement decides.',
    fr: 'La demande est déjà faite\u00a0: l’approvisionnement décide.',
  },
  reason_missing: { en: 'Say why it was a mistake.', fr: 'Dites pourquoi c’était une erreur.' },
  not_asked: {
    en: 'Nobody asks to take this exclusion back.',
    fr: 'Personne ne demande l’annulation de cette exclusion.',
  },
  same_person_back: {
    en: 'Somebody else than whoever asked takes it back.',
    fr: 'L’annulation revient à une autre personne que celle qui l’a demandée.',
  },
  same_person: {
    en: 'Somebody else than whoever proposed it confirms.',
    fr: 'La confirmation revient à une autre personne que celle qui a proposé l’exclusion.',
  },
}

type Excluded = {
  readonly number: string
  readonly title: string
  readonly token: string
  readonly because: ExclusionReason
}

/** To the applicant, when their application is excluded. */
export const excludedEmail: Email<Excluded> = email(
  'evaluation.excluded',
  { number: '2026-014', title: 'Fix a keyboard trap', token: '7K3M9QX2TB', because: 'same_supplier' },
  ({ number, title, token, because }, language): Letter => {
    const link = path('/applications', language)
    const why = exclusionTexts[because][language]
    return language === 'en'
      ? {
          subject: `Your application to opportunity ${number} is excluded`,
          paragraphs: [
            `Your application ${token} to “${title}” is excluded, and is not evaluated or drawn. ${why}`,
            'Each supplier has one application, its affiliates included. Two people decided, neither of whom evaluates. If this is a mistake, write to us at once.',
            { link, label: 'Your applications' },
          ],
        }
      : {
          subject: `Votre candidature à l’occasion ${number} est exclue`,
          paragraphs: [
            `Votre candidature ${token} à l’occasion «\u00a0${title}\u00a0» est exclue\u00a0: elle n’est ni évaluée ni tirée au sort. ${why}`,
            'Chaque fournisseur a une seule candidature, entités affiliées comprises. Deux personnes en ont décidé, qui n’évaluent ni l’une ni l’autre. S’il s’agit d’une erreur, écrivez-nous sans tarder.',
            { link, label: 'Vos candidatures' },
          ],
        }
  },
)

/** To the applicant, when the exclusion of their application is taken back. */
export const readmittedEmail: Email<Omit<Excluded, 'because'>> = email(
  'evaluation.readmitted',
  { number: '2026-014', title: 'Fix a keyboard trap', token: '7K3M9QX2TB' },
  ({ number, title, token }, language): Letter => {
    const link = path('/applications', language)
    return language === 'en'
      ? {
          subject: `Your application to opportunity ${number} is evaluated after all`,
          paragraphs: [
            `We excluded your application ${token} to “${title}”, and that was a mistake: two people have taken it back. It is evaluated like all others. We are sorry for the trouble.`,
            'You have nothing to do. We write to you when there is a result.',
            { link, label: 'Your applications' },
          ],
        }
      : {
          subject: `Votre candidature à l’occasion ${number} sera évaluée`,
          paragraphs: [
            `Nous avions exclu votre candidature ${token} à l’occasion «\u00a0${title}\u00a0»\u00a0: c’était une erreur, et deux personnes ont annulé cette exclusion. Elle est évaluée comme toutes les autres. Veuillez nous excuser.`,
            'Vous n’avez rien à faire. Nous vous écrirons quand il y aura un résultat.',
            { link, label: 'Vos candidatures' },
          ],
        }
  },
)

export const duplicateEmails = [excludedEmail, readmittedEmail]

import { listFields, pairFields } from '../opportunities/rules.readiness.ts'
import { fieldName, listTexts, pairTexts } from '../opportunities/texts.statement.ts'
import type { Language, Text } from '../platform/i18n.ts'
import type { CommentRefusal } from './rules.comments.ts'
import type { EditRefusal, SettleRefusal } from './rules.edits.ts'
import { fieldNamed, type Lists, rowsOf } from './rules.fields.ts'

/** Each refusal as a sentence that says what to do. */
export const refusals: Record<EditRefusal | SettleRefusal | CommentRefusal, Text> = {
  not_allowed: {
    en: 'Your role does not let you do this on this file.',
    fr: 'Votre rôle ne vous permet pas de faire cela dans ce dossier.',
  },
  wrong_state: {
    en: 'The statement is no longer a draft: somebody submitted it or ended it. Keep a copy of what you typed.',
    fr: 'L’énoncé n’est plus un brouillon\u00a0: il a été soumis ou le dossier a pris fin. Gardez une copie de ce que vous avez écrit.',
  },
  too_long: {
    en: 'This text is too long to be kept. Shorten it.',
    fr: 'Ce texte est trop long pour être conservé. Raccourcissez-le.',
  },
  too_many: {
    en: 'Too many changes were sent at once. Open the page again.',
    fr: 'Trop de changements ont été envoyés à la fois. Ouvrez la page de nouveau.',
  },
  already_settled: {
    en: 'Somebody has already chosen between these two texts.',
    fr: 'Une autre personne a déjà choisi entre ces deux textes.',
  },
  changed_again: {
    en: 'The saved text has changed again since this page was shown. Compare once more, then choose.',
    fr: 'Le texte enregistré a encore changé depuis l’affichage de cette page. Comparez de nouveau, puis choisissez.',
  },
  empty: { en: 'Write something first.', fr: 'Écrivez d’abord quelque chose.' },
  unknown_comment: {
    en: 'This comment is settled, or is not there any more.',
    fr: 'Ce commentaire est réglé ou n’existe plus.',
  },
}

/** The words of the builder that belong to writing together. */
export const draftingTexts = {
  lead: {
    en: 'Every change is saved as you write. You and the program team can write at the same time.',
    fr: 'Chaque changement est enregistré à mesure que vous écrivez. Vous pouvez écrire en même temps que l’équipe du programme.',
  },
  leadPlain: {
    en: 'If your browser runs no scripts, press “Save the draft” from time to time.',
    fr: 'Si les scripts sont désactivés dans votre navigateur, cliquez de temps en temps sur «\u00a0Enregistrer le brouillon\u00a0».',
  },
  noGo: {
    en: 'Procurement has not said Go yet. You can write meanwhile; the statement is submitted after.',
    fr: 'L’approvisionnement n’a pas encore donné le feu vert. Vous pouvez écrire d’ici là; l’énoncé sera soumis ensuite.',
  },
  glance: { en: 'At a glance', fr: 'En un coup d’œil' },
  examples: { en: 'Examples', fr: 'Exemples' },
  good: { en: 'Do', fr: 'À faire' },
  bad: { en: 'Avoid', fr: 'À éviter' },
  here: (who: string, field: string): Text =>
    field
      ? { en: `${who} is writing here: ${field}.`, fr: `${who} écrit ici\u00a0: ${field}.` }
      : { en: `${who} has this page open.`, fr: `${who} a aussi ouvert cette page.` },
  conflictHead: { en: 'Two texts for this field', fr: 'Deux textes pour ce champ' },
  conflict: (who: string, when: string): Text => ({
    en: `${who} wrote another text over the one that is saved, ${when}. Nothing is overwritten: choose.`,
    fr: `${who} a écrit un autre texte par-dessus celui qui est enregistré, ${when}. Rien n’est écrasé\u00a0: choisissez.`,
  }),
  savedText: { en: 'Saved now', fr: 'Enregistré en ce moment' },
  otherText: (who: string): Text => ({ en: `Text of ${who}`, fr: `Texte proposé par ${who}` }),
  differences: { en: 'What differs', fr: 'Ce qui diffère' },
  nothing: { en: '(nothing)', fr: '(rien)' },
  keepSaved: { en: 'Keep the saved text', fr: 'Garder le texte enregistré' },
  takeMine: { en: 'Take my text', fr: 'Prendre mon texte' },
  takeTheirs: (who: string): Text => ({ en: `Take the text of ${who}`, fr: `Prendre le texte proposé par ${who}` }),
  merged: { en: 'Or write a text from both', fr: 'Ou rédigez un texte à partir des deux' },
  saveMerged: { en: 'Save this text', fr: 'Enregistrer ce texte' },
  conflicts: (count: number): Text =>
    count === 1
      ? { en: 'One field has two texts: choose below.', fr: 'Un champ a deux textes\u00a0: choisissez plus bas.' }
      : {
          en: `${count} fields have two texts: choose below.`,
          fr: `${count} champs ont deux textes\u00a0: choisissez plus bas.`,
        },
  earlier: { en: 'Earlier versions of this field', fr: 'Versions antérieures de ce champ' },
  comments: { en: 'Comments', fr: 'Commentaires' },
  commentsLead: {
    en: 'What was said of each field of the statement, and what to say of it.',
    fr: 'Ce qui a été dit de chaque champ de l’énoncé, et ce que vous avez à en dire.',
  },
  openComments: (count: number): Text =>
    count === 0
      ? { en: 'No open comment', fr: 'Aucun commentaire en suspens' }
      : count === 1
        ? { en: '1 open comment', fr: '1 commentaire en suspens' }
        : { en: `${count} open comments`, fr: `${count} commentaires en suspens` },
  commentsHere: (open: number): Text =>
    open === 0
      ? { en: 'Comments', fr: 'Commentaires' }
      : { en: `Comments (${open} open)`, fr: `Commentaires (${open} en suspens)` },
  said: (who: string, when: string): Text => ({ en: `${who}, ${when}`, fr: `${who}, ${when}` }),
  resolved: { en: 'Settled', fr: 'Réglé' },
  newComment: { en: 'Comment on this field', fr: 'Commenter ce champ' },
  addComment: { en: 'Add the comment', fr: 'Ajouter le commentaire' },
  yourAnswer: { en: 'Your answer', fr: 'Votre réponse' },
  answer: { en: 'Answer', fr: 'Répondre' },
  resolve: { en: 'Settled', fr: 'Marquer comme réglé' },
  suggestHead: { en: 'Suggested dates and price', fr: 'Dates et prix suggérés' },
  suggestLead: {
    en: 'If it were posted today. You can change each of them afterwards.',
    fr: 'Si l’affichage avait lieu aujourd’hui. Vous pourrez modifier chaque valeur par la suite.',
  },
  suggest: { en: 'Use the suggested dates and price', fr: 'Utiliser les dates et le prix suggérés' },
  suggestHours: {
    en: 'Enter the hours of work first, and save: delivery and price follow from them.',
    fr: 'Inscrivez d’abord les heures de travail, puis enregistrez\u00a0: la livraison et le prix en découlent.',
  },
  previewHead: { en: 'What the public will read', fr: 'Ce que le public lira' },
  previewIn: { en: 'Language of the preview', fr: 'Langue de l’aperçu' },
  previewSuggested: {
    en: 'Dates or the price are missing: those shown are suggestions.',
    fr: 'Des dates ou le prix manquent\u00a0: les valeurs montrées sont des suggestions.',
  },
  noTitle: { en: 'No title yet', fr: 'Pas encore de titre' },
  versions: { en: 'Versions of the statement', fr: 'Versions de l’énoncé' },
  versionsLead: {
    en: 'A copy is kept at each submission, return, approval and posting. Choose two to see what changed.',
    fr: 'Une copie est conservée à chaque envoi, retour, approbation et affichage. Choisissez-en deux pour voir ce qui a changé.',
  },
  versionsNone: {
    en: 'None yet: the first is kept when the statement is submitted.',
    fr: 'Aucune pour le moment\u00a0: la première est conservée quand l’énoncé est soumis.',
  },
  version: { en: 'Version', fr: 'Version' },
  moment: { en: 'Kept when', fr: 'Moment' },
  when: { en: 'Date and time', fr: 'Date et heure' },
  by: { en: 'By', fr: 'Par' },
  digest: { en: 'Fingerprint', fr: 'Empreinte' },
  from: { en: 'From', fr: 'De' },
  to: { en: 'To', fr: 'À' },
  now: { en: 'As it stands now', fr: 'Dans son état actuel' },
  compare: { en: 'Compare', fr: 'Comparer' },
  same: { en: 'Both say the same.', fr: 'Les deux disent la même chose.' },
  earlierLead: {
    en: 'Every change of this field, the newest first. Nothing that was written is lost.',
    fr: 'Chaque changement de ce champ, le plus récent d’abord. Rien de ce qui a été écrit n’est perdu.',
  },
  earlierNone: { en: 'This field has not been changed yet.', fr: 'Ce champ n’a pas encore été modifié.' },
  notTaken: {
    en: 'Not taken over: the field had changed meanwhile.',
    fr: 'Non repris\u00a0: le champ avait changé entre-temps.',
  },
  rowAdded: { en: 'Row added', fr: 'Ligne ajoutée' },
  rowRemoved: { en: 'Row removed', fr: 'Ligne retirée' },
} as const

/** Sentences that the browser says; `{time}`, `{when}` and `{fields}` are filled in there. */
export const liveTexts = {
  saved: { en: 'Saved at {time}', fr: 'Enregistré à {time}' },
  saving: { en: 'Not saved yet', fr: 'Pas encore enregistré' },
  offline: {
    en: 'Not saved yet: no connection. What you type is kept in this browser and sent as soon as possible.',
    fr: 'Pas encore enregistré\u00a0: aucune connexion. Ce que vous écrivez est gardé dans ce navigateur et sera envoyé dès que possible.',
  },
  refused: {
    en: 'Not saved: the page must be opened again, perhaps after signing in. What you typed is kept in this browser.',
    fr: 'Non enregistré\u00a0: la page doit être ouverte de nouveau, peut-être après une connexion. Ce que vous avez écrit est gardé dans ce navigateur.',
  },
  conflict: {
    en: 'Somebody else changed a field that you were writing in: choose between the two texts.',
    fr: 'Une autre personne a modifié un champ où vous écriviez\u00a0: choisissez entre les deux textes.',
  },
  keptHead: { en: 'Text that was never saved', fr: 'Du texte n’a jamais été enregistré' },
  kept: {
    en: 'This browser kept what you typed before the connection was lost:',
    fr: 'Ce navigateur a gardé ce que vous aviez écrit avant la perte de la connexion\u00a0:',
  },
  putBack: { en: 'Put it back', fr: 'Le remettre' },
  forget: { en: 'Forget it', fr: 'L’oublier' },
} as const satisfies Record<string, Text>

export const momentTexts: Record<'submitted' | 'returned' | 'approved' | 'published', Text> = {
  submitted: { en: 'Submission', fr: 'Envoi' },
  returned: { en: 'Return', fr: 'Retour' },
  approved: { en: 'Approval', fr: 'Approbation' },
  published: { en: 'Posting', fr: 'Affichage' },
}

/** What a field is called where it stands, with its language in words: “Title (English)”, “W2 (French)”. */
export function nameOfField(name: string, lists: Lists): Text {
  const field = fieldNamed(name)
  if (!field || field.kind === 'fact') return fieldName(name)
  const whole = nameOfWhole(field.kind === 'pair' ? field.field : `${field.list}.${field.id}`, lists)
  if (field.half === 'day') return { en: `${whole.en} (by when)`, fr: `${whole.fr} (au plus tard)` }
  const inLanguage = halfNames[field.half]
  return { en: `${whole.en} (${inLanguage.en})`, fr: `${whole.fr} (${inLanguage.fr})` }
}

/** The same without its half: `title`, `skills.<id>`. */
export function nameOfWhole(whole: string, lists: Lists): Text {
  const pair = pairFields.find((each) => each === whole)
  if (pair) return pairTexts[pair].label
  const [listed = '', id = ''] = whole.split('.')
  const list = listFields.find((each) => each === listed)
  if (!list) return fieldName(whole)
  const place = rowsOf(lists, list).findIndex((row) => row.id === id)
  return place < 0 ? listTexts[list].label : listTexts[list].row(place + 1)
}

export const halfNames: Record<Language, Text> = {
  en: { en: 'English', fr: 'anglais' },
  fr: { en: 'French', fr: 'français' },
}

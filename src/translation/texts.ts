import type { Language, Text } from '../platform/i18n.ts'
import type { ReadRefusal } from './exchange.ts'
import type { SegmentState } from './rules.segments.ts'
import type { Conflict, Proposal, TakeRefusal } from './rules.ts'

export const refusals: Record<TakeRefusal | ReadRefusal, Text> = {
  not_allowed: {
    en: 'This statement is translated by those who write it, then by the program team.',
    fr: 'Cet énoncé est traduit par les personnes qui le rédigent, puis par l’équipe du programme.',
  },
  wrong_state: {
    en: 'The notice is posted or the file was stopped: its texts change by an amendment only.',
    fr: 'L’avis est affiché ou le dossier est arrêté\u00a0: ses textes ne changent que par une modification.',
  },
  already_done: {
    en: 'The translation is attested. To change it, the statement must be sent back.',
    fr: 'La traduction est attestée. Pour la modifier, il faut retourner l’énoncé.',
  },
  unknown_import: {
    en: 'This file was not received. Send it again.',
    fr: 'Ce fichier n’a pas été reçu. Envoyez-le de nouveau.',
  },
  already_taken: {
    en: 'This file was taken over already. Send it again to take more of it.',
    fr: 'Ce fichier a déjà été repris. Envoyez-le de nouveau pour en reprendre davantage.',
  },
  nothing_chosen: { en: 'Choose at least one passage.', fr: 'Choisissez au moins un passage.' },
  changed_since: {
    en: 'The statement changed since this page was made. Look at the changes again, then take them over.',
    fr: 'L’énoncé a changé depuis la préparation de cette page. Revoyez les changements, puis reprenez-les.',
  },
  too_long: {
    en: 'A text would become longer than it may be. Shorten it in the file, or leave the passage out.',
    fr: 'Un texte dépasserait la longueur permise. Raccourcissez-le dans le fichier ou laissez le passage de côté.',
  },
  too_large: { en: 'The file is larger than 1 MB.', fr: 'Le fichier dépasse 1 Mo.' },
  not_text: {
    en: 'The file is not text that can be read. Save it as UTF-8.',
    fr: 'Le fichier n’est pas un texte lisible. Enregistrez-le en UTF-8.',
  },
  malformed: {
    en: 'The file is not well-formed XML: it may have been cut off, or changed by hand.',
    fr: 'Le fichier n’est pas du XML bien formé\u00a0: il a pu être tronqué ou modifié à la main.',
  },
  has_doctype: {
    en: 'The file declares a document type. XLIFF needs none, and for safety such files are not read.',
    fr: 'Le fichier déclare un type de document. XLIFF n’en demande pas; par sécurité, ces fichiers ne sont pas lus.',
  },
  not_xliff: { en: 'The file is not XLIFF.', fr: 'Le fichier n’est pas au format XLIFF.' },
  old_version: {
    en: 'The file is in another version of XLIFF. Save it as XLIFF 2.0 or 2.1.',
    fr: 'Le fichier est dans une autre version de XLIFF. Enregistrez-le en XLIFF 2.0 ou 2.1.',
  },
  wrong_file: { en: 'This is the translation of another statement.', fr: 'C’est la traduction d’un autre énoncé.' },
  wrong_language: {
    en: 'The languages of the file are not those of this translation.',
    fr: 'Les langues du fichier ne sont pas celles de cette traduction.',
  },
  twice_the_same: {
    en: 'A passage stands in the file twice. Remove one, then send the file again.',
    fr: 'Un passage figure deux fois dans le fichier. Supprimez-en un, puis renvoyez le fichier.',
  },
  not_a_table: {
    en: 'The file does not have the columns of the table that was exported.',
    fr: 'Le fichier n’a pas les colonnes du tableau exporté.',
  },
  empty: { en: 'The file has no passage in it.', fr: 'Le fichier ne contient aucun passage.' },
}

export const stateNames: Record<SegmentState, Text> = {
  done: { en: 'Translated', fr: 'Traduit' },
  stale: { en: 'Source changed', fr: 'Source modifiée' },
  unchecked: { en: 'To check', fr: 'À vérifier' },
  missing: { en: 'To translate', fr: 'À traduire' },
  gone: { en: 'No longer in the source', fr: 'Absent de la source' },
}

export const conflictTexts: Record<Conflict['why'], Text> = {
  source_changed: {
    en: 'The source changed while you were translating. Read it again; your text is kept here. Save to confirm it.',
    fr: 'La source a changé pendant que vous traduisiez. Relisez-la; votre texte est conservé ici. Enregistrez pour le confirmer.',
  },
  translation_changed: {
    en: 'Somebody else translated this passage meanwhile. Their text is shown above yours; saving puts yours in its place.',
    fr: 'Quelqu’un d’autre a traduit ce passage entre-temps. Son texte figure au-dessus du vôtre; enregistrer le remplace par le vôtre.',
  },
  no_place: {
    en: 'The passage was taken out of the source meanwhile. Your text is kept below to copy.',
    fr: 'Le passage a été retiré de la source entre-temps. Votre texte est conservé ci-dessous pour être copié.',
  },
  too_long: {
    en: 'The text becomes longer than it may be. Shorten it.',
    fr: 'Le texte dépasse la longueur permise. Raccourcissez-le.',
  },
}

export const proposalNames: Record<Proposal['what'], Text> = {
  new: { en: 'New translation', fr: 'Nouvelle traduction' },
  changed: { en: 'Replaces what is there', fr: 'Remplace le texte actuel' },
  confirms: { en: 'Confirms what is there', fr: 'Confirme le texte actuel' },
  stale: {
    en: 'The source changed since the export: it will be taken over as a translation to look at again',
    fr: 'La source a changé depuis l’exportation\u00a0: le texte sera repris comme traduction à revoir',
  },
  same: { en: 'No change', fr: 'Aucun changement' },
  no_place: { en: 'No longer in the source: not taken over', fr: 'Absent de la source\u00a0: non repris' },
  unknown: { en: 'Not in this statement: not taken over', fr: 'Absent de cet énoncé\u00a0: non repris' },
}

export const translationTexts = {
  fileNumber: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  files: { en: 'File', fr: 'Dossier' },
  progress: (done: number, all: number, stale: number): Text => ({
    en: `${done} of ${all} done${stale > 0 ? `, ${stale} to look at again` : ''}`,
    fr: `${done} sur ${all} ${done < 2 ? 'terminé' : 'terminés'}${stale > 0 ? `, ${stale} à revoir` : ''}`,
  }),
  progressText: {
    en: 'Passages of the statement, each with its translation.',
    fr: 'Les passages de l’énoncé, chacun avec sa traduction.',
  },
  nextTranslate: { en: 'Translate what is left', fr: 'Traduisez ce qui reste' },
  nextTranslateText: {
    en: 'Only what changed needs to be looked at again.',
    fr: 'Seul ce qui a changé est à revoir.',
  },
  nextAttest: { en: 'Attest equal quality', fr: 'Attestez que la qualité est égale' },
  nextAttestText: { en: 'At the end of this page.', fr: 'Au bas de cette page.' },
  nextWait: { en: 'Nothing', fr: 'Rien' },
  nextWaitText: {
    en: 'The attestation comes once the statement is submitted.',
    fr: 'L’attestation vient une fois l’énoncé soumis.',
  },
  noDate: { en: 'Before the posting', fr: 'Avant l’affichage' },
  noDateText: { en: 'It need not wait for the approvals.', fr: 'Inutile d’attendre les approbations.' },
  remarks: { en: 'Not the same in both languages', fr: 'Différences entre les deux langues' },
  remarksText: {
    en: 'Amounts and dates must be the same. The rest is for you to judge: it may be right as it is.',
    fr: 'Les montants et les dates doivent être les mêmes. Jugez du reste\u00a0: il peut être juste tel quel.',
  },
  mustRepair: { en: 'to correct', fr: 'à corriger' },
  office: { en: 'By a translation office', fr: 'Par un bureau de traduction' },
  officeText: {
    en: 'Export the passages, have them translated with any tool, then send the file back. You see what would change before it does.',
    fr: 'Exportez les passages, faites-les traduire avec n’importe quel outil, puis renvoyez le fichier. Vous verrez ce qui changerait avant tout changement.',
  },
  exportXliff: { en: 'Export as XLIFF 2', fr: 'Exporter en XLIFF 2' },
  exportTable: { en: 'Export as a spreadsheet (CSV)', fr: 'Exporter vers un tableur (CSV)' },
  file: { en: 'File that came back', fr: 'Fichier reçu en retour' },
  fileHint: { en: 'XLIFF 2 or CSV, at most 1 MB.', fr: 'XLIFF 2 ou CSV, au plus 1 Mo.' },
  send: { en: 'See what would change', fr: 'Voir ce qui changerait' },
  fileMissing: { en: 'Choose a file.', fr: 'Choisissez un fichier.' },
  source: { en: { en: 'English', fr: 'Anglais' }, fr: { en: 'French', fr: 'Français' } } satisfies Record<
    Language,
    Text
  >,
  into: (name: string, language: Language): Text => ({
    en: `${name}, in ${language === 'en' ? 'English' : 'French'}`,
    fr: `${name}, en ${language === 'en' ? 'anglais' : 'français'}`,
  }),
  changedSource: { en: 'What changed in the source', fr: 'Ce qui a changé dans la source' },
  uncheckedText: {
    en: 'Nobody recorded what this text translates. Read both, then confirm.',
    fr: 'On ne sait pas de quoi ce texte est la traduction. Lisez les deux, puis confirmez.',
  },
  confirm: { en: 'The translation is right as it is', fr: 'La traduction est juste telle quelle' },
  gone: { en: 'Translations of passages that are gone', fr: 'Traductions de passages retirés' },
  goneText: {
    en: 'The source no longer has these passages. They go away the next time their text is saved.',
    fr: 'La source n’a plus ces passages. Ils disparaîtront au prochain enregistrement de leur texte.',
  },
  kept: { en: 'Your text without a place', fr: 'Votre texte sans emplacement' },
  theirs: { en: 'Saved meanwhile', fr: 'Enregistré entre-temps' },
  conflicts: {
    en: 'Some passages changed while you were translating. Nothing is lost; the others are saved.',
    fr: 'Certains passages ont changé pendant que vous traduisiez. Rien n’est perdu; les autres sont enregistrés.',
  },
  importTitle: { en: 'What the file would change', fr: 'Ce que le fichier changerait' },
  importOf: (name: string, when: string): Text => ({
    en: `${name}, received ${when}.`,
    fr: `${name}, reçu le ${when}.`,
  }),
  importCounts: (taken: number, same: number, left: number): Text => ({
    en: `To take over: ${taken}. Without change: ${same}. Not in this statement any more: ${left}.`,
    fr: `À reprendre\u00a0: ${taken}. Sans changement\u00a0: ${same}. Absents de l’énoncé\u00a0: ${left}.`,
  }),
  take: { en: 'Take over the chosen passages', fr: 'Reprendre les passages choisis' },
  takeThis: (name: string): Text => ({ en: `Take over: ${name}`, fr: `Reprendre\u00a0: ${name}` }),
  nothingToTake: {
    en: 'The file changes nothing.',
    fr: 'Le fichier ne change rien.',
  },
  back: { en: 'Back to the translation', fr: 'Retour à la traduction' },
  importNext: { en: 'Choose what to take over', fr: 'Choisissez ce qui est à reprendre' },
  importNextText: { en: 'Nothing has changed yet.', fr: 'Rien n’a encore changé.' },
  alreadyTaken: { en: 'Taken over', fr: 'Repris' },
} as const

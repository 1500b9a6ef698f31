import type { Text } from '../platform/i18n.ts'

/**
 * What sealing promises, word for word, wherever it is promised: on the application page and in the guide. It says who
 * could, as well as who cannot.
 */
export const sealingPromise: Text = {
  en: 'Until closing, the database, its backups and every staff account together cannot read your application, nor tell how many there are. Whoever runs the servers and holds the key files could; each opening is recorded, and each attempt before closing too.',
  fr: 'Jusqu’à la clôture, la base de données, ses copies de sauvegarde et tous les comptes du personnel réunis ne permettent ni de lire votre candidature, ni de savoir combien il y en a. Une personne qui administre les serveurs et détient les fichiers de clés le pourrait; chaque ouverture est consignée, et chaque tentative avant la clôture aussi.',
}

/** Where the department keeps no key of what was sent. */
export const strongPromise: Text = {
  en: 'Once you send it, not even this program can show it to you again before closing: to change it, write it anew. Keep a copy.',
  fr: 'Une fois la candidature envoyée, même ce programme ne peut plus vous la montrer avant la clôture\u00a0: pour la modifier, rédigez-la de nouveau. Gardez-en une copie.',
}

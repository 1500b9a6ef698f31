import type { Text } from './platform/i18n.ts'

export type ConfigRefusal =
  | 'not_a_port'
  | 'not_a_url'
  | 'not_postgres'
  | 'not_smtp'
  | 'not_yes_or_no'
  | 'not_an_address'
  | 'not_an_age_recipient'
  | 'not_an_ocds_prefix'
  | 'not_a_proxy'
  | 'not_code_hosts'
  | 'not_a_stand_in'
  | 'not_an_environment'
  | 'not_a_part'
  | 'not_a_log_level'
  | 'not_megabytes'
  | 'not_a_pace'
  | 'incomplete'
  | 'two_mailers'
  | 'seal_key_on_the_web'
  | 'embedded_database'
  | 'not_https'
  | 'local_mail'
  | 'demo_sign_in'
  | 'demo_world'
  | 'generated_key'
  | 'generated_escrow'
  | 'no_auditor'
  | 'placeholder_prefix'
  | 'stand_in_host'

/** One line for each way a setting can be wrong, after the setting's name. */
export const configRefusals: Record<ConfigRefusal, Text> = {
  not_a_port: { en: 'must be a port from 1 to 65535.', fr: 'doit être un port de 1 à 65535.' },
  not_a_url: {
    en: 'must be a full web address that begins with http:// or https://, without a path.',
    fr: 'doit être une adresse Web complète commençant par http:// ou https://, sans chemin.',
  },
  not_postgres: {
    en: 'must be an address that begins with postgresql://.',
    fr: 'doit être une adresse commençant par postgresql://.',
  },
  not_smtp: {
    en: 'must be an address that begins with smtp:// or smtps://.',
    fr: 'doit être une adresse commençant par smtp:// ou smtps://.',
  },
  not_a_pace: {
    en: 'must be a number of letters a second, from 0.1 to 9999.',
    fr: 'doit être un nombre de lettres par seconde, de 0.1 à 9999.',
  },
  not_megabytes: {
    en: 'must be a number of megabytes from 0 to 9999; 0 keeps no pages.',
    fr: 'doit être un nombre de mégaoctets de 0 à 9999; 0 ne garde aucune page.',
  },
  not_yes_or_no: { en: 'must be 1 or 0.', fr: 'doit être 1 ou 0.' },
  not_an_address: { en: 'must be an e-mail address.', fr: 'doit être une adresse courriel.' },
  not_an_age_recipient: {
    en: 'must be a public key of age, which begins with age1.',
    fr: 'doit être une clé publique age, qui commence par age1.',
  },
  not_an_ocds_prefix: {
    en: 'must look like ocds-a1b2c3, as registered with the Open Contracting Partnership.',
    fr: 'doit ressembler à ocds-a1b2c3, tel qu’enregistré auprès de l’Open Contracting Partnership.',
  },
  not_a_proxy: {
    en: 'must be a number of proxies, or their addresses separated by commas.',
    fr: 'doit être un nombre de mandataires, ou leurs adresses séparées par des virgules.',
  },
  not_code_hosts: {
    en: 'must be names of public code hosts separated by commas, such as github.com, or the word none.',
    fr: 'doit contenir des noms d’hôtes publics de code séparés par des virgules, par exemple github.com, ou le mot none.',
  },
  not_a_stand_in: {
    en: 'must be the address of a server on this machine, such as http://127.0.0.1:4000.',
    fr: 'doit être l’adresse d’un serveur de cette machine, par exemple http://127.0.0.1:4000.',
  },
  not_an_environment: {
    en: 'must be production, development or test.',
    fr: 'doit être production, development ou test.',
  },
  not_a_part: { en: 'must be all, web or worker.', fr: 'doit être all, web ou worker.' },
  not_a_log_level: {
    en: 'must be fatal, error, warn, info, debug, trace or silent.',
    fr: 'doit être fatal, error, warn, info, debug, trace ou silent.',
  },
  incomplete: {
    en: 'is missing, while others of its group are set: give all of them or none.',
    fr: 'est absent, alors que d’autres du même groupe sont fournis\u00a0: fournissez-les tous ou aucun.',
  },
  two_mailers: {
    en: 'and SMTP_URL are both set: choose one way to send mail.',
    fr: 'et SMTP_URL sont tous deux fournis\u00a0: choisissez une seule façon d’envoyer les courriels.',
  },
  seal_key_on_the_web: {
    en: 'is set for a process that only serves pages: only workers hold this key.',
    fr: 'est fourni à un processus qui ne sert que des pages\u00a0: seuls les processus de travail détiennent cette clé.',
  },
  embedded_database: {
    en: 'is needed in production: the embedded database is a stand-in for development.',
    fr: 'est obligatoire en production\u00a0: la base de données intégrée ne sert qu’au développement.',
  },
  not_https: {
    en: 'must be the public https:// address in production.',
    fr: 'doit être l’adresse publique https:// en production.',
  },
  local_mail: {
    en: 'or NOTIFY_KEY is needed in production: the local mailbox sends nothing.',
    fr: 'ou NOTIFY_KEY est obligatoire en production\u00a0: la boîte locale n’envoie rien.',
  },
  demo_sign_in: {
    en: 'is needed in production: without it staff would sign in with the demonstration page.',
    fr: 'est obligatoire en production\u00a0: sans ce réglage, le personnel se connecterait par la page de démonstration.',
  },
  demo_world: {
    en: 'cannot be set in production: the demonstration world lets anyone act as anyone.',
    fr: 'ne peut pas être activé en production\u00a0: le monde de démonstration permet à quiconque d’agir au nom de tous.',
  },
  generated_key: {
    en: 'is needed in production: a key generated in the data folder protects nothing.',
    fr: 'est obligatoire en production\u00a0: une clé générée dans le dossier de données ne protège rien.',
  },
  generated_escrow: {
    en: 'is needed in production: the escrow key belongs to another branch, on paper.',
    fr: 'est obligatoire en production\u00a0: la clé de secours appartient à une autre direction générale, sur papier.',
  },
  no_auditor: {
    en: 'is needed in production: checkpoints of the record are mailed there.',
    fr: 'est obligatoire en production\u00a0: les points de contrôle du registre y sont envoyés.',
  },
  placeholder_prefix: {
    en: 'is needed in production: the placeholder prefix belongs to nobody.',
    fr: 'est obligatoire en production\u00a0: le préfixe provisoire n’appartient à personne.',
  },
  stand_in_host: {
    en: 'cannot be set in production: a server of this machine would answer in the place of the code hosts.',
    fr: 'ne peut pas être fourni en production\u00a0: un serveur de cette machine répondrait à la place des hôtes de code.',
  },
}

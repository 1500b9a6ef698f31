import type { Language, Text } from '../platform/i18n.ts'

const words = {
  copy: { en: 'Copy', fr: 'Copier' },
  copied: { en: 'Copied', fr: 'Copié' },
  failed: { en: 'Select the text and copy it yourself', fr: 'Sélectionnez le texte et copiez-le vous-même' },
} satisfies Record<string, Text>

/** Where the browser may put a button that copies the text of an element; without its script there is none. */
export const CopySlot = ({ of, name, language }: { of: string; name: string; language: Language }) => (
  <div
    class="acts"
    data-copies={of}
    data-copy={words.copy[language]}
    data-name={name}
    data-copied={words.copied[language]}
    data-failed={words.failed[language]}
    hidden
  />
)

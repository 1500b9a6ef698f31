import type { Text } from '../platform/i18n.ts'

type Amounts = Record<'price' | 'rate' | 'withTax' | 'limit' | 'room' | 'over' | 'ceiling', string>

/** What a price comes to, in words: the same that the bar shows. */
export const estimateTexts = {
  title: { en: 'What the price comes to', fr: 'Le prix, taxes comprises' },
  fits: {
    en: ({ price, rate, withTax, room, limit }: Amounts): string =>
      `${price} + ${rate} = ${withTax}, which leaves ${room} below the limit of ${limit}.`,
    fr: ({ price, rate, withTax, room, limit }: Amounts): string =>
      `${price} + ${rate} = ${withTax}, ce qui laisse une marge de ${room} sous la limite de ${limit}.`,
  },
  over: {
    en: ({ price, rate, withTax, over, limit }: Amounts): string =>
      `${price} + ${rate} = ${withTax}, which is ${over} above the limit of ${limit}.`,
    fr: ({ price, rate, withTax, over, limit }: Amounts): string =>
      `${price} + ${rate} = ${withTax}, soit ${over} de plus que la limite de ${limit}.`,
  },
  ceiling: {
    en: ({ ceiling }: Amounts): string => `${ceiling} is the most that leaves room for the tax.`,
    fr: ({ ceiling }: Amounts): string => `${ceiling} est le prix le plus élevé qui laisse de la place aux taxes.`,
  },
  worstCase: (rate: Text, names: Text): Text => ({
    en: `${rate.en} is the highest sales tax of the country (${names.en}): until the place is known, it counts.`,
    fr: `${rate.fr} est la taxe de vente la plus élevée au pays (${names.fr})\u00a0: c’est elle qui compte tant que le lieu n’est pas connu.`,
  }),
  placeKnown: (name: Text): Text => ({
    en: `The tax is that of the place where the service is received: ${name.en}.`,
    fr: `La taxe est celle du lieu où le service est reçu\u00a0: ${name.fr}.`,
  }),
  bar: {
    price: { en: 'Price', fr: 'Prix' },
    tax: { en: 'Sales tax', fr: 'Taxes de vente' },
    room: { en: 'Room left', fr: 'Marge' },
    over: { en: 'Above the limit', fr: 'Dépassement' },
  },
  everywhere: {
    en: 'The same price in each province and territory',
    fr: 'Le même prix dans chaque province et territoire',
  },
  exempt: (names: Text): Text => ({
    en: `By policy the department does not pay the provinces’ own sales tax in ${names.en}.`,
    fr: `Selon la politique, le ministère ne verse pas la taxe de vente propre à la province\u00a0: ${names.fr}.`,
  }),
  place: { en: 'Place', fr: 'Lieu' },
  rate: { en: 'Tax rate', fr: 'Taux' },
  withTax: { en: 'With tax', fr: 'Avec taxes' },
  most: { en: 'Most before tax', fr: 'Maximum avant taxes' },
  fitting: { en: 'Within the limit', fr: 'Dans la limite' },
  yes: { en: 'Yes', fr: 'Oui' },
  no: { en: 'No', fr: 'Non' },
} as const

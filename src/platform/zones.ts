import type { Text } from './i18n.ts'
import type { Zone } from './time.ts'

const names = {
  newfoundland: { en: 'Newfoundland time', fr: 'heure de Terre-Neuve' },
  atlantic: { en: 'Atlantic time', fr: 'heure de l’Atlantique' },
  eastern: { en: 'Eastern time', fr: 'heure de l’Est' },
  central: { en: 'Central time', fr: 'heure du Centre' },
  saskatchewan: { en: 'Saskatchewan time', fr: 'heure de la Saskatchewan' },
  mountain: { en: 'Mountain time', fr: 'heure des Rocheuses' },
  yukon: { en: 'Yukon time', fr: 'heure du Yukon' },
  pacific: { en: 'Pacific time', fr: 'heure du Pacifique' },
  universal: { en: 'Coordinated Universal Time', fr: 'temps universel coordonné' },
} as const satisfies Record<string, Text>

const zones: ReadonlyMap<Zone, Text> = new Map<Zone, Text>(
  Object.entries({
    'America/St_Johns': names.newfoundland,
    'America/Halifax': names.atlantic,
    'America/Glace_Bay': names.atlantic,
    'America/Moncton': names.atlantic,
    'America/Goose_Bay': names.atlantic,
    'America/Blanc-Sablon': names.atlantic,
    'America/Toronto': names.eastern,
    'America/Montreal': names.eastern,
    'America/Nipigon': names.eastern,
    'America/Thunder_Bay': names.eastern,
    'America/Iqaluit': names.eastern,
    'America/Pangnirtung': names.eastern,
    'America/Atikokan': names.eastern,
    'America/Coral_Harbour': names.eastern,
    'America/Winnipeg': names.central,
    'America/Rainy_River': names.central,
    'America/Rankin_Inlet': names.central,
    'America/Resolute': names.central,
    'America/Regina': names.saskatchewan,
    'America/Swift_Current': names.saskatchewan,
    'America/Edmonton': names.mountain,
    'America/Cambridge_Bay': names.mountain,
    'America/Inuvik': names.mountain,
    'America/Yellowknife': names.mountain,
    'America/Creston': names.mountain,
    'America/Dawson_Creek': names.mountain,
    'America/Fort_Nelson': names.mountain,
    'America/Whitehorse': names.yukon,
    'America/Dawson': names.yukon,
    'America/Vancouver': names.pacific,
    UTC: names.universal,
  }),
)

/** The zones of Canada that have a name here, in the order of the sun. */
export const canadianZones: readonly Zone[] = [...zones.keys()].filter((zone) => zone !== 'UTC')

/** How people call the zone; a zone outside Canada keeps its technical name. */
export function zoneName(zone: Zone): Text {
  return zones.get(zone) ?? { en: zone, fr: zone }
}

/**
 * Forward sortation areas of Ottawa and Gatineau. The rural ones (K0A, J0X) reach far beyond the region and count as
 * outside it. Source: the National Capital Region of the schedule to the National Capital Act, by postal area.
 */
const capitalAreas = new Set([
  ...'K1A K1B K1C K1E K1G K1H K1J K1K K1L K1M K1N K1P K1R K1S K1T K1V K1W K1X K1Y K1Z'.split(' '),
  ...'K2A K2B K2C K2E K2G K2H K2J K2K K2L K2M K2P K2R K2S K2T K2V K2W K4A K4B K4C K4M K4P'.split(' '),
  ...'J8L J8M J8P J8R J8T J8V J8X J8Y J8Z J9A J9H J9J'.split(' '),
])

/** Is this postal code in the National Capital Region? Written with or without its space. */
export const isInCapitalRegion = (postalCode: string): boolean =>
  capitalAreas.has(postalCode.trim().toUpperCase().slice(0, 3))

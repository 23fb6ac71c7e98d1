import { Temporal } from 'temporal-polyfill'
import { fold } from '../language/fold.ts'

/**
 * The IANA zone that words name, in its canonical spelling: `asia/riyadh`, a city («الدار البيضاء», `new york`), a country
 * of one zone (`egypt`), or an offset (`utc+3`). `null`: no zone is named so.
 */
export function zoneNamed(words: string): string | null {
  const folded = fold(words)
    .replace(/[_\s]+/g, ' ')
    .trim()
  return PLACES.get(folded) ?? offsetZone(folded) ?? ianaZone(folded.replace(/ /g, '_'))
}

/** Whether the working week runs from Sunday to Thursday there. */
export function restsOnFriday(zone: string): boolean {
  return FRIDAY_ZONES.has(zone)
}

/** The first Arabic name listed for a zone, its main city; `null`: none listed. */
export function arabicPlace(zone: string): string | null {
  const names = NAMES.find(([known]) => known === zone)?.[1].split(', ') ?? []
  return names.find((name) => /^\p{Script=Arabic}/u.test(name)) ?? null
}

function ianaZone(name: string): string | null {
  if (!/^[a-z]+(?:\/[a-z0-9_+-]+)+$/.test(name)) return null
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function offsetZone(folded: string): string | null {
  const parts = /^(?:utc|gmt)? ?([+-])(\d{1,2})(?::?([0-5]\d))?$/.exec(folded)
  const hours = Number(parts?.[2])
  if (parts === null || hours > 14) return null
  return `${parts[1]}${String(hours).padStart(2, '0')}:${parts[3] ?? '00'}`
}

/** Zones and their common names; the last part of an IANA name needs no entry. */
const NAMES: readonly (readonly [zone: string, names: string])[] = [
  ['UTC', 'utc, gmt, z, غرينتش, جرينتش, جرينيتش, غرينيتش'],
  ['Africa/Cairo', 'egypt, القاهرة, مصر, الإسكندرية, alexandria, الجيزة, giza'],
  [
    'Asia/Riyadh',
    'saudi, saudi arabia, ksa, makkah, mecca, medina, jeddah, dammam, الرياض, السعودية, مكة, مكة المكرمة, المدينة المنورة, جدة, الدمام',
  ],
  ['Asia/Gaza', 'gaza city, غزة, قطاع غزة, رفح, خان يونس'],
  ['Asia/Hebron', 'ramallah, palestine, nablus, الخليل, رام الله, فلسطين, نابلس, جنين, الضفة'],
  ['Asia/Jerusalem', 'al quds, القدس, حيفا, haifa, الناصرة, nazareth, tel aviv, تل أبيب'],
  ['Asia/Amman', 'jordan, عمان الأردن, الأردن, عمّان, إربد'],
  ['Asia/Beirut', 'lebanon, بيروت, لبنان, طرابلس لبنان'],
  ['Asia/Damascus', 'syria, aleppo, دمشق, سوريا, سورية, حلب, حمص, الشام'],
  ['Asia/Baghdad', 'iraq, basra, mosul, erbil, بغداد, العراق, البصرة, الموصل, أربيل'],
  ['Asia/Kuwait', 'kuwait city, الكويت'],
  ['Asia/Bahrain', 'manama, البحرين, المنامة'],
  ['Asia/Qatar', 'doha, قطر, الدوحة'],
  ['Asia/Dubai', 'uae, emirates, abu dhabi, sharjah, دبي, أبو ظبي, أبوظبي, الإمارات, الشارقة, العين'],
  ['Asia/Muscat', 'oman, مسقط, سلطنة عمان, صلالة'],
  ['Asia/Aden', 'yemen, sanaa, صنعاء, عدن, اليمن, تعز'],
  ['Africa/Khartoum', 'sudan, الخرطوم, السودان, بورتسودان, أم درمان'],
  ['Africa/Juba', 'south sudan, جوبا, جنوب السودان'],
  ['Africa/Tripoli', 'libya, benghazi, ليبيا, طرابلس, بنغازي'],
  ['Africa/Tunis', 'tunisia, تونس, صفاقس'],
  ['Africa/Algiers', 'algeria, oran, الجزائر, وهران, قسنطينة'],
  [
    'Africa/Casablanca',
    'morocco, rabat, marrakesh, fez, tangier, الدار البيضاء, المغرب, الرباط, مراكش, فاس, طنجة, كازا',
  ],
  ['Africa/El_Aaiun', 'العيون'],
  ['Africa/Nouakchott', 'mauritania, نواكشوط, موريتانيا'],
  ['Africa/Mogadishu', 'somalia, مقديشو, الصومال'],
  ['Africa/Djibouti', 'جيبوتي'],
  ['Indian/Comoro', 'comoros, moroni, جزر القمر, موروني'],
  ['Europe/Istanbul', 'turkey, ankara, إسطنبول, اسطنبول, أنقرة, تركيا'],
  ['Asia/Tehran', 'iran, طهران, إيران'],
  ['Asia/Kabul', 'afghanistan, كابل, كابول, أفغانستان'],
  ['Asia/Karachi', 'pakistan, islamabad, lahore, كراتشي, إسلام آباد, باكستان'],
  ['Asia/Kolkata', 'india, delhi, new delhi, mumbai, calcutta, الهند, دلهي, نيودلهي, مومباي'],
  ['Asia/Kathmandu', 'nepal, كاتماندو, نيبال'],
  ['Asia/Dhaka', 'bangladesh, دكا, بنغلادش'],
  ['Asia/Jakarta', 'جاكرتا'],
  ['Asia/Kuala_Lumpur', 'malaysia, كوالالمبور, ماليزيا'],
  ['Asia/Singapore', 'سنغافورة'],
  ['Asia/Shanghai', 'china, beijing, الصين, بكين, شنغهاي'],
  ['Asia/Tokyo', 'japan, طوكيو, اليابان'],
  ['Asia/Seoul', 'south korea, سيول, سول'],
  ['Africa/Lagos', 'nigeria, لاغوس, نيجيريا'],
  ['Africa/Nairobi', 'kenya, نيروبي, كينيا'],
  ['Africa/Addis_Ababa', 'ethiopia, أديس أبابا, إثيوبيا'],
  ['Africa/Asmara', 'eritrea, أسمرة, إريتريا'],
  ['Africa/Ndjamena', 'chad, إنجمينا, انجمينا, تشاد'],
  ['Africa/Dakar', 'senegal, داكار, السنغال'],
  ['Africa/Johannesburg', 'south africa, جوهانسبرغ, جنوب أفريقيا'],
  ['Europe/London', 'uk, britain, england, manchester, لندن, بريطانيا, مانشستر'],
  ['Europe/Dublin', 'ireland, دبلن, أيرلندا'],
  ['Europe/Paris', 'france, marseille, lyon, باريس, فرنسا, مرسيليا'],
  ['Europe/Berlin', 'germany, munich, hamburg, frankfurt, cologne, برلين, ألمانيا, ميونخ, هامبورغ, فرانكفورت'],
  ['Europe/Brussels', 'belgium, بروكسل, بلجيكا'],
  ['Europe/Amsterdam', 'netherlands, holland, rotterdam, the hague, أمستردام, هولندا, لاهاي'],
  ['Europe/Zurich', 'switzerland, geneva, bern, زيورخ, جنيف, سويسرا'],
  ['Europe/Vienna', 'austria, فيينا, النمسا'],
  ['Europe/Rome', 'italy, milan, روما, إيطاليا, ميلانو'],
  ['Europe/Madrid', 'spain, barcelona, مدريد, إسبانيا, برشلونة'],
  ['Europe/Lisbon', 'لشبونة'],
  ['Europe/Athens', 'greece, أثينا, اليونان'],
  ['Asia/Nicosia', 'cyprus, نيقوسيا, قبرص'],
  ['Europe/Stockholm', 'sweden, malmo, gothenburg, ستوكهولم, السويد, مالمو'],
  ['Europe/Oslo', 'norway, أوسلو, النرويج'],
  ['Europe/Copenhagen', 'denmark, كوبنهاغن, الدنمارك'],
  ['Europe/Helsinki', 'finland, هلسنكي, فنلندا'],
  ['Europe/Warsaw', 'poland, وارسو, بولندا'],
  ['Europe/Kyiv', 'ukraine, kiev, كييف, أوكرانيا'],
  ['Europe/Moscow', 'st petersburg, موسكو'],
  ['America/New_York', 'nyc, washington, boston, miami, نيويورك, واشنطن, بوسطن, ميامي'],
  ['America/Chicago', 'houston, dallas, شيكاغو, هيوستن, دالاس'],
  ['America/Denver', 'دنفر'],
  ['America/Los_Angeles', 'san francisco, seattle, san diego, لوس أنجلوس, سان فرانسيسكو, سياتل'],
  ['America/Detroit', 'dearborn, ديترويت, ديربورن'],
  ['America/Anchorage', 'alaska, أنكوريج, ألاسكا'],
  ['America/Toronto', 'ottawa, montreal, تورنتو, أوتاوا, مونتريال'],
  ['America/Vancouver', 'فانكوفر'],
  ['America/Mexico_City', 'مكسيكو, مكسيكو سيتي'],
  ['America/Sao_Paulo', 'ساو باولو'],
  ['America/Argentina/Buenos_Aires', 'argentina, بوينس آيرس, الأرجنتين'],
  ['America/Caracas', 'venezuela, كاراكاس, فنزويلا'],
  ['Australia/Sydney', 'canberra, سيدني'],
  ['Australia/Melbourne', 'ملبورن'],
  ['Pacific/Auckland', 'new zealand, wellington, أوكلاند, نيوزيلندا'],
  ['Pacific/Apia', 'samoa, آبيا, ساموا'],
]

const PLACES: ReadonlyMap<string, string> = new Map([
  ...Intl.supportedValuesOf('timeZone').map((zone): [string, string] => [cityOf(zone), zone]),
  ...NAMES.flatMap(([zone, names]) =>
    [cityOf(zone), ...names.split(', ')].map((name): [string, string] => [fold(name), zone]),
  ),
])

function cityOf(zone: string): string {
  return zone
    .slice(zone.lastIndexOf('/') + 1)
    .replaceAll('_', ' ')
    .toLowerCase()
}

/** Zones with a weekend of Friday and Saturday. */
const FRIDAY_ZONES: ReadonlySet<string> = new Set([
  ...['Africa/Cairo', 'Africa/Khartoum', 'Africa/Tripoli', 'Africa/Algiers', 'Africa/Djibouti', 'Africa/Mogadishu'],
  ...['Asia/Riyadh', 'Asia/Gaza', 'Asia/Hebron', 'Asia/Jerusalem', 'Asia/Amman', 'Asia/Damascus', 'Asia/Baghdad'],
  ...['Asia/Kuwait', 'Asia/Bahrain', 'Asia/Qatar', 'Asia/Muscat', 'Asia/Aden', 'Asia/Dhaka', 'Asia/Kabul'],
  ...['Indian/Comoro', 'Indian/Maldives'],
])

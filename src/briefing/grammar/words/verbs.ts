import { fold } from '../../../language/fold.ts'

/**
 * `say`: carries speech by itself (قال). `act`: an act of speech that may hold some quoted words (اتهم، رحب).
 * `ask`: its subject is asked, and speaks next (سُئل). `do`: no speech; its subject becomes the topic.
 */
type VerbForce = 'say' | 'act' | 'ask' | 'do'
/** `participle`: مضيفا. `masdar`: بقوله، بالتأكيد. Both take the main clause's subject. */
export type VerbShape = 'finite' | 'participle' | 'masdar'
/**
 * `goesOn`: with somebody's speech (أضاف). `noObject`: the noun behind it speaks (قال). `addresses`: whom it names is an object
 * (خاطب). `asks`: it answers next (سأل). `describes`: its object may be described by an office behind it (وصف). `issues`: a text (أصدر). `relays`: another's words (نقل). `appears`: in a text (جاء). `ofTexts`: only a text does it (نص). `reports`: a
 * statement and no other act (أعلن). `thanks`: its object, and على before what for (هنأ).
 */
const USES = [
  'goesOn',
  'noObject',
  'addresses',
  'asks',
  'describes',
  'issues',
  'relays',
  'appears',
  'ofTexts',
  'reports',
  'thanks',
] as const
export type VerbUse = (typeof USES)[number]
/** What a form shows of its verb and its subject. */
export type VerbForm = {
  readonly force: VerbForce
  readonly shape: VerbShape
  readonly gender: 'm' | 'f'
  readonly plural: boolean
  /** Takes bare words as direct speech with no colon (`وقال «…»`). */
  readonly bare: boolean
  readonly uses: ReadonlySet<VerbUse>
}

// Past (he), past (she), present (he), participle, verbal noun, uses. `-`: no such form; `بين_`: more often another word, so
// not read as this verb.
const SAY = `
قال قالت يقول قائل قول noObject reports | أضاف أضافت يضيف مضيف إضافة_ goesOn noObject | تابع تابعت يتابع متابع - goesOn | أجاب أجابت يجيب مجيب إجابة_ reports | كتب كتبت يكتب كاتب_ - reports | رد ردت يرد راد رد_ reports
أردف أردفت يردف مردف - goesOn | صرح صرحت يصرح مصرح تصريح noObject reports | علق علقت يعلق معلق تعليق reports | تساءل تساءلت يتساءل متسائل تساؤل | استطرد استطردت يستطرد مستطرد - goesOn | غرد غردت يغرد مغرد_ تغريد
زاد زادت - زائد_ - goesOn | واصل واصلت يواصل مواصل - goesOn | عقب عقبت يعقب معقب تعقيب goesOn | ختم ختمت يختم خاتم_ - goesOn | اختتم اختتمت يختتم مختتم - goesOn | خاطب خاطبت يخاطب مخاطب - addresses
هتف هتفت يهتف هاتف_ هتاف | صرخ صرخت يصرخ صارخ صراخ | صاح صاحت يصيح صائح - | همس همست يهمس هامس - | قلت - - - - | روى روت يروي راو - | حكى حكت يحكي - - | سأل سألت يسأل سائل سؤال_ addresses asks
استدرك استدركت يستدرك مستدرك - goesOn | مازح مازحت يمازح ممازح - | كرر كررت يكرر مكرر تكرار | تدارك تداركت يتدارك متدارك - goesOn
`
const ACT = `
أنشد أنشدت ينشد - - | أكمل أكملت يكمل مكمل_ - | لخص لخصت يلخص ملخص_ - | أسر أسرت - - - | أفصح أفصحت يفصح مفصح إفصاح | أفتى أفتت يفتي - - | نادى نادت ينادي منادي - | ردد رددت يردد مردد ترديد | تمتم تمتمت يتمتم متمتم -
اعترض اعترضت يعترض معترض اعتراض | أنذر أنذرت ينذر منذر - | توسل توسلت يتوسل متوسل - | رجا رجت يرجو راجي - | دون_ دونت - - - | عنون عنونت يعنون - - | شبه_ شبهت يشبه مشبه تشبيه describes | اعتذر اعتذرت يعتذر معتذر -
تأسف تأسفت يتأسف متأسف - | برهن برهنت يبرهن مبرهن - | أثبت أثبتت يثبت مثبت إثبات_ | استخلص استخلصت يستخلص مستخلص - | أوجز أوجزت يوجز موجز_ - | فسر فسرت يفسر مفسر - | عرف_ عرفت يعرف معرف_ - | تحدى تحدت يتحدى متحدي -
تباهى تباهت يتباهى متباهي - | تفاخر تفاخرت يتفاخر متفاخر - | افتخر افتخرت يفتخر مفتخر - | وافق وافقت يوافق موافق_ - | أجمع أجمعت يجمع - - | أيد أيدت يؤيد مؤيد تأييد | حض حضت يحض - - | أقنع أقنعت يقنع - -
ذكّر ذكّرت يذكّر مذكر_ تذكير | مزح مزحت يمزح مازح - | تهكم تهكمت يتهكم متهكم - | هاجم هاجمت يهاجم مهاجم_ - | استهل استهلت يستهل مستهل - | أنحى أنحت ينحي - - | أبان أبانت يبين_ - - | وضح وضحت - - -
شكك شككت يشكك مشكك تشكيك | جادل جادلت يجادل مجادل - | حاجج حاججت يحاجج - - | تكهن تكهنت يتكهن متكهن - | قدر_ قدرت يقدر مقدر_ - | تنبأ تنبأت يتنبأ متنبئ - | بارك باركت يبارك - - | لاحظ لاحظت يلاحظ ملاحظ_ ملاحظة_
أظهر أظهرت يظهر_ - - | وجد وجدت - - - | اكتشف اكتشفت يكتشف - - | عدد_ عددت يعدد معدد - | استنجد استنجدت يستنجد - - | اشترط اشترطت يشترط مشترط - | أوعز أوعزت يوعز - - | احتفى احتفت يحتفي - - | تضامن تضامنت يتضامن - -
انبرى - - - - | أنب أنبت يؤنب - - | وبخ وبخت يوبخ - - | علل عللت يعلل معلل تعليل | تساجل - - - - | وصّى وصّت - - - | عزى عزت يعزي معزي - | تحسر تحسرت يتحسر متحسر - | فاخر - - - - | ثمن_ ثمنت يثمن مثمن تثمين
نعت_ - ينعت ناعت - describes | شتم شتمت يشتم شاتم - | سب_ سبت_ يسب - - | لعن لعنت يلعن لاعن - | أكد أكدت يؤكد مؤكد تأكيد reports | أوضح أوضحت يوضح موضح توضيح reports | ذكر ذكرت يذكر_ ذاكر_ - reports | أشار أشارت يشير مشير إشارة reports
أفاد أفادت يفيد مفيد إفادة reports | أعلن أعلنت يعلن معلن إعلان_ reports | شدد شددت يشدد مشدد تشديد reports | لفت لفتت يلفت لافت لفت_ reports | نوه نوهت ينوه منوه تنويه reports | كشف كشفت يكشف كاشف كشف_ reports | بين_ بينت يبين مبين -
أبرز أبرزت يبرز مبرز إبراز_ | أورد أوردت يورد مورد - | اعتبر اعتبرت يعتبر معتبر اعتبار_ reports | رأى رأت يرى - - reports | أقر أقرت يقر مقر_ إقرار | اعترف اعترفت يعترف معترف اعتراف | نفى نفت ينفي نافي نفي reports | زعم زعمت يزعم زاعم زعم reports
ادعى ادعت يدعي مدعي_ ادعاء reports | جزم جزمت يجزم جازم جزم | حذر حذرت يحذر محذر تحذير reports | خلص خلصت يخلص - - | أبلغ أبلغت يبلغ مبلغ_ إبلاغ | أخبر أخبرت يخبر مخبر إخبار | أعرب أعربت يعرب معرب إعراب reports
عبر_ عبرت_ يعبر معبر تعبير_ reports | استنتج استنتجت يستنتج مستنتج استنتاج | توقع توقعت يتوقع متوقع توقع_ reports | رجح رجحت يرجح مرجح_ ترجيح reports | ألمح ألمحت يلمح ملمح - | لمح لمحت - - تلميح | اعتقد اعتقدت يعتقد معتقد - reports
سجل سجلت يسجل مسجل - | أعلم أعلمت يعلم_ - - | جدد جددت يجدد مجدد تجديد | تعهد تعهدت يتعهد متعهد تعهد | وعد وعدت يعد_ واعد وعد | توعد توعدت يتوعد متوعد توعد | هدد هددت يهدد مهدد تهديد | أقسم أقسمت يقسم_ مقسم_ -
شرح شرحت يشرح شارح شرح | وصف وصفت يصف واصف - describes reports | أسهب أسهبت - مسهب - | استشهد_ - - مستشهد - | دافع دافعت يدافع مدافع - | برر بررت يبرر مبرر تبرير | أثنى أثنت يثني مثني ثناء
استغرب استغربت يستغرب مستغرب استغراب | تحدث تحدثت يتحدث متحدث - | تمنى تمنت يتمنى متمني - | أوصى أوصت يوصي موصي - | نصح نصحت ينصح ناصح - | اقترح اقترحت يقترح مقترح اقتراح_ | ناشد ناشدت يناشد مناشد مناشدة
استنكر استنكرت يستنكر مستنكر استنكار | ندد نددت يندد مندد تنديد | أدان أدانت يدين مدين إدانة | شجب شجبت يشجب شاجب شجب | اتهم اتهمت يتهم متهم_ اتهام_ describes | طالب طالبت يطالب مطالب مطالبة_ reports
دعا دعت يدعو داعي دعوة_ reports | رحب رحبت يرحب مرحب ترحيب | انتقد انتقدت ينتقد منتقد انتقاد_ | أشاد أشادت يشيد مشيد إشادة | شكر شكرت يشكر شاكر شكر_ thanks | هنأ هنأت يهنئ مهنئ تهنئة_ thanks | حث حثت يحث حاث حث | رفض رفضت يرفض رافض رفض_
نبه نبهت ينبه منبه تنبيه | لام لامت يلوم لائم - | سخر سخرت يسخر ساخر سخرية_ | استهجن استهجنت يستهجن مستهجن - | تعجب تعجبت يتعجب متعجب - | أصر أصرت يصر مصر_ إصرار | استبعد استبعدت يستبعد مستبعد استبعاد_
نعى نعت ينعى ناعي نعي_ | عزا عزت_ يعزو عازي - | أرجع أرجعت يرجع_ مرجع_ إرجاع_ | طمأن طمأنت يطمئن مطمئن طمأنة | - تذكر - - - | - تذكرت يتذكر متذكر - | أسف أسفت يأسف آسف - | سمى سمت يسمي مسمي - | أسمى أسمت - - -
أبدى أبدت يبدي مبدي إبداء | نصت_ نصت ينص - - noObject ofTexts | جاء جاءت_ - - - appears | ورد وردت - - - appears | نقل نقلت ينقل ناقل نقل_ relays | نسب_ نسبت - - - relays | اشتكى اشتكت يشتكي مشتكي -
شكا شكت يشكو شاكي - | بشر_ بشرت يبشر مبشر - | تبين - - - - | استعرض استعرضت يستعرض مستعرض - | تطرق تطرقت يتطرق متطرق - | ناقش ناقشت يناقش مناقش - | احتج احتجت يحتج محتج_ - | طلب طلبت يطلب طالب_ طلب_
أمر_ أمرت يأمر_ آمر_ - | استفسر استفسرت يستفسر مستفسر - | تلا تلت_ يتلو - - | رثى رثت يرثي - -
`
const DO = `
أثار أثارت يثير - - | ركز ركزت يركز - - | سعى سعت يسعى - - | تناول_ تناولت يتناول - - | ربط_ ربطت يربط - - | سلط سلطت يسلط - - | لجأ لجأت يلجأ - - | أعاد أعادت يعيد - -
- ظنت يظن - - | شعر_ شعرت يشعر - - | أدرك أدركت يدرك - - | أخذ_ أخذت يأخذ - - | قابل_ قابلت يقابل - - | تدخل_ تدخلت يتدخل - - | خشي_ خشيت يخشى - - | اقتبس اقتبست يقتبس - - | اعتنق اعتنقت يعتنق - -
تزوج تزوجت يتزوج - - | آمن_ آمنت يؤمن - - | فقد_ فقدت يفقد - - | حدد حددت يحدد - - | أرجأ أرجأت - - - | ألغى ألغت يلغي - - | أوقف أوقفت يوقف - - | انسحب انسحبت ينسحب - - | ابتسم ابتسمت يبتسم - - | بكى بكت يبكي - -
ضحك ضحكت يضحك - - | وقف_ وقفت يقف - - | صافح صافحت يصافح - - | شاهد شاهدت يشاهد - - | اشترى اشترت يشتري - - | باع باعت يبيع - - | دفع_ دفعت يدفع - - | تبنى تبنت يتبنى - - | ساهم ساهمت يساهم - -
ساعد ساعدت يساعد - - | أقال أقالت يقيل - - | رشح_ رشحت يرشح - - | صوت_ صوتت يصوت - - | تفقد تفقدت يتفقد - - | انتقل انتقلت ينتقل - - | اعتلى اعتلت يعتلي - - | استعاد استعادت يستعيد - - | أحيا أحيت يحيي - -
انتهى انتهت ينتهي - - | تراجع_ تراجعت يتراجع - - | وافته - - - - | ترشح ترشحت يترشح - - | تسبب_ تسببت يتسبب - - | مضى مضت يمضي - - | تمكن_ تمكنت يتمكن - - | وصل وصلت يصل - - | غادر غادرت يغادر - -
زار زارت يزور - - | التقى التقت يلتقي - - | شارك شاركت يشارك - - | حضر حضرت يحضر - - | عقد عقدت يعقد - - | وقع وقعت يوقع - - | افتتح افتتحت يفتتح - - | ترأس ترأست يترأس - - | استقبل استقبلت يستقبل - -
بحث بحثت يبحث - - | قاد قادت يقود - - | فاز فازت يفوز - - | خسر خسرت يخسر - - | تعرض تعرضت يتعرض - - | توجه توجهت يتوجه - - | عاد عادت يعود - - | بدأ بدأت يبدأ - - | استمر استمرت يستمر - - | حاول حاولت يحاول - -
قرر قررت يقرر - - | قام قامت يقوم - - | ظهر_ ظهرت يظهر - - | بدا بدت يبدو - - | كان كانت يكون - - | ظل ظلت يظل - - | تولى تولت يتولى - - | تقدم_ تقدمت يتقدم - - | نجح نجحت ينجح - - | فشل فشلت يفشل - -
أجرى أجرت يجري - - | نشر نشرت ينشر - - | أطلق أطلقت يطلق - - | أصدر أصدرت يصدر - - issues | اكتفى اكتفت يكتفي - - | استخدم استخدمت يستخدم - - | واجه واجهت يواجه - - | أراد أرادت يريد - - | أنهى أنهت ينهي - -
ترك تركت يترك - - | سعى سعت يسعى - - | أمضى أمضت يمضي - - | عمل_ عملت يعمل - - | عاش عاشت يعيش - - | درس_ درست يدرس - - | انضم انضمت ينضم - - | استقال استقالت يستقيل - - | صدر صدرت - - - | اعتقل_ اعتقلت يعتقل - -
قدم قدمت يقدم - - | أرسل أرسلت يرسل - - | اتصل اتصلت يتصل - - | بعث بعثت يبعث - - | وجه وجهت يوجه - - | ألقى ألقت يلقي - - | شن شنت يشن - - | تسلم تسلمت يتسلم - - | سلم سلمت يسلم - - | اختار اختارت يختار - -
أدلى أدلت يدلي - - | لوح لوحت يلوح ملوح تلويح | تلقى تلقت يتلقى - - | اضطر اضطرت يضطر - - | لعب لعبت يلعب - - | أحرز أحرزت يحرز - - | عرض عرضت يعرض - - | منح منحت يمنح - - | أمر أمرت - - - | جلس جلست يجلس - -
استقل استقلت يستقل - - | تصدى تصدت يتصدى - - | تألم تألمت يتألم - - | دخل دخلت يدخل - - | خرج خرجت يخرج - - | رافق رافقت يرافق - - | خاض خاضت يخوض - - | شكل_ شكلت يشكل - - | مثل_ مثلت يمثل - - | نظم_ نظمت ينظم - -
أسس أسست يؤسس - - | تأمل_ تأملت يأمل - - | خطط خططت يخطط - -
`
const ASK = 'سئل سئلت - - -'

/** Every form of every verb of speech or action, folded, without و and ف. */
export const VERBS: ReadonlyMap<string, VerbForm> = new Map([
  ...conjugate(DO, { force: 'do', bare: false }),
  ...conjugate(ACT, { force: 'act', bare: false }),
  ...conjugate(SAY, { force: 'say', bare: true }),
  ...conjugate(ASK, { force: 'ask', bare: false }),
])

type Kind = Pick<VerbForm, 'force' | 'bare' | 'uses'>

function conjugate(table: string, kind: Omit<Kind, 'uses'>): [string, VerbForm][] {
  return table
    .trim()
    .split(/\n|\|/)
    .flatMap((row) => rowForms(row.trim().split(/\s+/), kind))
}

function rowForms(row: readonly string[], force: Omit<Kind, 'uses'>): [string, VerbForm][] {
  const [past = '-', pastShe = '-', present = '-', participle = '-', masdar = '-', ...uses] = row
  const kind: Kind = { ...force, uses: new Set(USES.filter((use) => uses.includes(use))) }
  return [
    ...finiteForms({ past, pastShe, present }, kind),
    ...participleForms(participle, kind),
    ...masdarForms(masdar, kind),
  ]
}

function absent(word: string): boolean {
  return word === '-' || word.endsWith('_')
}

function finiteForms(row: { past: string; pastShe: string; present: string }, kind: Kind): [string, VerbForm][] {
  const he: VerbForm = { ...kind, shape: 'finite', gender: 'm', plural: false }
  const she: VerbForm = { ...he, gender: 'f' }
  const they: VerbForm = { ...he, plural: true }
  const forms: [string, VerbForm][] = []
  const add = (word: string, form: VerbForm) => forms.push([fold(word), form])
  if (!absent(row.past)) {
    add(row.past, he)
    add(`${row.past.replace(/[ىا]$/, '')}وا`, they)
    for (const object of ['ه', 'ها', 'هم', 'هما', 'نا', 'ني']) add(withSuffix(row.past, object), he)
    // `سموه` is His Highness.
    if (!/[ىا]$/.test(row.past)) for (const object of ['ه', 'ها', 'هم']) add(`${row.past}و${object}`, they)
  }
  if (!absent(row.pastShe)) {
    add(row.pastShe, she)
    add(`${row.pastShe}ا`, { ...she, plural: true })
    for (const object of ['ه', 'ها', 'هم']) add(row.pastShe + object, she)
  }
  if (!absent(row.present)) {
    const stem = row.present.slice(1)
    for (const before of ['', 'س', 'ل']) {
      add(`${before}ي${stem}`, he)
      add(`${before}ت${stem}`, she)
      add(`${before}ي${stem.replace(/[ىي]$/, '')}ون`, they)
    }
    if (kind.force !== 'do') for (const object of ['ه', 'ها', 'هم']) add(withSuffix(row.present, object), he)
  }
  return forms
}

// A final ى turns to ا before a suffix (رأى → رآه, نفى → نفاه).
function withSuffix(word: string, suffix: string): string {
  return word.endsWith('ى') ? `${word.slice(0, -1)}ا${suffix}` : word + suffix
}

function participleForms(participle: string, kind: Kind): [string, VerbForm][] {
  if (absent(participle)) return []
  const he: VerbForm = { ...kind, shape: 'participle', gender: 'm', plural: false }
  const stem = fold(participle)
  return [
    [`${stem}ا`, he],
    [`${stem}ه`, { ...he, gender: 'f' }],
    [`${stem}ين`, { ...he, plural: true }],
  ]
}

function masdarForms(masdar: string, kind: Kind): [string, VerbForm][] {
  if (absent(masdar)) return []
  const form: VerbForm = { ...kind, shape: 'masdar', gender: 'm', plural: false }
  const noun = fold(masdar)
  const owned = noun.endsWith('ه') ? `${noun.slice(0, -1)}ت` : noun
  return [
    [`بال${noun}`, form],
    [`ب${owned}ه`, form],
    [`${owned}ه`, form],
    [`ب${owned}ها`, { ...form, gender: 'f' }],
    [`${owned}ها`, { ...form, gender: 'f' }],
    [`ب${owned}هم`, { ...form, plural: true }],
    [`${owned}هم`, { ...form, plural: true }],
  ]
}

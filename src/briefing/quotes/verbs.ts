import { fold } from '../../language/fold.ts'

/**
 * `say`: carries speech by itself (قال). `act`: an act of speech that may hold some quoted words (اتهم، رحب).
 * `ask`: its subject is asked, and speaks next (سُئل). `do`: no speech; only tells who the text is about now.
 */
export type VerbForce = 'say' | 'act' | 'ask' | 'do'
/** `participle`: مضيفا. `masdar`: بقوله، بالتأكيد. Both take the main clause's subject. */
export type VerbShape = 'finite' | 'participle' | 'masdar'
export type VerbForm = {
  readonly force: VerbForce
  readonly shape: VerbShape
  readonly gender: 'm' | 'f'
  readonly plural: boolean
  /** Takes bare words as direct speech with no colon (`وقال «…»`). */
  readonly bare: boolean
}

// past (he), past (she), present (he), participle, verbal noun; `-` where the form is not used or is another word.
const SAY_BARE = `
قال قالت يقول قائل قول | أضاف أضافت يضيف مضيف إضافة_ | تابع تابعت يتابع متابع - | أجاب أجابت يجيب مجيب إجابة_ | كتب كتبت يكتب كاتب_ - | رد ردت يرد راد رد_ | أردف أردفت يردف مردف -
صرح صرحت يصرح مصرح تصريح | علق علقت يعلق معلق تعليق | تساءل تساءلت يتساءل متسائل تساؤل | استطرد استطردت يستطرد مستطرد - | غرد غردت يغرد مغرد_ تغريد | زاد زادت يزيد زائد_ - | واصل واصلت يواصل مواصل -
عقب عقبت يعقب معقب تعقيب | ختم ختمت يختم خاتم_ - | اختتم اختتمت يختتم مختتم - | خاطب خاطبت يخاطب مخاطب - | هتف هتفت يهتف هاتف_ هتاف | صرخ صرخت يصرخ صارخ صراخ | صاح صاحت يصيح صائح - | همس همست يهمس هامس -
حدث_ - - محدث_ - | قلت - أقول - - | روى روت يروي راو - | حكى حكت يحكي - - | سأل سألت يسأل سائل سؤال_ | استدرك استدركت يستدرك مستدرك - | نشر_ - - ناشر_ - | مازح مازحت يمازح ممازح - | كرر كررت يكرر مكرر تكرار
`
const SAY = `
أكد أكدت يؤكد مؤكد تأكيد | أوضح أوضحت يوضح موضح توضيح | ذكر ذكرت يذكر_ ذاكر_ - | أشار أشارت يشير مشير إشارة | أفاد أفادت يفيد مفيد إفادة | أعلن أعلنت يعلن معلن إعلان_ | شدد شددت يشدد مشدد تشديد | لفت لفتت يلفت لافت لفت_
نوه نوهت ينوه منوه تنويه | كشف كشفت يكشف كاشف كشف_ | بين_ بينت يبين مبين - | أبرز أبرزت يبرز مبرز إبراز_ | أورد أوردت يورد مورد - | اعتبر اعتبرت يعتبر معتبر اعتبار_ | رأى رأت يرى - - | أقر أقرت يقر مقر_ إقرار | اعترف اعترفت يعترف معترف اعتراف
نفى نفت ينفي نافي نفي | زعم زعمت يزعم زاعم زعم | ادعى ادعت يدعي مدعي_ ادعاء | جزم جزمت يجزم جازم جزم | حذر حذرت يحذر محذر تحذير | خلص خلصت يخلص - - | أبلغ أبلغت يبلغ مبلغ_ إبلاغ | أخبر أخبرت يخبر مخبر إخبار | أعرب أعربت يعرب معرب إعراب
عبر_ عبرت_ يعبر معبر تعبير_ | استنتج استنتجت يستنتج مستنتج استنتاج | توقع توقعت يتوقع متوقع توقع_ | رجح رجحت يرجح مرجح_ ترجيح | ألمح ألمحت يلمح ملمح - | لمح لمحت - - تلميح | اعتقد اعتقدت يعتقد معتقد - | ذهب_ - - - - | سجل_ سجلت_ - مسجل_ -
أعلم أعلمت يعلم_ - - | أعاد_ - - - - | جدد جددت يجدد مجدد تجديد | تعهد تعهدت يتعهد متعهد تعهد | وعد وعدت يعد_ واعد وعد | توعد توعدت يتوعد متوعد توعد | هدد هددت يهدد مهدد تهديد | أقسم أقسمت يقسم_ مقسم_ - | شرح شرحت يشرح شارح شرح
وصف وصفت يصف واصف وصف | أسهب أسهبت - مسهب - | استشهد_ - - مستشهد - | دافع دافعت يدافع مدافع - | برر بررت يبرر مبرر تبرير | أثنى أثنت يثني مثني ثناء | استغرب استغربت يستغرب مستغرب استغراب | تحدث تحدثت يتحدث متحدث - | تمنى تمنت يتمنى متمني -
أوصى أوصت يوصي موصي - | نصح نصحت ينصح ناصح - | اقترح اقترحت يقترح مقترح اقتراح_ | ناشد ناشدت يناشد مناشد مناشدة | استنكر استنكرت يستنكر مستنكر استنكار | ندد نددت يندد مندد تنديد | أدان أدانت يدين مدين إدانة | شجب شجبت يشجب شاجب شجب
اتهم اتهمت يتهم متهم_ اتهام_ | طالب طالبت يطالب مطالب مطالبة_ | دعا دعت يدعو داعي دعوة_ | رحب رحبت يرحب مرحب ترحيب | انتقد انتقدت ينتقد منتقد انتقاد_ | أشاد أشادت يشيد مشيد إشادة | شكر شكرت يشكر شاكر شكر_ | هنأ هنأت يهنئ مهنئ تهنئة_ | حث حثت يحث حاث حث
رفض رفضت يرفض رافض رفض_ | نبه نبهت ينبه منبه تنبيه | لام لامت يلوم لائم - | سخر سخرت يسخر ساخر سخرية_ | استهجن استهجنت يستهجن مستهجن - | تعجب تعجبت يتعجب متعجب - | أصر أصرت يصر مصر_ إصرار | أعطى_ - - - - | استبعد استبعدت يستبعد مستبعد استبعاد_
نعى نعت ينعى ناعي نعي_ | عزا عزت_ يعزو عازي - | أرجع أرجعت يرجع_ مرجع_ إرجاع_ | طمأن طمأنت يطمئن مطمئن طمأنة | حمل_ حملت_ يحمل_ محمل_ تحميل_ | تذكر تذكرت يتذكر متذكر - | أسف أسفت يأسف آسف - | شهد_ - - - - | سمى سمت يسمي مسمي - | أسمى أسمت - - -
أبدى أبدت يبدي مبدي إبداء | أعاد_ - - - - | نصت_ نصت ينص - - | جاء جاءت_ - - - | ورد وردت - - - | نقل نقلت ينقل ناقل نقل_ | نسب_ نسبت - - - | اشتكى اشتكت يشتكي مشتكي - | شكا شكت يشكو شاكي - | بشر_ بشرت يبشر مبشر - | تبين - - - -
استعرض استعرضت يستعرض مستعرض - | تطرق تطرقت يتطرق متطرق - | ناقش ناقشت يناقش مناقش - | أطلق_ - - - - | احتج احتجت يحتج محتج_ - | طلب طلبت يطلب طالب_ طلب_ | أمر_ أمرت يأمر_ آمر - | استفسر استفسرت يستفسر مستفسر - | تلا تلت_ يتلو - - | رثى رثت يرثي - -
`
const DO = `
وصل وصلت يصل - - | غادر غادرت يغادر - - | زار زارت يزور - - | التقى التقت يلتقي - - | شارك شاركت يشارك - - | حضر حضرت يحضر - - | عقد عقدت يعقد - - | وقع وقعت يوقع - - | افتتح افتتحت يفتتح - - | ترأس ترأست يترأس - - | استقبل استقبلت يستقبل - -
بحث بحثت يبحث - - | قاد قادت يقود - - | فاز فازت يفوز - - | خسر خسرت يخسر - - | تعرض تعرضت يتعرض - - | توجه توجهت يتوجه - - | عاد عادت يعود - - | بدأ بدأت يبدأ - - | استمر استمرت يستمر - - | حاول حاولت يحاول - - | قرر قررت يقرر - - | قام قامت يقوم - -
ظهر_ ظهرت يظهر - - | بدا بدت يبدو - - | كان كانت يكون - - | ظل ظلت يظل - - | تولى تولت يتولى - - | تقدم_ تقدمت يتقدم - - | نجح نجحت ينجح - - | فشل فشلت يفشل - - | أجرى أجرت يجري - - | نشر نشرت ينشر - - | أطلق أطلقت يطلق - - | أصدر أصدرت يصدر - -
اكتفى اكتفت يكتفي - - | استخدم استخدمت يستخدم - - | واجه واجهت يواجه - - | أراد أرادت يريد - - | أنهى أنهت ينهي - - | ترك تركت يترك - - | سعى سعت يسعى - - | أمضى أمضت يمضي - - | عمل_ عملت يعمل - - | عاش عاشت يعيش - - | درس_ درست يدرس - - | انضم انضمت ينضم - -
استقال استقالت يستقيل - - | اعتقل_ اعتقلت يعتقل - - | قدم قدمت يقدم - - | أرسل أرسلت يرسل - - | اتصل اتصلت يتصل - - | بعث بعثت يبعث - - | وجه وجهت يوجه - - | ألقى ألقت يلقي - - | شن شنت يشن - - | تسلم تسلمت يتسلم - - | سلم سلمت يسلم - - | اختار اختارت يختار - -
أدلى أدلت يدلي - - | لوح لوحت يلوح ملوح تلويح | تلقى تلقت يتلقى - - | اضطر اضطرت يضطر - - | لعب لعبت يلعب - - | سجل سجلت يسجل - - | أحرز أحرزت يحرز - - | عرض عرضت يعرض - - | منح منحت يمنح - - | أمر أمرت - - - | جلس جلست يجلس - - | استقل استقلت يستقل - -
تصدى تصدت يتصدى - - | تألم تألمت يتألم - - | دخل دخلت يدخل - - | خرج خرجت يخرج - - | رافق رافقت يرافق - - | خاض خاضت يخوض - - | شكل_ شكلت يشكل - - | مثل_ مثلت يمثل - - | نظم_ نظمت ينظم - - | أسس أسست يؤسس - - | تأمل_ تأملت يأمل - - | خطط خططت يخطط - -
`
const ASK = 'سئل سئلت - - -'

/** Every form of every verb that tells who speaks or acts, folded, without و and ف. */
export const VERBS: ReadonlyMap<string, VerbForm> = new Map([
  ...conjugate(DO, { force: 'do', bare: false }),
  ...conjugate(SAY, { force: 'act', bare: false }),
  ...conjugate(SAY_BARE, { force: 'say', bare: true }),
  ...conjugate(ASK, { force: 'ask', bare: false }),
])

type Kind = { readonly force: VerbForce; readonly bare: boolean }

function conjugate(table: string, kind: Kind): [string, VerbForm][] {
  return table
    .trim()
    .split(/\n|\|/)
    .flatMap((row) => rowForms(row.trim().split(/\s+/), kind))
}

function rowForms(row: readonly string[], kind: Kind): [string, VerbForm][] {
  const [past = '-', pastShe = '-', present = '-', participle = '-', masdar = '-'] = row
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
    if (kind.force !== 'do')
      for (const object of ['ه', 'ها', 'هم', 'هما', 'نا', 'ني']) add(withSuffix(row.past, object), he)
  }
  if (!absent(row.pastShe)) {
    add(row.pastShe, she)
    add(`${row.pastShe}ا`, { ...she, plural: true })
    if (kind.force !== 'do') for (const object of ['ه', 'ها', 'هم']) add(row.pastShe + object, she)
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

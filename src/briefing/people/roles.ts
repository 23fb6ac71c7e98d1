import { fold } from '../../language/fold.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/).map(fold)

// One person each; masculine, without ال. Feminine forms are made below.
const PERSONS = words(`
رئيس وزير نائب ملك أمير سلطان سفير قنصل مبعوث موفد مندوب ممثل متحدث ناطق مستشار أمين مدير مسؤول مسئول قائد زعيم عضو حاكم محافظ عمدة والي عامل وال قاض قاضي مدع مدعي نقيب عميد لواء فريق عقيد رائد ملازم
جنرال أدميرال كولونيل مارشال مشير ضابط جندي شرطي مفتش محقق سيناتور ناشط محام محامي صحفية صحافية إعلامية مذيع مراسل كاتب روائي شاعر ناقد مؤرخ مفكر فيلسوف
باحث خبير محلل أكاديمي أستاذ بروفيسور بروفسور دكتور طبيب جراح ممرض مسعف عالم مهندس رجل سيد سيدة آنسة شيخ مفتي مفت مرشد قس أسقف بطريرك بابا حاخام راهب كاهن خطيب داعية
مخرج ممثلة ممثل فنان مطرب مغن مغني موسيقي ملحن منتج مصور رسام نحات مصمم مؤلف مترجم ناشر محرر رئيسة لاعب مدرب مدافع مهاجم حارس حكم هداف نجم كابتن بطل عداء سباح ملاكم متسابق إداري مالك
صاحب مؤسس شريك موظف عامل مزارع تاجر بائع سائق طالب تلميذ معلم مدرس مواطن ساكن شاهد ناج ناجي متهم مشتبه ضحية مصاب جريح معتقل سجين أسير لاجئ نازح مهاجر محتج متظاهر متطوع متعامل مستثمر مصرفي مضارب
سمسار محاسب مراقب منسق مشرف وكيل سكرتير مساعد معاون نظير خليفة سلف والد والدة أب أم ابن ابنة شقيق شقيقة أخ أخت زوج زوجة جد جدة عم خال قريب صديق زميل جار أرملة نجل نجلة كريمة حفيد طفل طفلة فتاة شاب رضيع رجل امرأة
مرشح منافس فائز لورد لادي سير عاهل ولي دوق دوقة إمبراطور قيصر رئيسا مفوض مقرر مراجع أمينة حاخام آية عالمة داعي منشق متمرد مقاتل ثائر كبير معلق مدون مغرد كوميدي نادل
طيار بحار قبطان ربان رائدة طاه مايسترو عازف مدعية قاضية متحدثة مصدر وسيط محكم مخترع مبرمج مطور  إرهابي انتحاري قاتل
مواطنة مستخدم مشجع زائر سائح مسافر راكب مريض معالج أخصائي اختصاصي استشاري صيدلي
مستشارة رئيسه نقابي قروي عميل جاسوس متعاقد محارب قنصلة ملازمة عريف رقيب
`)

// Several, or nobody in particular: they speak, but are no Person of the cast.
const GROUPS = words(`
مسؤولون مسؤولين مسئولون مسئولين خبراء محللون محللين نشطاء ناشطون ناشطين شهود مصادر سكان أهالي مواطنون مواطنين محتجون متظاهرون صحفيون صحافيون صحفيين صحافيين باحثون باحثين علماء أطباء محامون محامين
متحدثون وزراء نواب قادة زعماء رؤساء دبلوماسيون دبلوماسيين مراقبون مراقبين مقربون أقارب أسرة عائلة ناجون لاجئون نازحون معارضون سياسيون اقتصاديون متعاملون تجار مستخدمون مغردون مدونون معلقون نقاد
مقاتلون متمردون مسلحون جنود ضباط قياديون أعضاء طلاب طالبات موظفون عمال منظمون مشاركون لاعبون مشجعون أنصار مؤيدون منتقدون البعض بعض آخرون كثيرون مشرعون الزعيمان الرئيسان الوزيران الجانبان الطرفان المصدران المسؤولان
عشاق محبون عشاق مشاهير فنانون مخرجون كتاب الجانب الطرف رجال نساء شبان شباب ضحايا محققون فريق_ معتقلون متهمون قضاة ممثلون متخصصون مختصون أكاديميون مؤرخون
`)

// Words of courtesy and rank: part of the role, never of the name.
const TITLES = words(`
السيد السيدة الآنسة الدكتور الدكتورة الشيخ الشيخة الأمير الأميرة الملك الملكة المهندس المهندسة الأستاذ الأستاذة المحامي المحامية النائب النائبة الوزير الوزيرة الرئيس الرئيسة اللواء العميد العقيد الجنرال الفريق المشير
السيناتور السفير السفيرة البابا الحاخام القس الإمام المفتي الكابتن الحاج الحاجة اللورد السير الليدي البروفيسور البروفسور الرائد النقيب الملازم الدوق الدوقة الفنان الفنانة الكاتب الكاتبة القاضي القاضية
د م أ
`)

const DEFINITE = (word: string) => [word, `ال${word}`]
// Also adjectives: a person only in the masculine and where no noun stands before.
const ADJECTIVES = words(
  'صحفي صحافي إعلامي كيميائي فيزيائي برلماني دبلوماسي سياسي معارض حقوقي قيادي كبير سينمائي اقتصادي عسكري',
)

const FEMININE = (word: string) => (word.endsWith('ه') ? [word] : [word, `${word}ه`])

/** Nouns that name one person by office, trade or kinship, folded, both genders, with and without ال. */
export const ROLE_NOUNS: ReadonlySet<string> = new Set([...PERSONS.flatMap(FEMININE), ...ADJECTIVES].flatMap(DEFINITE))

/** Role nouns that are adjectives behind another noun. Folded, with and without ال. */
export const ADJECTIVAL_ROLES: ReadonlySet<string> = new Set(ADJECTIVES.flatMap(DEFINITE))

/** Nouns for several people or for unnamed sources, folded, with and without ال. */
export const GROUP_NOUNS: ReadonlySet<string> = new Set(GROUPS.flatMap(DEFINITE))

/** Titles that stand right before a name. Folded. */
export const TITLE_WORDS: ReadonlySet<string> = new Set(TITLES)

/** `أحد المسعفين`: one of several. Folded. */
export const ONE_OF: ReadonlySet<string> = new Set(words('أحد إحدى بعض عدد عدة أحدهم إحداهن معظم غالبية أغلب'))

/** Role nouns that only point back at who spoke last (`وأكد المتحدث أن`). Folded. */
export const BACK_POINTERS: ReadonlySet<string> = new Set(
  words('المتحدث المتحدثة المصدر المسؤول المسئول المسؤولة المذكور المذكورة ذاته نفسه نفسها ذاتها'),
)

/** Trades that name one and the same man in sport (`لاعب`, `مدافع`, `النجم`), folded, without ال. */
export const SPORT_ROLES: ReadonlySet<string> = new Set(words('لاعب مدافع مهاجم حارس نجم كابتن هداف قائد مدرب بطل'))

/** `نظيره الروسي` takes the office of the one named before. Folded. */
export const COUNTERPARTS: ReadonlySet<string> = new Set(
  words('نظيره نظيرها نظيره_ ونظيره ونظيرها لنظيره ونظيرته نظيرته نظيرتها لنظيرته لنظيرها'),
)

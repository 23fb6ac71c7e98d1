/** Where a kind of furniture stands: above the text, below it, or anywhere in the page. */
type Place = 'head' | 'ends' | 'anywhere'

/** A line that is no text of the article. `counterExample` is text, and stays. */
export type FurnitureRule = {
  readonly name: string
  readonly place: Place
  /** Of the whole line in folded spelling, marks at its ends left out. */
  readonly pattern: RegExp
  readonly example: string
  readonly counterExample: string
}

const SECTIONS =
  'الرييسيه|الصفحه الرييسيه|اخبار|الاخبار|سياسه|سياسي|اقتصاد|اقتصاد واعمال|مال واعمال|رياضه|محليات|محلي|عربي|عربيه|عربي ودولي|دولي|دوليات|العالم|اخبار العالم|اخبار عربيه|الشرق الاوسط|الخليج|مصر|سوريا|العراق|ثقافه|ثقافه وفن|فن|فنون|منوعات|مجتمع|حوادث|تكنولوجيا|تقنيه|علوم|صحه|اراء|راي|مقالات|مقالات الراي|فيديو|صور|بودكاست|تحقيقات|ملفات|ميديا|مشاهير|سفر|بييه|طقس|home|news|politics|business|sports?|world|culture|opinion|middle east'
const KICKERS =
  'خاص|عاجل|حصري|حصريا|انفراد|تقرير|تحليل|مقال|مقال راي|حوار|مقابله|تحقيق|تغطيه خاصه|تغطيه مباشره|تغطيه مستمره|مباشر|بث مباشر|بالفيديو|بالصور|فيديو|صور|فيديوغراف|انفوغراف|انفوغرافيك|خبر|exclusive|breaking|breaking news|analysis|live|video'
const NETWORKS =
  'فيس ?بوك|تويتر|اكس|x|واتس ?اب|تلي?غرام|تلي?جرام|تيلي?غرام|تيلي?جرام|لينكد ?ا?ن|انستغرام|انستجرام|يوتيوب|بينترست|تيك توك|نبض|مسنجر|ماسنجر|facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|messenger|pinterest|reddit|email|e-mail'
const SHARING = `${NETWORKS}|شارك|شاركها|شارك المقال|شارك الخبر|شارك القصه|شارك عبر|شارك هذا الموضوع|المشاركه|مشاركه|مشاركه عبر|مشاركه المقال|نسخ الرابط|انسخ الرابط|تم نسخ الرابط|نسخ|طباعه|اطبع|ارسال|ارسل|حفظ|احفظ|حفظ المقال|استماع|استمع|استمع الي المقال|تكبير الخط|تصغير الخط|حجم الخط|البريد الالكتروني|بريد الكتروني|رابط مختصر|تعليق|تعليقات|اعجاب|اعجبني|غرد|tt|a\\+|a-|share|share this|tweet|copy link|print|save|listen|comments?|like`
const AGENCIES =
  'رويترز|ا ف ب|اف ب|ا ب|اب|د ب ا|فرانس برس|الفرنسيه|اسوشيتد برس|اسوشييتد برس|الاناضول|شينخوا|تاس|واس|وام|كونا|بنا|قنا|سانا|وفا|بترا|واج|وات|ا ش ا|وكالات|جيتي|غيتي|getty(?: images)?|reuters|afp|ap|epa|dpa|cnn|bbc|سي ان ان|سكاي نيوز|ا ب ا|الجزيره|ارشيف(?:يه)?|متداوله|مواقع التواصل(?: الاجتماعي)?'
const COUNT = '[\\d.,٫٬]+\\s?(?:k|الف|مليون)?'
const UNITS =
  'ثانيه|ثوان|ثواني|دقيقه|دقيقتين|دقايق|ساعه|ساعتين|ساعات|يوم|يومين|ايام|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر|سنه|عام'
const AGO = `(?:قبل|منذ) (?:${COUNT} )?(?:${UNITS})(?: واحده?)?(?: و(?:${COUNT} )?(?:${UNITS}))?(?: مضت)?|${COUNT} (?:${UNITS}) مضت|${COUNT} (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago|الان|just now`

const ofWhole = (body: string): RegExp => new RegExp(`^(?:${body})$`, 'u')
const listOf = (words: string): RegExp => new RegExp(`^(?:${words})(?:[\\s|/·•،,]+(?:${words}))*$`, 'u')

export const AGENCY = ofWhole(`(?:${AGENCIES})(?:(?:\\s?[-–/+،,]\\s?|\\s+و\\s?)(?:${AGENCIES}))*`)

/** Rows in the order in which they are asked. */
export const FURNITURE: readonly FurnitureRule[] = [
  {
    name: 'section',
    place: 'head',
    pattern: new RegExp(
      `^(?:الرييسيه|home)\\s?[>»›/|→←].{0,200}$|^(?:${SECTIONS})(?:\\s?[>»›/→←]+\\s?[^.؟!>»›/→←]{2,24}){0,5}$`,
      'u',
    ),
    example: 'الرئيسية > أخبار > ثقافة',
    counterExample: 'سياسة البنك تتغير بعد شهر من الأزمة',
  },
  {
    name: 'kicker',
    place: 'head',
    pattern: ofWhole(KICKERS),
    example: 'خاص',
    counterExample: 'خاص بالمتحف',
  },
  {
    name: 'sharing',
    place: 'ends',
    pattern: listOf(SHARING),
    example: 'فيسبوك تويتر واتساب',
    counterExample: 'شارك مئات السكان في الافتتاح',
  },
  {
    name: 'sharing bar',
    place: 'anywhere',
    pattern:
      /^(?:شارك(?:ها|وا)?|مشاركه|share)(?: (?:هذا )?(?:المقال|الخبر|الموضوع|القصه))?(?: (?:عبر|علي|مع)(?: .{0,40})?)?$/u,
    example: 'شارك هذا المقال عبر فيسبوك',
    counterExample: 'مشاركة النساء',
  },
  {
    name: 'follow us',
    place: 'anywhere',
    pattern:
      /^(?:تابعوا?نا|تابعوا .{2,30} علي|اشتركوا? (?:الان|في (?:قناتنا|نشرتنا|النشره|القناه|خدمه|قناه))|انضموا? (?:الي|لقناه)|حملوا? (?:ال)?تطبيق|لمتابعه (?:احدث|اخر|المزيد)|للمزيد(?: من)?(?: تابعوا?نا| الاخبار)|follow us|subscribe(?: now| to)|sign up)(?:$| .{0,90}$)/u,
    example: 'تابعونا على غوغل نيوز',
    counterExample: 'تابعنا الحديث حتى آخره مع أهل القرية',
  },
  {
    name: 'image credit',
    place: 'anywhere',
    pattern: ofWhole(
      `(?:صدر|مصدر) الصوره[،,::]?(?: .{0,60})?|(?:التعليق علي الصوره|شرح الصوره|تعليق الصوره|عنوان الفيديو)[،,::]?(?: .{0,200})?|صوره? (?:ارشيفيه|تعبيريه|توضيحيه|من الارشيف)(?: .{0,60})?|(?:تصوير|عدسه|photo|image|credit)\\s?[::] ?.{0,60}|image (?:source|caption)(?:,.{0,200})?`,
    ),
    example: 'صدر الصورة، Getty Images',
    counterExample: 'صورة المدينة تغيّرت كثيرا',
  },
  {
    name: 'caption',
    place: 'anywhere',
    pattern: new RegExp(`^[^.؟!]{0,150}\\((?:${AGENCIES})(?:\\s?[-–/،,]\\s?(?:${AGENCIES}))*\\)$`, 'u'),
    example: 'رئيسة البلدية في افتتاح السوق (واس)',
    counterExample: 'افتتحت رئيسة البلدية السوق، كما قالت وكالة الأنباء (واس).',
  },
  {
    name: 'time ago',
    place: 'anywhere',
    pattern: ofWhole(AGO),
    example: 'قبل 3 ساعات',
    counterExample: 'قبل 3 ساعات من المباراة',
  },
  {
    name: 'clock',
    place: 'anywhere',
    pattern: /^(?:الساعه )?\d{1,2}[:.]\d{2}(?::\d{2})?\s?(?:ص|م|ت م|am|pm|gmt|بتوقيت .{2,20}|غرينتش|صباحا|مساء)?$/u,
    example: '10:24 ت م',
    counterExample: '10:24 موعد الافتتاح',
  },
  {
    name: 'counter',
    place: 'anywhere',
    pattern: ofWhole(
      `(?:عدد )?(?:ال)?(?:مشاهدات|مشاهده|زيارات|قراءات|قراءه|تعليقات|تعليق|مشاركات|اعجابات|زياره|views?|comments?|shares?|likes?)\\s?[::(\\[]?\\s?${COUNT}\\s?[)\\]]?|${COUNT} (?:مشاهدات?|مشاهده|زياره|زيارات|قراءه|قراءات|تعليق|تعليقات|تعليقا|مشاركه|مشاركات|اعجاب|اعجابا|views?|comments?|shares?|likes?)`,
    ),
    example: '1,234 مشاهدة',
    counterExample: '5 مشاهدات من السوق',
  },
  {
    name: 'reading time',
    place: 'anywhere',
    pattern: ofWhole(
      `(?:وقت|مده|زمن) (?:ال)?قراءه?\\s?[::]?\\s?.{1,25}|${COUNT} (?:دقايق|دقيقه|دقيقتان|min(?:ute)?s?)(?: (?:ل?ل?قراءه|من القراءه|read))|دقيقتان قراءه`,
    ),
    example: 'مدة القراءة: 3 دقائق',
    counterExample: 'وقت القراءة عند الأطفال يقلّ كل عام بسبب الشاشات',
  },
  {
    name: 'lone number',
    place: 'ends',
    pattern: /^\d{1,6}$/u,
    example: '0054',
    counterExample: '54 عاما',
  },
  {
    name: 'player',
    place: 'anywhere',
    pattern:
      /^(?:تخطي|نهايه) (?:يوتيوب|تويتر|فيسبوك|انستغرام|تيك توك|البودكاست|بودكاست|podcast|الاكثر قراءه|قصص مقترحه|القصص المقترحه|المحتوي|محتوي|مواضيع قد تهمك|(?:x|اكس))(?: .{0,60})?$|^(?:يستحق الانتباه|(?:قصص مقترحه|مواضيع قد تهمك|الاكثر قراءه|يوتيوب|البودكاست) نهايه|المحتوي غير متاح|هل تسمح بعرض المحتوي.{0,40}|تحذير: .{0,60}مسوول[هة]? عن.{0,60}|شاهد(?:وا)? (?:الان|الفيديو|بالفيديو)|تشغيل الفيديو|play video|advertisement|اعلان|اعلانات|مساحه اعلانيه)$/u,
    example: 'تخطى يوتيوب مشاركة',
    counterExample: 'نهاية الأزمة',
  },
  {
    name: 'end mark',
    place: 'anywhere',
    pattern: /^(?:انتهي|-?30-?|ends?)$/u,
    example: '// انتهى //',
    counterExample: 'انتهى العرض',
  },
  {
    name: 'live blog',
    place: 'anywhere',
    pattern:
      /^(?:تغطيه مباشره|التغطيه المباشره|تحديث(?:ات)?(?: مباشره?)?|اخر التحديثات|اهم التطورات|ابرز التطورات لحظه بلحظه|(?:عرض|تحميل|اظهر|شاهد|قراءه|اقرا) المزيد|انقر هنا .{0,40}|اضغط هنا .{0,40}|المزيد|تابع القراءه|اكمل القراءه|load more|show more|read more|live updates?)$/u,
    example: 'تحميل المزيد',
    counterExample: 'تحديث شبكة المياه',
  },
  {
    name: 'paywall',
    place: 'anywhere',
    pattern:
      /^(?:هذا (?:المحتوي|المقال) (?:متاح )?(?:ل?لمشتركين|خاص).{0,60}|(?:لقراءه|للاطلاع علي|لمتابعه|لمواصله) (?:القراءه|(?:باقي |بقيه |كامل )?(?:المقال|الخبر|المحتوي|النص)).{0,30}(?:اشترك|سجل|الاشتراك|تسجيل).{0,60}|سجل(?:وا)? (?:ال)?دخول.{0,50}|تسجيل الدخول|لديك حساب.{0,40}|اشترك(?:وا)? (?:الان )?(?:لقراءه|لمتابعه القراءه|للاطلاع).{0,80}|subscribe to (?:read|continue).{0,60}|already a subscriber.{0,40}|log in|sign in)$/u,
    example: 'هذا المحتوى للمشتركين فقط',
    counterExample: 'هذا المقال ينتظره الناس',
  },
  {
    name: 'disclaimer',
    place: 'anywhere',
    pattern:
      /^(?:ال)?(?:اراء|مقالات|مقال|مواد|تعليقات) .{0,60}(?:لا ت?ي?عبر|لا تمثل|ت?ي?عبر عن راي (?:ال)?كاتب|تعبر عن اصحابها).{0,80}$/u,
    example: 'الآراء الواردة في المقال لا تعبر عن رأي الصحيفة',
    counterExample: 'الآراء في القرية لا تتفق على أمر',
  },
  {
    name: 'rights',
    place: 'anywhere',
    pattern:
      /^(?:©.{0,100}|(?:جميع|كل|كافه) (?:ال)?حقوق .{0,100}|حقوق (?:النشر|الطبع).{0,80}|copyright.{0,80}|all rights reserved.{0,40})$/u,
    example: 'جميع الحقوق محفوظة © جريدة الساحل',
    counterExample: 'حقوق السكان',
  },
  {
    name: 'comments',
    place: 'ends',
    pattern:
      /^(?:التعليقات|اضف تعليقا?|اكتب تعليقا?|لا (?:توجد|يوجد) تعليقات|كن اول من يعلق|شاركنا (?:ب)?رايك|اترك (?:ردا|تعليقا).{0,40}|leave a comment|no comments)$/u,
    example: 'أضف تعليقا',
    counterExample: 'التعليقات الغاضبة',
  },
  {
    name: 'byline',
    place: 'ends',
    pattern:
      /^(?:(?:كتبت?|تقرير|اعداد|ترجمه|تحرير|متابعه|حوار|مراسل|اعد(?:ه|ها)?|اجري الحوار)\s?[::–—-]\s?[^\s.؟!]+(?:\s[^\s.؟!]+){0,4}|(?:بقلم|كتبت?)[\s::]+\S+(?:\s\S+){0,3}|by [^.]{3,40}|(?:author|role), .{2,60})$/u,
    example: 'بقلم: هدى كمال',
    counterExample: 'كتب الوزير على صفحته يقول إن الخطة باقية',
  },
  {
    name: 'pager',
    place: 'ends',
    pattern: /^(?:next|previous)\s(?:next|previous)(?:\s[^.؟!]{1,40})?$/u,
    example: 'Next Previous عين اليوم – الرياض',
    counterExample: 'Next تفتتح متجرا جديدا في الرياض',
  },
  {
    name: 'agency',
    place: 'ends',
    pattern: new RegExp(`^(?:[^\\s.،]+(?: [^\\s.،]+)?\\s?[-–—/]\\s?)?\\(?(?:${AGENCIES})\\)?$`, 'u'),
    example: 'الرياض - واس',
    counterExample: 'رويترز تكشف',
  },
]

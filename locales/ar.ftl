# Words of the bot in Arabic. Every line begins with an Arabic word, so that it reads from the right.

## Welcome and help
welcome = مُوجَز: الأخبار الطويلة في سطور تثق بها
what-it-does =
    أقرأ المقالات الطويلة وأعطيك ملخصها بجُملها نفسها، بلا كلمة من عندي.
    أعرض لك من قال ماذا، وشخصيات الخبر وأرقامه وتواريخه، والعناوين ذات الصلة.
    وأرسل إليك في الموعد الذي تختاره نشرة لا تضم إلا الجديد.
todays-briefing = أحدث موجز
how-to-ask-in-group = اذكر اسمي ثم اكتب ما تريد، مثل: { $bot } موجز، أو رُدّ على رسالة مني. ومواعيد النشرة يضبطها المشرفون.
how-to-ask = اكتب ما تريد بكلماتك، أو أرسل «مساعدة» لترى كل ما أقدّمه.

## Requests in plain words
button-guide = ماذا أستطيع أن أطلب؟
button-settings = إعدادات
button-search-for = ابحث عن «{ $words }»
near-speaker = لم أجد أقوالًا لـ«{ $name }». هل تقصد:
talk-greeting = أهلًا بك. اسألني عن الأخبار، أو اختر مما يلي:
talk-thanks = على الرحب والسعة.
talk-agreed = تمام. أنا هنا متى احتجت إليّ.
unreadable = أقرأ النصوص وحدها. اكتب سؤالك أو اسم من تريد أقواله.
guide-understand-title = لتفهم خبرًا في دقيقة
guide-understand = موجز، ملخص، اقرأ، أو بوقتك: موجز 5 دقائق. ولمقال بعينه: موجز ثم كلمات من عنوانه، أو: لخّص قمة ألاسكا
guide-quotes-title = لتعرف من قال ماذا
guide-quotes = ماذا قال بوتين؟ أو: اقتباسات ترامب. وللمقال: شخصيات، أرقام، تسلسل، عناوين
guide-search-title = لتسأل أو تبحث
guide-search = اكتب سؤالك أو كلماتك كما هي: متى عُقدت القمة؟ وللتحديد: قائل:بوتين قبل:2025-08-16
guide-digest-title = لتصلك نشرة بالجديد
guide-digest = نشرة (الآن)، أو: اشترك كل صباح، أو: اشترك 07:30 19:00 الأحد-الخميس الرياض
    وللضبط: اشترك إيقاف أسبوع، اشترك هدوء 22:00 07:00، اشترك رمضان 21:00، اشترك كلمات غزة، اشترك أقسام ملخص اقتباس. وللإنهاء: إلغاء
guide-keep-title = لتحفظ وتعود
guide-keep = حفظ (ردًّا على رسالة مني)، محفوظات، مقالات
guide-manage-title = لقناتك أو مجموعتك
guide-manage = أضفني إليها ثم أرسل: قنوات. تُضبط النشرة والمعاينة والمراجعة قبل النشر من محادثتنا الخاصة.
guide-trust-title = لتطمئن
guide-trust = تصحيحات، خصوصية (ما يُحفظ عنك)، انسني (لحذفه)
guide-settings-title = لتغيّر طريقتي
guide-settings = إعدادات، لغة

## Articles
origin = المصدر: { $source } · { $rest }
origin-without-source = نُشر في: { $rest }
reading-time = { $minutes ->
    [one] يُقرأ في دقيقة
    [two] يُقرأ في دقيقتين
    [few] يُقرأ في { $minutes } دقائق
    [many] يُقرأ في { $minutes } دقيقة
   *[other] يُقرأ في { $minutes } دقيقة
}
title-derived = صفحة المقال بلا عنوان، فأُخذ عنوانه من نصّه
from-article = من: { $title }
articles-on-hand = { $count ->
    [zero] لا مقالات
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
nothing-on-hand = لا مقالات لديّ بعد. ستجدها هنا حين تصل.
article-gone = هذا المقال لم يعد متاحًا. تصفّح المقالات المتاحة:
titled-gone = هذا المقال لم يعد متاحًا: «{ $title }»
no-such-article = لم أجد مقالًا بعنوان «{ $name }».
no-such-speaker = لم أجد أقوالًا لـ«{ $name }». أكثر من نُقلت أقوالهم:
no-speakers = لا أقوال لديّ بعد.

## Parts of a briefing
part-summary = الملخص
part-read = القراءة
part-quotes = من قال ماذا
part-people = شخصيات
part-figures = أرقام
part-timeline = تسلسل الأحداث
part-context = السياق في المقال
part-related = عناوين ذات صلة
in-minutes = { $minutes ->
    [one] في دقيقة
    [two] في دقيقتين
    [few] في { $minutes } دقائق
    [many] في { $minutes } دقيقة
   *[other] في { $minutes } دقيقة
}
no-summary = المقال أقصر من أن يُلخَّص.
no-quotes = لا اقتباسات في هذا المقال.
no-people = لم يُذكر أشخاص بأسمائهم.
no-figures = لا أرقام في هذا المقال.
no-timeline = لا تواريخ في هذا المقال.
no-related = لا عناوين ذات صلة في صفحة هذا المقال.
speaker-unknown = القائل غير مذكور
said-on = عبر { $medium }
said-to = متحدثًا إلى { $addressee }
said-on-and-to = عبر { $medium }، متحدثًا إلى { $addressee }
mentions = { $count ->
    [zero] لم يرد الاسم
    [one] ورد الاسم مرة
    [two] ورد الاسم مرتين
    [few] ورد الاسم { $count } مرات
    [many] ورد الاسم { $count } مرة
   *[other] ورد الاسم { $count } مرة
}
also-worded = بصيغة أخرى:

## Buttons
button-summary = الملخص
button-read = { $count ->
    [one] اقرأ
    [two] اقرأ (جزءان)
    [few] اقرأ ({ $count } أجزاء)
    [many] اقرأ ({ $count } جزءًا)
   *[other] اقرأ ({ $count } جزء)
}
button-quotes = اقتباسات ({ $count })
button-people = شخصيات ({ $count })
button-figures = أرقام ({ $count })
button-timeline = تسلسل ({ $count })
button-related = عناوين ({ $count })
button-articles = كل المقالات
button-all-quotes = كل الاقتباسات
inline-nothing = لا نتائج. ابحث في مُوجَز
button-open-bot = افتح في مُوجَز
button-add-to-group = أضفني إلى مجموعة
button-open-briefing = افتح الموجز
button-read-on = تابع القراءة
button-subscribe-daily = نشرة كل صباح الساعة { $time }
button-subscribe-at = كل يوم { $time }
button-unsubscribe = إلغاء الاشتراك
button-save = احفظ
button-share = شارك
button-read-here = اقرأ من هنا
back-to-list = العودة إلى القائمة
back = العودة إلى الموجز
back-to-results = العودة إلى النتائج
back-to-saved = العودة إلى محفوظاتك
back-to-articles = العودة إلى المقالات
back-one = رجوع
button-more = المزيد ▾
button-original = المقال الأصلي
card-next = ما التالي
previous = السابق
next = التالي
page-of = { $page } من { $pages }

## Digests
digest-new = { $count ->
    [zero] نشرة مُوجَز
    [one] نشرة مُوجَز: مقال جديد
    [two] نشرة مُوجَز: مقالان جديدان
    [few] نشرة مُوجَز: { $count } مقالات جديدة
    [many] نشرة مُوجَز: { $count } مقالًا جديدًا
   *[other] نشرة مُوجَز: { $count } مقال جديد
}
digest-more = { $count ->
    [one] ومقال آخر في القائمة.
    [two] ومقالان آخران في القائمة.
    [few] و{ $count } مقالات أخرى في القائمة.
    [many] و{ $count } مقالًا آخر في القائمة.
   *[other] و{ $count } مقال آخر في القائمة.
}
digest-foreign = { $count ->
    [one] وعن ذلك مقال بلغة أخرى في القائمة.
    [two] وعن ذلك مقالان بلغة أخرى في القائمة.
    [few] وعن ذلك { $count } مقالات بلغة أخرى في القائمة.
    [many] وعن ذلك { $count } مقالًا بلغة أخرى في القائمة.
   *[other] وعن ذلك { $count } مقال بلغة أخرى في القائمة.
}
story-others = { $count ->
    [one] وفي الخبر نفسه مقال آخر يضيف:
    [two] وفي الخبر نفسه مقالان يضيفان:
    [few] وفي الخبر نفسه { $count } مقالات تضيف:
    [many] وفي الخبر نفسه { $count } مقالًا تضيف:
   *[other] وفي الخبر نفسه { $count } مقال تضيف:
}
digest-next = نشرة مُوجَز: لا جديد اليوم؛ تابع القراءة من حيث توقفت ({ $page } من { $pages })
digest-nothing = لا جديد منذ نشرتك السابقة، وقد قرأت كل ما تتابعه.

## Subscriptions
subscribe-choose = متى تريد النشرة؟ اختر موعدًا، أو اكتب مثلًا:
    اشترك 07:30 19:00 الأحد-الخميس الرياض
subscribed = تم الاشتراك: { $days } الساعة { $times } بتوقيت { $zone }.
    النشرة القادمة: { $next }.
not-subscribed = لا اشتراك هنا. اختر موعدًا لتبدأ:
current-subscription = الاشتراك الحالي: { $days } الساعة { $times } بتوقيت { $zone }.
    النشرة القادمة: { $next }.
subscribe-no-such-time = الوقت «{ $word }» غير مفهوم. اكتبه هكذا: 07:30
subscribe-unknown-word = الكلمة «{ $word }» ليست وقتًا ولا يومًا ولا منطقة زمنية. مثال: اشترك 07:30 19:00 الأحد-الخميس الرياض
subscribe-second-zone = المنطقة الزمنية «{ $word }» هي الثانية، ولكل نشرة منطقة واحدة.
subscribe-too-many-times = الأوقات كثيرة: { $most } في اليوم على الأكثر.
subscribe-no-time = في أي ساعة؟ اكتب الوقت أيضًا، مثل: اشترك 07:30
moment = { $weekday } { $day }، الساعة { $time }
days-all = كل يوم
day-1 = الاثنين
day-2 = الثلاثاء
day-3 = الأربعاء
day-4 = الخميس
day-5 = الجمعة
day-6 = السبت
day-7 = الأحد

## What a chat sets for its digests
button-more-settings = المواعيد والمحتوى
plan-home = مواعيد النشرة وما فيها
plan-times = الأوقات
plan-days = الأيام
plan-zone = التوقيت
plan-pause = إيقاف مؤقت
plan-quiet = ساعات الهدوء
plan-ramadan = مواعيد رمضان
plan-sections = أقسام النشرة
plan-amount = الطول والعدد
plan-follow = ما تتابعه
plan-upcoming = المواعيد القادمة
plan-preview = معاينة النشرة
hint-times = اضغط وقتًا لإضافته أو إزالته. ولوقت بالدقيقة اكتب: اشترك 07:35 19:10
hint-days = اضغط يومًا لإضافته أو إزالته، أو اختر أيام العمل في بلدك.
hint-zone = اختر مدينتك أو منطقتك، أو اكتب اسمها: اشترك بيروت، أو أرسل موقعك. الموقع لا يُحفظ.
hint-pause = اختر مدة، أو اكتب التاريخ: اشترك إيقاف حتى 2027-03-01
hint-quiet = ما يحين موعده في ساعات الهدوء يصلك مجموعًا عند انتهائها. ولساعات أخرى اكتب: اشترك هدوء 22:30 06:45
hint-ramadan = اختر أوقات رمضان، وتعود أوقاتك بعده. بداية الشهر بحسب تقويم أم القرى، وقد تختلف يومًا.
    ولفترة أخرى اكتب: اشترك من 2027-07-01 إلى 2027-07-31 10:00
hint-sections = اضغط قسمًا لإضافته أو إزالته. تظهر الأقسام بترتيب إضافتها.
hint-amount = اختر أقصى عدد للمقالات، وطول كل موجز، وما يصلك إن لم يوجد جديد.
hint-follow = اختر من تتابع أقوالهم، أو اكتب كلمات: اشترك كلمات غزة، وقف النار
hint-upcoming = هذه هي المواعيد بتوقيتك.
hint-preview = المعاينة لا تُعدّ قراءة، فالجديد يبقى جديدًا.
state-zone = التوقيت الآن: { $zone }
state-pause = النشرة موقوفة حتى { $day }
idle-pause = النشرة تعمل.
state-quiet = الهدوء من { $from } إلى { $to }
idle-quiet = لا ساعات هدوء.
state-ramadan = في رمضان ({ $from } – { $to }): { $times }
idle-ramadan = لا مواعيد خاصة برمضان.
state-sections = يظهر من كل مقال: { $sections }
state-amount = { $most ->
    [one] مقال واحد على الأكثر
    [two] مقالان على الأكثر
    [few] { $most } مقالات على الأكثر
    [many] { $most } مقالًا على الأكثر
   *[other] { $most } مقال على الأكثر
} · الطول: { $length } · إن لم يوجد جديد: { $empty }
state-follow = تتابع: { $words }
state-no-follow = تتابع كل المقالات.
section-title = العنوان
section-line = الملخص في سطر
section-quote = اقتباس
section-figures = أرقام
section-headlines = عناوين ذات صلة
section-chunk = جزء مما تقرأ
length-short = قصير
length-normal = عادي
length-long = طويل
empty-part = الجزء التالي مما تقرأ
empty-line = رسالة قصيرة «لا جديد»
empty-silent = لا تُرسل نشرة
most-articles = { $count ->
    [one] مقال واحد
    [two] مقالان
    [few] { $count } مقالات
    [many] { $count } مقالًا
   *[other] { $count } مقال
}
pause-0 = استئناف الآن
pause-1 = يوم
pause-7 = أسبوع
pause-30 = شهر
quiet-hours = من { $from } إلى { $to }
quiet-off = بلا ساعات هدوء
ramadan-off = بلا مواعيد خاصة
follow-all = تابع كل المقالات
week-1234567 = كل يوم
week-12347 = الأحد إلى الخميس
week-12345 = الاثنين إلى الجمعة
week-67 = السبت والأحد
week-56 = الجمعة والسبت
region-0 = أفريقيا
region-1 = أمريكا
region-2 = آسيا
region-3 = أوروبا
region-4 = أستراليا والمحيطات
region-5 = المحيط الهادئ
region-6 = المحيط الهندي
region-7 = المحيط الأطلسي
upcoming-post = يوم { $moment }
preview-silent = لا شيء يُرسل الآن: لا جديد لك.
zone-here = توقيت هذا المكان: { $label }. للاشتراك به اكتب: اشترك 07:30 { $zone }
change-date = التاريخ «{ $word }» غير مفهوم. اكتبه هكذا: 2027-03-01
change-past = التاريخ «{ $word }» مضى.
change-hours = الساعات «{ $word }» غير مفهومة. اكتبها هكذا: هدوء 22:00 07:00
change-times = الأوقات «{ $word }» غير مفهومة، أو هي أكثر من { $most }. مثال: رمضان 21:00 23:30
change-choice = الاختيار «{ $word }» غير معروف. مثال: أقسام ملخص اقتباس، أو: أقصى 5، أو: طول قصير
change-words = اكتب الكلمات بعد الأمر، مثل: كلمات غزة، وقف النار
change-many = الكلمات كثيرة: { $most } على الأكثر.
digest-empty = نشرة مُوجَز: لا جديد منذ نشرتك السابقة.
digest-part = الجزء التالي مما تقرأ ({ $page } من { $pages })
digest-figures = أرقام
digest-headlines = عناوين ذات صلة
reason-keyword = لأنك تتابع: { $words }
reason-speaker = لأن فيه قولًا لمن تتابع: { $words }
button-why = لماذا أرى هذا؟
why-all = لأنك تتابع كل المقالات، وهذه هي التي وصلت منذ نشرتك السابقة.
why-some = لأنها وصلت منذ نشرتك السابقة، وفيها ما تتابعه: { $words }
owner-empty-edition = لم تصل مقالات جديدة، فخلت نشرات هذا الموعد من جديد. هذا التنبيه يصلك مرة واحدة حتى تصل مقالات جديدة.

## Refusals
admins-only = الإعدادات هنا للمشرفين وحدهم.
button-unknown = هذا الزر من نسخة قديمة. أرسل: موجز
unknown-command = لم أفهم الطلب. أرسل «مساعدة» لترى ما أقدّمه.
did-you-mean = لا أعرف «{ $word }». هل تقصد «{ $command }»؟
something-failed = تعذّر ذلك الآن، ولم يضِع شيء. أعد المحاولة بعد قليل.
too-fast = طلباتك أسرع من أجوبتي: أجيب أولًا عمّا وصل منها، وأترك ما زاد حتى أفرغ، فأعد إرساله بعدها.

## In groups
button-rest-here = بقية الجواب هنا
answered-above = سبق الجواب ↑
too-many-requests = { $seconds ->
    [zero] الطلبات كثيرة هنا؛ أعود إلى الإجابة حالًا.
    [one] الطلبات كثيرة هنا؛ أعود إلى الإجابة بعد ثانية.
    [two] الطلبات كثيرة هنا؛ أعود إلى الإجابة بعد ثانيتين.
    [few] الطلبات كثيرة هنا؛ أعود إلى الإجابة بعد { $seconds } ثوانٍ.
    [many] الطلبات كثيرة هنا؛ أعود إلى الإجابة بعد { $seconds } ثانية.
   *[other] الطلبات كثيرة هنا؛ أعود إلى الإجابة بعد { $seconds } ثانية.
}

topic-rests = موضوع هنا أُغلق أو حُذف، فتوقفت نشرته. تعود حين يُفتح من جديد، أو أرسل في موضوع آخر: اشترك
pin-not-allowed = تثبيت النشرة غير مسموح لي في «{ $title }»، فأوقفته. لإعادته امنحني حق التثبيت واختره من الإعدادات.

## Channels
channels = { $count ->
    [zero] قنواتك ومجموعاتك
   *[other] قنواتك ومجموعاتك ({ $count })
}
channels-none = لا أجد قناة أو مجموعة تديرها وأنا عضو فيها. أضفني مشرفًا في قناتك ثم أرسل: قنوات
channels-in-private = إدارة القنوات في محادثتنا الخاصة.
channel-unscheduled = لا نشرة هنا بعد. اختر موعدًا من «مواعيد النشرة».
channel-is-public = ما يُكتب في القناة يراه قراؤها كلهم، حتى الأوامر. اضبط كل شيء من هنا.
channel-times = متى تصل النشرة إلى «{ $title }»؟ وللمواعيد الأخرى أرسل رقمها في القائمة ثم الموعد، مثل: قنوات 1 07:30 19:00 الأحد-الخميس
managed-private = محادثة خاصة
managed-group = مجموعة
managed-supergroup = مجموعة
managed-channel = قناة
rests-paused = النشرة متوقفة حتى تستأنفها.
rests-no-rights = النشرة متوقفة لأنني لا أملك حق النشر هنا. امنحني إياه فتعود.
rests-topic-closed = النشرة متوقفة لأن موضوعها مغلق.
rests-topic-gone = النشرة متوقفة لأن موضوعها حُذف أو أُغلق.
button-preview = معاينة
button-pause = إيقاف مؤقت
button-resume = استئناف
button-end = إلغاء النشرة
button-channels = قنواتي ومجموعاتي
button-add-to-channel = أضفني إلى قناة
back-to-card = رجوع
manage-refused = هذا لمشرفي تلك المحادثة وحدهم.
missed = { $count ->
    [zero] لم يفت هذه المحادثة شيء أثناء غيابي.
    [one] فات هذه المحادثة مقال واحد أثناء غيابي. هل أضمّه إلى النشرة القادمة؟
    [two] فات هذه المحادثة مقالان أثناء غيابي. هل أضمّهما إلى النشرة القادمة؟
    [few] فات هذه المحادثة { $count } مقالات أثناء غيابي. هل أضمّها إلى النشرة القادمة؟
    [many] فات هذه المحادثة { $count } مقالًا أثناء غيابي. هل أضمّها إلى النشرة القادمة؟
   *[other] فات هذه المحادثة { $count } مقال أثناء غيابي. هل أضمّها إلى النشرة القادمة؟
}
missed-in-channel = { $count ->
    [zero] لم يفت قراء «{ $title }» شيء أثناء غيابي.
    [one] فات قراء «{ $title }» مقال واحد أثناء غيابي. هل أضمّه إلى النشرة القادمة؟
    [two] فات قراء «{ $title }» مقالان أثناء غيابي. هل أضمّهما إلى النشرة القادمة؟
    [few] فات قراء «{ $title }» { $count } مقالات أثناء غيابي. هل أضمّها إلى النشرة القادمة؟
    [many] فات قراء «{ $title }» { $count } مقالًا أثناء غيابي. هل أضمّها إلى النشرة القادمة؟
   *[other] فات قراء «{ $title }» { $count } مقال أثناء غيابي. هل أضمّها إلى النشرة القادمة؟
}
missed-caught-up = تضم النشرة القادمة ما فات.
missed-skipped = تجاوزتُ ما فات، والنشرة القادمة بالجديد وحده.
button-catch-up = نعم
button-skip = لا، تجاوزها

## Two-step publishing
setting-editors = المراجعة قبل النشر: { $value }
editors-off = بلا مراجعة
editors-here = في محادثتك معي
editors-somebody = في محادثة مشرف آخر معي
editors-group = في «{ $title }»
editors-nobody = لا مكان لها الآن، فلا تُنشر نشرة حتى تختار مكانًا أو تتركها
editors-how = { $minutes ->
    [one] أين تُراجع نشرة «{ $title }» قبل نشرها؟ تصل المسودة قبل موعدها بدقيقة، ولا تُنشر حتى يعتمدها مشرف.
    [two] أين تُراجع نشرة «{ $title }» قبل نشرها؟ تصل المسودة قبل موعدها بدقيقتين، ولا تُنشر حتى يعتمدها مشرف.
    [few] أين تُراجع نشرة «{ $title }» قبل نشرها؟ تصل المسودة قبل موعدها بـ{ $minutes } دقائق، ولا تُنشر حتى يعتمدها مشرف.
    [many] أين تُراجع نشرة «{ $title }» قبل نشرها؟ تصل المسودة قبل موعدها بـ{ $minutes } دقيقة، ولا تُنشر حتى يعتمدها مشرف.
   *[other] أين تُراجع نشرة «{ $title }» قبل نشرها؟ تصل المسودة قبل موعدها بـ{ $minutes } دقيقة، ولا تُنشر حتى يعتمدها مشرف.
}
    للمراجعة في موضوع من مجموعة أرسل في ذلك الموضوع: قنوات
editors-offer = أي قناة تُراجع نشرتها في ذلك الموضوع؟
editors-refused = اختر مجموعة أنت من مشرفيها وأنا فيها.
editors-mute = لا أستطيع الكتابة هناك. امنحني حق الكتابة ثم اختر من جديد.
editors-lost = لم تصل مسودة نشرة «{ $title }» إلى محادثة المراجعة، ولن يُنشر شيء بلا اعتماد. أعدني إلى تلك المحادثة، أو أرسل «قنوات» واختر غيرها.
button-editors = المراجعة قبل النشر
button-editors-off = بلا مراجعة
button-editors-here = هذه المحادثة
draft = مسودة نشرة «{ $title }»، وموعدها يوم { $moment }
draft-waiting = لا تُنشر حتى تُعتمد.
draft-held = أُوقف نشرها حتى تُعتمد.
draft-approved = الاعتماد: { $name }. النشر يوم { $moment }.
draft-approved-late = الاعتماد: { $name }. تُنشر الآن.
draft-published = الاعتماد: { $name }. نُشرت.
draft-superseded = حلّت محلها مسودة أحدث تشمل ما فيها.
draft-withdrawn = سُحبت ولن تُنشر، وما فيها من جديد يأتي مع النشرة القادمة.
draft-by-admin = أحد المشرفين
draft-reminder = حان موعد نشرة «{ $title }» ومسودتها لم تُعتمد بعد، فلم تُنشر. إن اعتمدتموها نُشرت في الحال.
draft-refused = هذا لمشرفي القناة ومشرفي محادثة المراجعة وحدهم.
draft-gone = هذه المسودة لم تعد لديّ.
draft-now-approved = اعتُمدت.
draft-changed = تغيّرت المسودة بعد أن عُرضت هنا. راجعها كما هي الآن ثم اعتمدها.
draft-now-held = أُوقف نشرها حتى تُعتمد.
draft-change-dropped = آخر تغيير: حُذف «{ $title }».
draft-change-raised = آخر تغيير: تقدّم «{ $title }».
draft-change-corrected = آخر تغيير: صُحّح نصّ مقال.
draft-change-intro = آخر تغيير: المقدمة.
draft-change-no-intro = آخر تغيير: حُذفت المقدمة.
draft-articles = مقالات المسودة بترتيبها. ما تحذفه لا يعود في نشرة لاحقة.
draft-no-articles = لا قائمة مقالات في هذه المسودة.
draft-now-changed = تغيّرت المسودة.
button-draft-articles = رتّب المقالات أو احذف منها
button-raise = قدّم { $number } ↑
button-drop = احذف { $number } ✕
button-add-intro = أضف مقدمة
button-approve = اعتمد
button-hold = أوقف النشر
button-intro = عدّل المقدمة
button-no-intro = احذف المقدمة
intro-how = اكتب المقدمة ردًّا على هذه الرسالة ({ $most } حرف على الأكثر)
intro-placeholder = مقدمة النشرة
intro-kept = المقدمة في المسودة الآن.
intro-too-long = عدد حروف المقدمة { $length }، وأقصاه { $most }. بقيت المسودة كما كانت.
intro-no-room = النشرة طويلة، ولا مكان فيها لمقدمة.
intro-removed = حُذفت المقدمة.

## Command descriptions
command-start = البداية: ما يفعله البوت وأحدث موجز
command-help = مساعدة: كل ما يمكنك طلبه
command-brief = موجز المقال: ملخصه وأجزاؤه
command-summary = ملخص بجُمل المقال نفسها
command-read = اقرأ المقال جزءًا جزءًا
command-quotes = اقتباسات: من قال ماذا
command-people = شخصيات المقال ومناصبها
command-figures = أرقام المقال وتواريخه
command-timeline = تسلسل الأحداث
command-headlines = عناوين ذات صلة، عنوان لكل خبر
command-articles = مقالات: كل ما لديّ، الأحدث أولًا
command-search = بحث في كل المقالات
command-ask = اسأل، وأجيبك بمقاطع من المقالات
command-digest = نشرة بالجديد الآن
command-subscribe = اشترك في نشرة بموعد تختاره
command-unsubscribe = إلغاء الاشتراك
command-save = حفظ ما ترد عليه
command-saved = محفوظاتك
command-channels = قنوات ومجموعات تديرها
command-settings = إعدادات: اللغة والأرقام والقراءة والمواعيد
command-language = لغة البوت: العربية أو الإنجليزية
command-privacy = خصوصية: ما الذي يُحفظ عنك
command-forget = حذف كل ما حُفظ عنك
about = أحوّل مقالات الأخبار العربية الطويلة إلى موجز تثق به: ملخص بجُمل المقال نفسها، ومن قال ماذا، والأرقام والتواريخ، ونشرة في موعدها. لا كلمة من عندي.
about-short = موجز الأخبار الطويلة: بجُمل المقال نفسها، بلا كلمة مخترعة.

## Search
found = { $count ->
    [zero] لا نتائج لـ«{ $words }»
    [one] نتيجة واحدة لـ«{ $words }»
    [two] نتيجتان لـ«{ $words }»
    [few] { $count } نتائج لـ«{ $words }»
    [many] { $count } نتيجة لـ«{ $words }»
   *[other] { $count } نتيجة لـ«{ $words }»
}
found-apart = الكلمات كلها موجودة، لكنها ليست متجاورة كما طلبت.
found-most = لا مقطع يضم الكلمات كلها؛ هذه مقاطع تنقصها كلمة.
found-some = لا مقطع يضم الكلمات كلها؛ هذه مقاطع تضم بعضها.
found-folded = بحثتُ عن «{ $found }» بدل «{ $asked }».
found-near = لم ترد «{ $asked }»، وأقرب ما ورد: { $words }
found-nothing-near = لم ترد «{ $asked }» ولا ما يشبهها.
query-no-value = خانة «{ $word }» بلا قيمة، فتجاهلتها.
query-no-date = التاريخ «{ $word }» غير مفهوم، فتجاهلته. اكتبه هكذا: 2025-08-15
query-too-long = الطلب طويل، فبحثت عن أوله.
query-nearest = الأقرب: { $names }
query-no-such-name = لا متحدث ولا مصدر باسم «{ $word }». { $nearest }
how-search = عمّ أبحث؟ مثال: بحث وقف إطلاق النار
    ويمكن التحديد: قائل:بوتين، من:{ $source }، قبل:2025-08-16، و«عبارة بعينها»
how-ask = اسأل ما شئت عمّا لديّ من مقالات، مثل: اسأل متى عُقدت القمة؟

## Settings
settings = إعدادات هذه المحادثة
setting-language = اللغة: { $value }
setting-digits = الأرقام: { $value }
choice-language-ar = العربية
choice-language-en = English
choice-digits-latn = لاتينية 123
choice-digits-arab = عربية ١٢٣
setting-reading = القراءة: { $value }
choice-reading-classic = جزءًا جزءًا
choice-reading-rich = المقال كله في رسالة
reading-rich-note = إن لم يظهر المقال في تطبيقك فحدّثه، أو ارجع إلى القراءة جزءًا جزءًا.
setting-tidy = حذف الطلبات وأجوبتها: { $value }
choice-tidy-off = لا
choice-tidy-5 = بعد { 5 } دقائق
choice-tidy-30 = بعد { 30 } دقيقة
choice-tidy-60 = بعد ساعة
setting-pin = تثبيت النشرة: { $value }
choice-pin-off = لا
choice-pin-on = نعم
setting-week = ملخص الأسبوع: { $value }
choice-week-off = لا
choice-week-on = كل يوم أحد
week-read = الأكثر قراءة هنا في سبعة أيام: { $titles }
week-searched = الأكثر بحثًا: { $words }
name-language = اللغة
name-digits = الأرقام
name-reading = طريقة القراءة
name-tidy = حذف الطلبات
name-pin = تثبيت النشرة
name-week = ملخص الأسبوع
pin-needs-right = لا أملك حق التثبيت هنا. امنحني إياه ثم اختر من جديد.
button-keep = لا، أبقِه كما هو
button-undo = تراجع
unsubscribe-sure = هل ألغي النشرة هنا؟ تتوقف كل مواعيدها.
button-unsubscribe-sure = نعم، ألغِ النشرة
unsubscribed = أُلغي الاشتراك، ولن تصل نشرات بعد الآن.
end-sure = هل ألغي نشرة «{ $title }»؟ تتوقف كل مواعيدها.
button-end-sure = نعم، ألغِ النشرة
ended = أُلغيت نشرة «{ $title }».
preview-now = معاينة: هكذا تبدو نشرتك القادمة لو أُرسلت الآن.
preview-sample = معاينة: لا جديد الآن، فهذه عيّنة من أحدث المقالات بالشكل الذي اخترته.
preview-of = معاينة نشرة «{ $title }»، ولم يُنشر شيء.
preview-sample-of = معاينة نشرة «{ $title }»: لا جديد الآن، فهذه عيّنة من أحدث المقالات. ولم يُنشر شيء.
button-schedule = مواعيد النشرة
button-help = مساعدة

## Bookmarks
saved = { $count ->
    [zero] لا محفوظات
   *[other] محفوظاتك ({ $count })
}
saved-none = لا محفوظات لديك بعد. اضغط «احفظ» تحت ما تريد أن تعود إليه.
saved-gone = هذا المقطع لم يعد متاحًا
saved-in-private = محفوظاتك لك وحدك، وتجدها في محادثتنا الخاصة.
saved-file = محفوظاتك بمصادرها
save-added = حُفظ. تجده في: محفوظات
save-known = سبق أن حفظته.
save-full = المحفوظات كثيرة: احذف بعضها أولًا.
save-how = أرسل «حفظ» ردًّا على إحدى رسائلي، أو اضغط «احفظ» تحتها.
button-open-saved = افتح { $number }
button-remove = احذف
button-export = نزّلها كلها في ملف
button-open-private = افتح في الخاص

## Privacy
privacy-kept-title = ما يُحفظ
privacy-kept =
    رقم هذه المحادثة واسمها ولغتها.
    الاشتراك ومواعيده وما اخترته للنشرة.
    الجزء الذي بلغته في كل مقال، ومحفوظاتك.
    من يدير المجموعة أو القناة، ومن اعتمد نشرة قناة.
privacy-term-title = كم يبقى
privacy-term =
    النشرات والتعميمات المرسلة: ثلاثون يومًا.
    كلمات البحث: ثلاثون يومًا على الأكثر، لتعمل أزرار نتائجها وروابطها.
    أعداد ملخص الأسبوع، للمجموعة التي تختاره: سبعة أيام، بلا أسماء، ومعها ما تكرر من كلمات البحث.
    أعداد القراءة والبحث لصاحب البوت: ثلاثون يومًا، بلا أسماء، ومعها ما تكرر من كلمات البحث.
    ما عدا ذلك: حتى تحذفه.
privacy-unkept-title = ما لا يُحفظ
privacy-unkept = رسائلك الأخرى بعد معالجتها، ولا يُرسل شيء إلى طرف آخر.
privacy-forget = لحذف كل ذلك اضغط الزر، أو أرسل: انسني
button-forget = احذف كل ما حُفظ
forget-sure-private = هل أحذف كل ما حُفظ عنك هنا، ومعه اشتراكك ومحفوظاتك؟ لا رجوع عن ذلك.
forget-sure-chat = هل أحذف كل ما حُفظ عن هذه المحادثة، ومعه نشرتها لكل أعضائها؟ لا رجوع عن ذلك.
button-forget-sure = نعم، احذف كل شيء
forget-kept = لم يُحذف شيء.
forgotten = حُذف كل ما حُفظ هنا، ومعه الاشتراك.

## For the owner
command-stats = إحصاءات: المحادثات والاشتراكات والإرسال
command-broadcast = تعميم رسالة على المحادثات
stats = البوت بالأرقام
stats-chats = المحادثات: { $count }
kind-private = الخاصة: { $states }
kind-group = المجموعات: { $states }
kind-supergroup = المجموعات الكبيرة: { $states }
kind-channel = القنوات: { $states }
state-active = نشطة { $count }
state-blocked = حظرت البوت { $count }
state-kicked = أخرجت البوت { $count }
state-deleted = محذوفة { $count }
stats-subscriptions = الاشتراكات: جارية { $active }، متوقفة { $paused }
stats-sent = أُرسل: { $sent }، منها متأخر: { $late }
stats-unsent = لم يصل: { $gone } (محادثات لم تعد قائمة)، { $refused } (مرفوض)
stats-skipped = مواعيد فاتت: { $count }
stats-waiting = في الانتظار: { $count }
stats-articles = المقالات: { $count }
owner-broken-files = ملفات فيها ما يحتاج إلى إصلاح
owner-half-files = مقالات نُشرت وصفحاتها ناقصة
owner-half-understood = المقال «{ $title }» ({ $slug }) بلا { $lacks }
owner-files-more = وغير ذلك: { $count }
lack-title = عنوان
lack-source = مصدر
lack-date = تاريخ
stats-usage = القراءة والبحث في سبعة أيام
stats-week = هذا الأسبوع: { $reads } (قراءة)، { $searches } (بحث)؛ في اليوم: يقرأ { $readers }، ويبحث { $searchers }
stats-week-before = الأسبوع السابق: { $reads } (قراءة)، { $searches } (بحث)؛ في اليوم: يقرأ { $readers }، ويبحث { $searchers }
stats-read = { $count ->
    [zero] لم يُقرأ: { $title }
    [one] قُرئ مرة: { $title }
    [two] قُرئ مرتين: { $title }
    [few] قُرئ { $count } مرات: { $title }
    [many] قُرئ { $count } مرة: { $title }
   *[other] قُرئ { $count } مرة: { $title }
}
stats-searched = الأكثر بحثًا: { $words }
stats-reasons = أسباب ما لم يصل:
stats-reason = تكرر { $count }: { $reason }
chats-count = { $count ->
    [zero] لا محادثات
    [one] محادثة واحدة
    [two] محادثتان
    [few] { $count } محادثات
    [many] { $count } محادثة
   *[other] { $count } محادثة
}
duration-seconds = { $count ->
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
duration-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
duration-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
broadcast-how = اكتب التعميم بعد الأمر، أو أرسل: تعميم، ردًّا على رسالة فيها نص.
broadcast-impossible = لا يقبل تيليغرام هذا: { $reason }
broadcast-forecast = هكذا ستبدو الرسالة. العدد: { $chats }، والمدة بهذه السرعة: { $time }.
broadcast-cancelled = أُلغي التعميم، ولم يُرسل شيء.
broadcast-mark = رسالة من مشغّل البوت
audience-chats = الخاصة والمجموعات
audience-private = الخاصة وحدها
audience-groups = المجموعات وحدها
audience-channels = القنوات وحدها
audience-all = كل المحادثات
broadcast-running = في الطريق
broadcast-stopping = يتوقف الإرسال…
broadcast-stopped = توقف الإرسال
broadcast-done = تم الإرسال
broadcast-sent = أُرسل: { $sent } من { $chats }
broadcast-gone = محادثات لم تعد قائمة: { $count }
broadcast-refused = مرفوض: { $count }
broadcast-left = الباقي من الوقت: { $time }
broadcast-known = سبق البتّ في هذا التعميم.
announce-send = أرسل
announce-cancel = إلغاء
announce-stop = أوقف
announce-retry = أعد الإرسال لمن لم يصله

## Corrections
command-corrections = تصحيحات: ما أخطأنا فيه وصوابه
corrections = تصحيحات
corrections-none = لا تصحيحات حتى الآن.
corrections-more = الأقدم: { $command }
corrected-mark = صُحّح في: { $day }
corrected-removed = [حُذف من المقال]
correction-notice = تصحيح لما ورد في نشرة سابقة
correction-was = كان:
correction-is = الصحيح:
correction-gone = لم يعد المقال يقول هذا.
correction-withdrawn = سُحب تصحيح أُرسل إليكم هنا: ما نُشر يقوله المقال كما كان

## Sources
command-import = استيراد مقال من رابط أو رسالة أو ملف
command-feeds = مصادر المقالات: خلاصات وقنوات ومواقع
import-how = أرسل بعد الأمر رابط المقال، أو أرسل الأمر ردًّا على رسالة فيها المقال. ويكفي أيضًا أن ترسل الرابط وحده، أو تعيد توجيه الرسالة، أو ترسل ملفًّا بامتداد ‎.md أو ‎.txt أو ‎.html.
import-open = افتح المقال
import-unreadable = تعذّرت قراءته: { $why }
import-feed = هذه خلاصة لا مقال. لمتابعتها أرسل: مصادر أضف { $url }
imported-new = دخل المقال «{ $title }».
imported-new-held = دخل المقال «{ $title }»، ولن يُنشر حتى توافق عليه.
imported-updated = تغيّر المقال «{ $title }» فحُدّث.
imported-updated-held = تغيّر المقال «{ $title }» فحُدّث، وما زال ينتظر موافقتك.
imported-same = المقال «{ $title }» موجود كما هو.
imported-same-held = المقال «{ $title }» موجود كما هو، وما زال ينتظر موافقتك.
imported-known = المقال «{ $title }» موجود من قبل، جاء من طريق آخر.
imported-too-many = لم يدخل «{ $title }»: بلغ مصدره حدّ اليوم.
imported-too-long = لم يدخل «{ $title }»: النص أطول من ميغابايتين.
import-doubts = وفيه ما لم يُعرف يقينًا: { $doubts }
lack-furniture = حدود نص المقال في صفحته
fetch-not-web = ليس هذا رابط صفحة: يبدأ الرابط بـ ‎http:// أو ‎https://
fetch-password = في الرابط اسم مستخدم أو كلمة مرور، فلا يُفتح.
fetch-private = عنوان { $host } داخل شبكة خاصة، فلا يُفتح.
fetch-unknown-host = لا يوجد موقع باسم { $host }، أو تعذّر العثور عليه الآن.
fetch-unreachable = تعذّر الاتصال بالموقع { $host }.
fetch-certificate = شهادة الموقع { $host } غير صالحة، فلا يُوثق به.
fetch-too-slow = تأخرت الصفحة أكثر من { $seconds } ثانية.
fetch-too-large = الصفحة أكبر من { $megabytes } ميغابايت.
fetch-redirects = يحيل الرابط إلى غيره أكثر من { $count } مرات.
fetch-missing = لا توجد هذه الصفحة في { $host }.
fetch-forbidden = يمنع الموقع { $host } فتح هذه الصفحة ({ $status }).
fetch-busy = الموقع { $host } مشغول ويطلب الانتظار.
fetch-failing = في الموقع { $host } عطل ({ $status }).
fetch-status = أجاب الموقع { $host } بما لا يُفهم ({ $status }).
fetch-not-text = ليست هذه صفحة نص، بل من نوع { $type }
fetch-no-feed = ليست هذه خلاصة تُقرأ.
fetch-broken = انقطعت الصفحة أو وصلت تالفة.
feeds-title = مصادر المقالات
feeds-none = لا مصادر بعد. لإضافة مصدر أرسل: مصادر أضف ثم رابط الخلاصة أو الموقع، أو اسم قناة البوتُ مشرفٌ فيها مثل ‎@name
feeds-how = لإضافة مصدر: مصادر أضف ثم رابطه أو اسم القناة. ولحذفه: مصادر احذف ثم رقمه.
feeds-unclear = لم يُفهم المطلوب. يُكتب هكذا: مصادر أضف ثم الرابط، أو: مصادر احذف ثم الرقم.
feeds-unknown = لا مصدر بهذا الرقم أو العنوان.
feeds-too-many = المصادر بلغت حدّها: { $count }. احذف واحدًا أولًا.
feeds-no-channel = لا قناة بهذا الاسم يراها البوت: أضف البوت إلى القناة مشرفًا أولًا.
feeds-not-admin = ليس البوت مشرفًا في «{ $title }»، فلا تصله منشوراتها: أضفه مشرفًا ثم أعد الطلب.
feeds-line-publish = رقم { $number }: { $title }، يُنشر ما يأتي منه فورًا
feeds-line-hold = رقم { $number }: { $title }، ينتظر ما يأتي منه موافقتك
feeds-added-feed = تُتابَع الآن «{ $title }»: يدخل أحدث ما فيها ({ $count } على الأكثر)، وما قبله لا يدخل.
feeds-added-channel = تدخل منشورات «{ $title }» من الآن، وما قبلها لا يدخل.
feeds-added-site = لا خلاصة في «{ $title }»، فلا يُتابع من نفسه؛ وما ترسله من روابطه يُعامل كما تختار هنا.
feeds-ask-mode = هل يُنشر ما يأتي منه فورًا، أم ينتظر موافقتك؟
feeds-publish = يُنشر فورًا
feeds-hold = ينتظر موافقتي
feeds-switch-publish = انشر رقم { $number } فورًا
feeds-switch-hold = علّق رقم { $number }
feeds-remove-one = احذف رقم { $number }
feeds-remove-sure = هل أترك المصدر «{ $title }»؟ ما دخل منه يبقى.
feeds-remove = نعم، اتركه
feeds-keep = لا، أبقه

## Verify
command-verify = تحقّق: هل قيل هذا حقًا؟
how-verify = اكتب القول بعد الكلمة، مثل: { $example }، أو رُدّ بكلمة «تحقق» على رسالة، أو حوّل إليّ رسالة في محادثتنا الخاصة.
guide-verify-title = لتتحقق من قول
guide-verify = هل قال بوتين …؟ أو: تحقق (ردًّا على رسالة)، أو حوّل إليّ الرسالة
verified = { $count ->
    [one] تحققت من اقتباس واحد
    [two] تحققت من اقتباسين
    [few] تحققت من { $count } اقتباسات
    [many] تحققت من { $count } اقتباسًا
   *[other] تحققت من { $count } اقتباس
}
verified-left = { $count ->
    [one] وبقي اقتباس واحد لم أنظر فيه.
    [two] وبقي اقتباسان لم أنظر فيهما.
    [few] وبقيت { $count } اقتباسات لم أنظر فيها.
    [many] وبقي { $count } اقتباسًا لم أنظر فيها.
   *[other] وبقي { $count } اقتباس لم أنظر فيها.
}
verify-claim = النص { $number }: «{ $words }»
verify-by = القائل: { $speaker }
verify-verbatim-whole = نعم، قيل هذا بنصّه
verify-verbatim-part = نعم، هذا جزء من قول نُقل بنصّه
verify-verbatim-turned = قيل هذا، لكنه مقتطع من جملة فيها نفي أو شرط. اقرأها كاملة
verify-altered = لم يُقل هكذا. أقرب ما قيل إليه
verify-altered-report = لم يرد هكذا. أقرب ما ورد إليه خبر لا قول
verify-other-speaker = قيل هذا بنصّه، لكن قائله غيره
verify-no-speaker = ورد هذا بنصّه، لكن المقال لا يذكر قائله
verify-reported = ورد هذا في مقال خبرًا، لا قولًا منقولًا بين علامتي تنصيص
verify-unknown = لا أجد هذا القول في المقالات التي لديّ
verify-legend = مشطوب: ما ليس في الأصل. تحته خط: ما في الأصل وحده.
verify-speaker-changed = القائل: { $said }
verify-speaker-left-out = القائل: { $said }
verify-speaker-added = القائل: غير مذكور
verify-negation-changed = النفي تغيّر: «{ $claimed }»، والأصل «{ $said }»
verify-negation-left-out = النفي حُذف: «{ $said }»
verify-negation-added = النفي زيد: «{ $claimed }»
verify-number-changed = العدد تغيّر: «{ $claimed }»، والأصل «{ $said }»
verify-number-left-out = العدد حُذف: «{ $said }»
verify-number-added = العدد زيد: «{ $claimed }»
verify-name-changed = الاسم تغيّر: «{ $claimed }»، والأصل «{ $said }»
verify-name-left-out = الاسم حُذف: «{ $said }»
verify-name-added = الاسم زيد: «{ $claimed }»
verify-word-changed = تغيّر: «{ $claimed }»، والأصل «{ $said }»
verify-word-left-out = حُذف: «{ $said }»
verify-word-added = زيد: «{ $claimed }»
verify-more-changes = { $count ->
    [one] وتغيير آخر
    [two] وتغييران آخران
    [few] و{ $count } تغييرات أخرى
    [many] و{ $count } تغييرًا آخر
   *[other] و{ $count } تغيير آخر
}
verify-near-by = مما قاله { $speaker } في هذا:
verify-near = أقرب الأقوال إليه في الموضوع:
verify-nothing-near = قد يكون قيل في مقال ليس لديّ.
button-proof = الفقرة في المقال

## الضيف
card-verified = تحقّق من القول
guest-nothing = لا شيء عن هذا فيما لديّ من المقالات.
inline-placeholder = كلمات من خبر أو اسم قائل
no-digest-in-direct = الرسائل المباشرة للقناة لا تصلها نشرة. اشترك في محادثتك معي أو أضفني إلى القناة.
guide-elsewhere-title = لتسأل في محادثة لستُ فيها
guide-elsewhere = رُدّ على أي منشور بذكر { $bot } لأقول لك هل قيل هذا، أو اكتب { $bot } وكلمات لترسل اقتباسًا

## The reader's minute
region-8 = الخليج والمشرق العربي
region-9 = مصر والمغرب العربي
zones-common = المناطق كلها
section-tags = وسوم #

## Trouble
troubles = تنبيه لمشغّل البوت
trouble-disk-low = المساحة الباقية في قرص DATA_DIR أقل من 256 ميغابايت. أفرغ مساحة: إذا امتلأ القرص توقف الإرسال حتى تُفرغ.
trouble-store-unwritable = لا يمكن الكتابة في قاعدة البيانات: { $about }. توقف الإرسال، ويُستأنف وحده متى أمكنت الكتابة، ولا يضيع شيء.
trouble-sender-stuck = نشرات حان وقتها قبل أكثر من عشر دقائق ولم تُرسل. انظر في السجل: قد تكون عملية أخرى تستعمل DATA_DIR، أو أن تيليغرام لا يجيب.
trouble-content-unreadable = لا يمكن قراءة المقالات: { $about }. صحّح CONTENT_DIR أو أذونات المجلد. تبقى المقالات التي قُرئت.
trouble-message-refused = رفض تيليغرام رسالة، ولن تُرسل ثانية: { $about }. السبب في السجل مع رقم الإرسال.
trouble-chat-lost = لم يعد البوت عضوًا في «{ $about }» أو لم يعد يستطيع الكتابة فيها، فتوقفت نشراتها. إن لم يكن ذلك مقصودًا فأعده إليها، وتُستأنف كما كانت.
trouble-updates-failed = لم يُجَب عن طلب بسبب خطأ في البرنامج. ابحث في السجل عن: an update could not be handled
trouble-telegram-away = لم يصل البوت إلى تيليغرام بين { $about }. عاد الاتصال، ويُجاب الآن عمّا ورد في تلك المدة. إن تكرر ذلك فافحص شبكة الخادم.

## The desk
command-desk = المكتب: ما وصل وينتظر قرارك
command-withdraw = سحب مقال بعد نشره
desk = { $count ->
    [zero] المكتب: لا شيء ينتظر
    [one] المكتب: مقال واحد ينتظر
    [two] المكتب: مقالان ينتظران
    [few] المكتب: { $count } مقالات تنتظر
    [many] المكتب: { $count } مقالًا ينتظر
   *[other] المكتب: { $count } مقال ينتظر
}
desk-more = { $count ->
    [zero] لا شيء غير ذلك ينتظر على المكتب
    [one] وعلى المكتب مقال آخر ينتظر
    [two] وعلى المكتب مقالان آخران ينتظران
    [few] وعلى المكتب { $count } مقالات أخرى تنتظر
    [many] وعلى المكتب { $count } مقالًا آخر ينتظر
   *[other] وعلى المكتب { $count } مقال آخر ينتظر
}
desk-article = مقال على المكتب
desk-held = لم يُنشر، وينتظر قرارك.
desk-embargoed = لا يُنشر قبل موعده: يوم { $moment }
desk-withdrawn = سُحب، ولا يراه القراء.
desk-published = منشور للقراء.
desk-reasons = السبب: { $why }
hold-title = صفحته بلا عنوان
hold-date = تاريخه غير مذكور
hold-source = مصدره غير مذكور
hold-furniture = في صفحته كثير مما ليس منه
hold-draft = ملفه مسودة
hold-unset = مصدره يُراجع قبل النشر
hold-owner = أُوقف بقرار من المكتب
desk-now-published = نُشر.
desk-now-held = أُوقف نشره.
desk-now-withdrawn = سُحب.
desk-not-yet = حُفظ القرار، ولم يتغير المقال بعد: انظر حالته كما هي الآن.
desk-changed = تغيّر المقال بعد أن عُرض هنا. راجعه كما هو الآن.
desk-gone = هذا المقال لم يعد في ملف.
desk-refused = هذا لمالكي البوت ومشرفي التحرير وحدهم.
desk-unknown = لا مقال بهذا الاسم: { $slug }
desk-quotes-speaker = اختر رقم الاقتباس الذي تصحّح نسبته
desk-quotes-drop = اختر رقم الاقتباس الذي تحذفه من الموجز. يبقى كلامه في نص المقال.
withdraw-how = اكتب بعد الأمر اسم المقال بالحروف اللاتينية، مثل: سحب alaska-summit
withdraw-question = أتسحب «{ $title }»؟ يختفي عند القراء في الحال، ويُعدّل ما نُشر منه.
withdrawn-note = [سُحب هذا المقال بعد نشره]
titled-withdrawn = سُحب هذا المقال بعد نشره: «{ $title }»
edited = بتصرّف من المحرّر: { $what }
edited-title = العنوان
edited-speaker = نسبة القول
edited-dropped = حذف اقتباس
speaker-edited = النسبة من المحرّر
title-how = اكتب العنوان ردًّا على هذه الرسالة ({ $most } حرف على الأكثر)
title-placeholder = عنوان المقال
speaker-how = لمن هذا القول؟ اكتب الاسم ردًّا على هذه الرسالة، أو علامة «؟» إن لم يُعرف: «{ $words }»
speaker-placeholder = اسم القائل
fix-too-long = عدد الحروف { $length }، وأقلّه حرف وأقصاه { $most }. بقي المقال كما كان.
fixes-dropped = عاد المقال كما قرأه البوت.
quote-dropped = حُذف الاقتباس من الموجز.
button-publish = انشر
button-withdraw = اسحب
button-withdraw-sure = نعم، اسحبه
button-fix-title = صحّح العنوان
button-fix-speaker = صحّح نسبة قول
button-drop-quote = احذف اقتباسًا
button-drop-fixes = ألغِ التصحيحات
button-desk = كل ما على المكتب

## limits
subscriptions-full = بلغت النشرات هنا حدّها: { $most }. ألغِ نشرة في موضوع آخر أولًا.

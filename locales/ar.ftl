# Words of the bot in Arabic. Every line begins with an Arabic word, so that it reads from the right.

## Welcome and help
welcome = مُوجَز: الأخبار الطويلة في سطور تثق بها
what-it-does =
    أقرأ المقالات الطويلة وأعطيك ملخصها بجُملها نفسها، بلا كلمة من عندي.
    أبيّن من قال ماذا، ومن هم، وكم، ومتى، وما العناوين القريبة.
    أرسل إليك نشرة في موعدها، فيها الجديد وحده.
todays-briefing = موجز اليوم
how-to-ask-in-group = خاطبني هنا بذكر اسمي ثم ما تريد، مثل: { $bot } موجز، أو بالرد على رسالة مني. ومواعيد النشرة يضبطها المشرفون.
how-to-ask = اكتب: موجز، ملخص، اقرأ، اقتباسات، عناوين، مقالات، نشرة، اشترك. ولأقوال شخص بعينه: اقتباسات ثم اسمه.

## Articles
origin = المصدر: { $source } · { $rest }
origin-without-source = النشر: { $rest }
reading-time = { $minutes ->
    [one] دقيقة قراءة
    [two] دقيقتا قراءة
    [few] { $minutes } دقائق قراءة
    [many] { $minutes } دقيقة قراءة
   *[other] { $minutes } دقيقة قراءة
}
title-derived = العنوان من كلمات المقال نفسه، فصفحته بلا عنوان
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
article-gone = هذا الموضع لم يعد متاحًا. إليك ما لديّ الآن.
titled-gone = هذا المقال لم يعد متاحًا: «{ $title }»
no-such-article = لا مقال لديّ باسم «{ $name }». أرسل: مقالات، لترى ما لديّ.
no-such-speaker = لا أقوال لديّ لمن اسمه «{ $name }». الأكثر أقوالًا لديّ: { $speakers }.
no-speakers = لا أقوال لديّ بعد.

## Parts of a briefing
part-summary = الملخص
part-read = القراءة
part-quotes = من قال ماذا
part-people = شخصيات
part-figures = أرقام وتواريخ
part-timeline = تسلسل الأحداث
part-context = في موضعه من المقال
part-related = عناوين قريبة
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
no-related = لا عناوين قريبة في صفحة هذا المقال.
speaker-unknown = القائل غير مذكور
said-on = قيل على { $medium }
said-to = قيل إلى { $addressee }
said-on-and-to = قيل على { $medium } إلى { $addressee }
mentions = { $count ->
    [zero] لم يُذكر
    [one] ذُكر مرة
    [two] ذُكر مرتين
    [few] ذُكر { $count } مرات
    [many] ذُكر { $count } مرة
   *[other] ذُكر { $count } مرة
}
also-worded = بصيغة أخرى:

## Buttons
button-summary = الملخص
button-read = { $count ->
    [one] اقرأ
   *[other] اقرأ ({ $count })
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
button-subscribe-daily = نشرة كل صباح عند { $time }
button-subscribe-at = كل يوم { $time }
button-unsubscribe = إلغاء الاشتراك
button-save = احفظ
button-share = شارك
button-read-here = اقرأ من هنا
back-to-list = رجوع إلى القائمة
back = رجوع إلى الموجز
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
digest-next = نشرة مُوجَز: لا جديد، فهذا الجزء التالي ({ $page } من { $pages })
digest-nothing = لا جديد منذ نشرتك الأخيرة، وقد قرأت كل ما تتابعه.

## Subscriptions
subscribe-choose = متى تريد النشرة؟ اختر موعدًا، أو اكتب مثلًا:
    اشترك 07:30 19:00 الأحد-الخميس الرياض
subscribed = تم الاشتراك: { $times }، { $days }، بتوقيت { $zone }.
    النشرة القادمة: { $next }.
not-subscribed = لا اشتراك هنا. للاشتراك أرسل: اشترك
unsubscribed = أُلغي الاشتراك، ولن تصل نشرات بعد الآن. للعودة أرسل: اشترك
current-subscription = الاشتراك الحالي: { $times }، { $days }، بتوقيت { $zone }.
    النشرة القادمة: { $next }.
subscribe-no-such-time = الوقت «{ $word }» غير مفهوم. اكتبه هكذا: 07:30
subscribe-unknown-word = الكلمة «{ $word }» ليست وقتًا ولا يومًا ولا منطقة زمنية. مثال: اشترك 07:30 19:00 الأحد-الخميس Asia/Riyadh
subscribe-second-zone = المنطقة الزمنية «{ $word }» هي الثانية، ولكل نشرة منطقة واحدة.
subscribe-too-many-times = الأوقات كثيرة: { $most } في اليوم على الأكثر.
subscribe-no-time = في أي ساعة؟ اكتب الوقت أيضًا، مثل: اشترك 07:30
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
hint-times = اضغط وقتًا لتضيفه أو ترفعه. ولوقت بالدقيقة اكتب: اشترك 07:35 19:10
hint-days = اضغط يومًا لتضيفه أو ترفعه، أو اختر أسبوع بلدك.
hint-zone = اختر مدينتك أو جهة من العالم، أو أرسل موقعك. الموقع لا يُحفظ.
hint-pause = اختر مدة، أو اكتب التاريخ: اشترك إيقاف حتى 2027-03-01
hint-quiet = ما يحين موعده في ساعات الهدوء يصل عند انتهائها مرة واحدة. ولساعات أخرى اكتب: اشترك هدوء 22:30 06:45
hint-ramadan = اختر أوقات رمضان، وتعود أوقاتك بعده. الموعد بتقويم أم القرى، وقد يختلف يومًا.
    ولتاريخين آخرين اكتب: اشترك من 2027-07-01 إلى 2027-07-31 10:00
hint-sections = اضغط قسمًا لتضيفه أو ترفعه. ما تضيفه آخرًا يأتي آخرًا.
hint-amount = كم مقالًا على الأكثر، وكم يُقال عن كل مقال، وماذا يصل حين لا جديد؟
hint-follow = اختر من تتابع أقوالهم، أو اكتب كلمات: اشترك كلمات غزة، وقف النار
hint-upcoming = هذه هي المواعيد بتوقيتك.
hint-preview = المعاينة لا تُعدّ قراءة، فالجديد يبقى جديدًا.
state-zone = التوقيت الآن: { $zone }
state-pause = النشرة موقوفة حتى { $day }
idle-pause = النشرة تعمل.
state-quiet = الهدوء من { $from } إلى { $to }
idle-quiet = لا ساعات هدوء.
state-ramadan = من { $from } إلى { $to } تصل النشرة عند: { $times }
idle-ramadan = رمضان القادم بالمواعيد نفسها.
state-sections = في كل مقال: { $sections }
state-amount = على الأكثر { $most }، والطول: { $length }، وحين لا جديد: { $empty }
state-follow = تتابع: { $words }
state-no-follow = تتابع كل المقالات.
section-title = العنوان
section-line = الخلاصة
section-quote = اقتباس
section-figures = أرقام
section-headlines = عناوين قريبة
section-chunk = جزء مما تقرأ
length-short = قصير
length-normal = عادي
length-long = طويل
empty-part = الجزء التالي مما تقرأ
empty-line = سطر يقول إنه لا جديد
empty-silent = لا شيء
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
region-4 = أستراليا
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
change-choice = الاختيار «{ $word }» غير معروف. مثال: أقسام خلاصة اقتباس، أو: أقصى 5، أو: طول قصير
change-words = الكلمات «{ $word }» لا تكفي للبحث. مثال: كلمات غزة، وقف النار
change-many = الكلمات كثيرة: { $most } على الأكثر.
digest-empty = نشرة مُوجَز: لا جديد منذ نشرتك الأخيرة.
digest-part = الجزء التالي مما تقرأ ({ $page } من { $pages })
digest-figures = أرقام
digest-headlines = عناوين قريبة
reason-keyword = لأنك تتابع: { $words }
reason-speaker = لأن فيه قولًا لمن تتابع: { $words }
button-why = لماذا أرى هذا؟
why-all = هذا ما وصل منذ النشرة الأخيرة هنا، فأنت تتابع كل المقالات.
why-some = هذا ما وصل منذ النشرة الأخيرة هنا، وفيه ما تتابع: { $words }
owner-empty-edition = لا مقالات جديدة: لم يجد أحد ممن حان موعدهم شيئًا جديدًا في نشرته. هذا التنبيه يصلك مرة واحدة حتى تأتي مقالات جديدة.

## Refusals
admins-only = الإعدادات هنا للمشرفين وحدهم.
button-unknown = هذا الزر من نسخة قديمة. أرسل: موجز
unknown-command = لا أعرف هذا الطلب. أرسل: مساعدة، لترى ما أستطيع.
did-you-mean = لا أعرف «{ $word }». لعلك تقصد: { $command }؟
something-failed = تعذّر ذلك الآن، ولم يضِع شيء. أعد المحاولة بعد قليل.
too-fast = طلباتك أسرع من أجوبتي: أجيب أولًا عمّا وصل منها، وأترك ما زاد حتى أفرغ، فأعد إرساله بعدها.

## In groups
button-rest-here = التتمة هنا
answered-above = سبق الجواب ↑
too-many-requests = { $seconds ->
    [zero] كثرت الطلبات هنا، وأجيب من جديد حالًا.
    [one] كثرت الطلبات هنا، وأجيب من جديد بعد ثانية.
    [two] كثرت الطلبات هنا، وأجيب من جديد بعد ثانيتين.
    [few] كثرت الطلبات هنا، وأجيب من جديد بعد { $seconds } ثوانٍ.
    [many] كثرت الطلبات هنا، وأجيب من جديد بعد { $seconds } ثانية.
   *[other] كثرت الطلبات هنا، وأجيب من جديد بعد { $seconds } ثانية.
}

topic-rests = موضوع هنا أُغلق أو حُذف، فتوقفت نشرته. تعود حين يُفتح من جديد، أو أرسل في موضوع آخر: اشترك
pin-not-allowed = تثبيت النشرة غير مسموح لي في «{ $title }»، فأوقفته. لإعادته امنحني حق التثبيت واختره من الإعدادات.

## Channels
channels = { $count ->
    [zero] ما تديره
    [one] ما تديره: محادثة واحدة
    [two] ما تديره: محادثتان
    [few] ما تديره: { $count } محادثات
    [many] ما تديره: { $count } محادثة
   *[other] ما تديره: { $count } محادثة
}
channels-none = لا أعرف لك قناة ولا مجموعة أنا فيها. أضفني مشرفًا في قناتك ثم أرسل: قنوات
channels-in-private = إدارة القنوات في محادثتنا الخاصة.
channel-unscheduled = لا نشرة هنا بعد. اختر موعدًا من «مواعيد النشرة».
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
button-channels = كل ما أديره
button-add-to-channel = أضفني إلى قناة
back-to-card = رجوع
manage-refused = هذا لمشرفي تلك المحادثة وحدهم.
missed = { $count ->
    [zero] عدتُ، ولم يفتكم شيء.
    [one] عدتُ، وفاتكم مقال واحد. هل آتي به في النشرة القادمة؟
    [two] عدتُ، وفاتكم مقالان. هل آتي بهما في النشرة القادمة؟
    [few] عدتُ، وفاتكم { $count } مقالات. هل آتي بها في النشرة القادمة؟
    [many] عدتُ، وفاتكم { $count } مقالًا. هل آتي بها في النشرة القادمة؟
   *[other] عدتُ، وفاتكم { $count } مقال. هل آتي بها في النشرة القادمة؟
}
missed-in-channel = { $count ->
    [zero] عدتُ إلى «{ $title }»، ولم يفت قراءها شيء.
    [one] عدتُ إلى «{ $title }»، وفات قراءها مقال واحد. هل آتي به في النشرة القادمة؟
    [two] عدتُ إلى «{ $title }»، وفات قراءها مقالان. هل آتي بهما في النشرة القادمة؟
    [few] عدتُ إلى «{ $title }»، وفات قراءها { $count } مقالات. هل آتي بها في النشرة القادمة؟
    [many] عدتُ إلى «{ $title }»، وفات قراءها { $count } مقالًا. هل آتي بها في النشرة القادمة؟
   *[other] عدتُ إلى «{ $title }»، وفات قراءها { $count } مقال. هل آتي بها في النشرة القادمة؟
}
missed-caught-up = تأتي النشرة القادمة بما فات.
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
draft-held = معلّقة: لا تُنشر حتى تُعتمد.
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
draft-now-held = عُلّقت، ولن تُنشر حتى تُعتمد.
button-approve = اعتمد
button-hold = علّق
button-intro = عدّل المقدمة
button-no-intro = احذف المقدمة
intro-how = اكتب المقدمة ردًا على هذه الرسالة، وأقصى عدد لحروفها: { $most }
intro-placeholder = مقدمة النشرة
intro-kept = المقدمة في المسودة الآن.
intro-too-long = عدد حروف المقدمة { $length }، وأقصاه { $most }. بقيت المسودة كما كانت.
intro-no-room = النشرة طويلة، ولا مكان فيها لمقدمة.
intro-removed = حُذفت المقدمة.

## Command descriptions
command-start = البداية: ما يفعله البوت وموجز اليوم
command-help = مساعدة
command-brief = موجز المقال: خلاصته وأجزاؤه
command-summary = ملخص بجُمل المقال نفسها
command-read = اقرأ المقال جزءًا جزءًا
command-quotes = اقتباسات: من قال ماذا
command-people = شخصيات المقال وصفاتهم
command-figures = أرقام المقال وتواريخه
command-timeline = تسلسل الأحداث
command-headlines = عناوين قريبة، عنوان لكل خبر
command-articles = مقالات: كل ما لديّ، الأحدث أولًا
command-search = بحث في كل المقالات
command-ask = اسأل، وأجيب بمواضع من المقالات
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
    [zero] لا شيء عن «{ $words }»
    [one] موضع واحد عن «{ $words }»
    [two] موضعان عن «{ $words }»
    [few] { $count } مواضع عن «{ $words }»
    [many] { $count } موضعًا عن «{ $words }»
   *[other] { $count } موضع عن «{ $words }»
}
found-apart = الكلمات كلها موجودة، لكن لا متجاورة كما طلبت.
found-most = لا موضع فيه الكلمات كلها، فهذه مواضع تنقصها كلمة.
found-some = لا موضع فيه الكلمات كلها، فهذه مواضع فيها بعضها.
found-folded = لم ترد «{ $asked }» بهذه الصورة، ووردت: { $found }
found-near = لم ترد «{ $asked }»، وأقرب ما ورد: { $words }
found-nothing-near = لم ترد «{ $asked }» ولا ما يشبهها.
query-no-value = المرشّح «{ $word }» بلا قيمة، فتركته.
query-no-date = التاريخ «{ $word }» غير مفهوم، فتركته. اكتبه هكذا: 2025-08-15
query-too-long = الطلب طويل، فبحثت عن أوله.
query-nearest = الأقرب: { $names }
query-no-such-name = لا أحد ولا مصدر باسم «{ $word }». { $nearest }
how-search = عمّ أبحث؟ مثال: بحث وقف إطلاق النار
    ويمكن التحديد: قائل:بوتين، من:رويترز، قبل:2025-08-16، و«عبارة بعينها»
how-ask = اسأل ما شئت عمّا لديّ من مقالات، مثل: اسأل متى عُقدت القمة؟

## Settings
settings = إعدادات هذه المحادثة
setting-language = اللغة: { $value }
setting-digits = الأرقام: { $value }
choice-language-ar = العربية
choice-language-en = الإنجليزية
choice-digits-latn = لاتينية 123
choice-digits-arab = عربية ١٢٣
setting-reading = القراءة: { $value }
choice-reading-classic = جزءًا جزءًا
choice-reading-rich = المقال كله في رسالة
reading-rich-note = إن لم يظهر المقال في تطبيقك فحدّثه، أو ارجع إلى القراءة جزءًا جزءًا.
setting-tidy = الطلب وجوابه: { $value }
choice-tidy-off = يبقيان
choice-tidy-5 = يُحذفان بعد { 5 } دقائق
choice-tidy-30 = يُحذفان بعد { 30 } دقيقة
choice-tidy-60 = يُحذفان بعد ساعة
setting-pin = النشرة الجديدة: { $value }
choice-pin-off = بلا تثبيت
choice-pin-on = تُثبَّت
setting-week = الأكثر قراءة وبحثًا هنا: { $value }
choice-week-off = بلا ذكر
choice-week-on = يُذكر كل أحد
week-read = الأكثر قراءة هنا في سبعة أيام: { $titles }
week-searched = الأكثر بحثًا: { $words }
button-set = اختر: { $value }
button-schedule = مواعيد النشرة
button-help = مساعدة

## Bookmarks
saved = { $count ->
    [zero] لا محفوظات
    [one] محفوظاتك: موضع واحد
    [two] محفوظاتك: موضعان
    [few] محفوظاتك: { $count } مواضع
    [many] محفوظاتك: { $count } موضعًا
   *[other] محفوظاتك: { $count } موضع
}
saved-none = لا محفوظات لديك بعد. اضغط «احفظ» تحت ما تريد أن تعود إليه.
saved-gone = هذا الموضع لم يعد متاحًا
saved-in-private = محفوظاتك لك وحدك، وتجدها في محادثتنا الخاصة.
saved-file = محفوظاتك بمصادرها
save-added = حُفظ. تجده في: محفوظات
save-known = هو محفوظ من قبل.
save-full = المحفوظات كثيرة: احذف بعضها أولًا.
save-how = أرسل «حفظ» ردًا على موضع من مواضعي، أو اضغط «احفظ» تحته.
button-open-saved = افتح { $number }
button-remove = احذف
button-export = خذها كلها في ملف
button-open-private = افتح في الخاص

## Privacy
privacy = ما يُحفظ: رقم هذه المحادثة واسمها ولغتها، واشتراكها ومواعيده وما اخترته لنشرتها، والجزء الذي بلغته في كل مقال، ومحفوظاتك، ومن يدير المجموعة أو القناة، ومن اعتمد نشرة قناة. ما أُرسل إليها من نشرات وإعلانات يُحفظ ثلاثين يومًا. كلمات بحثك تُحفظ ثلاثين يومًا على الأكثر لتعمل أزرار نتائجها وروابطها. والمجموعة التي تختار أن يُذكر لها كل أسبوع الأكثر قراءة وبحثًا فيها يُحفظ لها عدد ذلك سبعة أيام بلا أسماء، ومعه ما تكرر من كلمات البحث. لا تُحفظ رسائلك الأخرى، ولا يُرسل شيء إلى طرف آخر.
    للحذف كله أرسل: /forget
forgotten = حُذف كل ما حُفظ عنك هنا، ومعه الاشتراك.

## For the owner
command-stats = إحصاءات: المحادثات والاشتراكات والإرسال
command-broadcast = إذاعة رسالة إلى كل المحادثات
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
stats-unsent = لم يصل: { $gone } إلى محادثات ذهبت، { $refused } مرفوض
stats-skipped = مواعيد فاتت: { $count }
stats-waiting = في الانتظار: { $count }
stats-articles = المقالات: { $count }
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
broadcast-how = اكتب ما تريد إذاعته بعد الأمر، أو أرسل: إذاعة، ردًا على رسالة فيها نص.
broadcast-impossible = لا يقبل تيليغرام هذا: { $reason }
broadcast-forecast = هكذا ستبدو الرسالة. العدد: { $chats }، والمدة بهذه السرعة: { $time }.
broadcast-cancelled = أُلغيت الإذاعة، ولم يُرسل شيء.
broadcast-running = في الطريق
broadcast-stopping = يتوقف الإرسال…
broadcast-stopped = توقف الإرسال
broadcast-done = تم الإرسال
broadcast-sent = أُرسل: { $sent } من { $chats }
broadcast-gone = محادثات ذهبت: { $count }
broadcast-refused = مرفوض: { $count }
broadcast-left = الباقي من الوقت: { $time }
broadcast-known = قُضي الأمر من قبل.
announce-send = أرسل
announce-cancel = إلغاء
announce-stop = أوقف
announce-retry = أعد مع الباقي

## Corrections
command-corrections = تصحيحات: ما كان وما صار
corrections = تصحيحات
corrections-none = لم يلزم تصحيح شيء حتى الآن.
corrections-more = الأقدم: { $command }
corrected-mark = صُحّح في: { $day }
corrected-removed = [حُذف من المقال]
correction-notice = تصحيح: في نشرة أرسلتها كلام غير صحيح
correction-was = كان:
correction-is = الصحيح:
correction-gone = لم يعد المقال يقول هذا.
correction-withdrawn = سُحب تصحيح أُرسل إليكم هنا: ما نُشر يقوله المقال كما كان

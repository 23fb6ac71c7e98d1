import type { Language } from './language.ts'

/** True for a word that carries grammar and no topic (`في`, `وقال`, `the`). Takes the folded word. */
export function isStopWord(folded: string, language: Language): boolean {
  if (language === 'en') return ENGLISH.has(folded)
  return ARABIC.has(folded) || (/^[وف]../u.test(folded) && ARABIC.has(folded.slice(1))) || ENGLISH.has(folded)
}

/** Folded spelling: ا for every hamza on it, ي for ى, ه for ة. */
const ARABIC: ReadonlySet<string> = new Set(
  `في من علي الي عن مع بعد قبل منذ حتي خلال بين عند لدي دون بدون ضد نحو حول امام وراء خلف تحت فوق عبر ضمن وسط داخل خارج اثناء
  بعدما قبلما عندما حينما بينما حيث حين كلما طالما اذ اذا اذن لو لولا لما لم لن لا ما ليس ليست ليسوا ليسا لات قد لقد سوف س هل ا
  ان انه انها انهم انهما انني انك اننا بان بانه بانها بانهم لان لانه لانها لانهم كان كانه كانها كانت كانا كانوا كنت كنا يكون تكون
  يكونون سيكون ستكون يكن تكن اكون نكون لكن لكنه لكنها لكنهم لكنني ولكن بل او ام اما ثم ف و ب ل ك اي ايا كي لكي كيف كم متي اين
  الذي التي الذين اللذين اللذان اللتين اللتان اللاتي اللواتي هذا هذه هذان هذين هاتين هولاء ذلك تلك ذاك اوليك هنا هناك هنالك
  هو هي هم هما هن انا انت انتم نحن له لها لهم لهما لهن لي لك لكم لنا به بها بهم بهما بي بك بكم بنا بهن منه منها منهم منهما مني منك منا
  فيه فيها فيهم فيهما عنه عنها عنهم عني عليه عليها عليهم عليهما علينا عليك اليه اليها اليهم الينا معه معها معهم معنا بينه بينها بينهم
  بينهما لديه لديها لديهم لدينا عنده عندها عندهم امامه امامها بعده بعدها قبله قبلها خلاله خلالها دونه ضده ضدها حوله حولها
  كل كلا كلتا كله كلها كلهم بعض بعضها بعضهم بعضنا جميع جميعا غير غيره غيرها غيرهم سوي نفس نفسه نفسها انفسهم ذات ذاته ذاتها
  ايضا كذلك فقط جدا تماما ربما مثل مثلا كما كماان مما ممن فيما بما لما عما وفق وفقا بحسب حسب بسبب نتيجه رغم الرغم برغم بالرغم
  خاصه خصوصا لاسيما سيما حاليا لاحقا سابقا تقريبا اكثر اقل اخر اخري اخرين الاخر الاخري الاخرين احد احدي واحد واحده
  الان اليوم امس غدا حد مجرد عبارة عباره شان بشان اجل لاجل جانب الي تجاه ازاء لدن مدي عدم عده عدد الا الاا انما كونه كونها
  يوم يمكن يجب ينبغي تم يتم تمت ستتم سيتم جري يجري لايزال يزال تزال زال مازال مازالت ظل ظلت اصبح اصبحت بات باتت صار يصبح عاد
  قال قالت قالوا قالا يقول تقول يقولون اضاف اضافت يضيف اوضح اوضحت اكد اكدت يوكد ذكر ذكرت اشار اشارت صرح صرحت تابع تابعت اعلن
  اعلنت اعتبر اعتبرت قايلا مضيفا موكدا مشيرا موضحا معتبرا متابعا لافتا مشددا شدد شددت افاد افادت كشف كشفت لفت لفتت
  نعم كلا بلي الا هيا ياايها يا ايها ايتها وذلك وهو وهي وهذا وهذه وكان وكانت ولم ولا وما وقد وان ومن وفي وعلي اول اولي
  بشكل بصوره خصوص بخصوص جهه جهته جهتها ناحيه حال حاله عقب اثر وقت`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)

const ENGLISH: ReadonlySet<string> = new Set(
  `a about above after again against all also am among an and any are aren't around as at be because been before being below
  between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each either else ever
  every few for from further get gets got had hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him
  himself his how however i i'd i'll i'm i've if in into is isn't it it's its itself just let's like made make many may me might
  more most much must mustn't my myself neither no nor not now of off on once one only or other others ought our ours ourselves
  out over own per rather s said same say says shan't she she'd she'll she's should shouldn't since so some such t than that
  that's the their theirs them themselves then there there's these they they'd they'll they're they've this those though through
  to told too under until up upon us very was wasn't we we'd we'll we're we've were weren't what what's when where whether which
  while who who's whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're you've your yours
  yourself yourselves added according mr mrs ms dr`
    .split(/\s+/u)
    .filter((word) => word !== ''),
)

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Verbs that carry speech, every form, lower case. */
export const SAYING = list(`
said says say saying told tells telling added adds adding asked asks asking replied replies answered wrote writes writing tweeted tweets posted explained explains explaining noted notes noting
insisted insists insisting argued argues arguing warned warns warning stressed stresses stressing claimed claims claiming admitted admits acknowledged announced announces declared declares stated
states suggested suggests recalled recalls remarked joked quipped shouted whispered cried continued continues concluded concludes confirmed confirms complained complains observed predicts predicted
urged urges vowed vows pledged promised boasted conceded countered demanded exclaimed commented testified reiterated emphasized emphasised maintained responded read reads
`)

/** Verbs that introduce a few quoted words of their subject, every form, lower case. */
export const CALLING = list(`
called calls calling described describes describing denounced denounces condemned condemns praised praises hailed hails dismissed dismisses criticized criticised criticizes accused accuses blamed
blasted slammed branded labeled labelled termed dubbed welcomed welcomes rejected rejects denied denies expressed expresses spoke speaks cited cites appealed appeals promised threatened threatens
`)

/** Small words that end a noun phrase or are none of its words, lower case. */
export const SMALL = list(`
in on at to of for from by with as after before when while during since until that who whom whose which where because if but and or so than then though although about into over under between against
amid following despite is was are were be been being has have had will would could should can may might must do does did not no nor yet also still just only later earlier recently today yesterday tomorrow
monday tuesday wednesday thursday friday saturday sunday what how why this these those it its he she they them him her his their our my your i we you there here
`)

/** Words that open a sentence with a capital and are no name. */
export const OPENERS = list(`
The A An In On At To Of For From By With As After Before When While During Since Until That Who Which Where Because If But And Or So Than Then Though Although About Into Over Under Between Against Amid
Following Despite Is Was Are Were Be Been It Its He She They Them Him Her His Their Our My Your I We You There Here This These Those Not No Nor Yet Also Still Just Only Later Earlier Recently Today
Yesterday Tomorrow Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Both Some Many Most All Each Every
Several Other Others Another One Two Three Four Five Six Seven Eight Nine Ten Asked According Speaking Meanwhile However Instead Even Now Once What How Why Whether Such Last Next First Second More
Officials Police Critics Experts Analysts Residents Witnesses Nearly About Around Thousands Hundreds Dozens Under Like Among Inside Outside Without Within Through Across Yes Perhaps Maybe
`)

/** Offices and trades, lower case; in a title they may have a capital. */
export const ROLES = list(`
president premier minister chancellor king queen prince princess emir sultan pope secretary senator congressman congresswoman representative lawmaker lawmakers legislator deputy mp governor mayor
ambassador envoy diplomat spokesman spokeswoman spokesperson adviser advisor aide chief chairman chairwoman chair head director manager executive ceo founder owner leader commander general colonel major captain
lieutenant admiral sergeant officer official judge justice prosecutor attorney lawyer sheriff detective inspector professor doctor dr scientist researcher analyst economist expert historian author writer
journalist reporter editor correspondent columnist critic actor actress singer musician director producer artist filmmaker coach manager captain striker defender goalkeeper midfielder player forward activist
campaigner organizer organiser member candidate nominee teacher student resident witness survivor farmer worker engineer nurse prof sen gov gen rep bishop archbishop cardinal imam rabbi priest pastor mr mrs ms miss sir lord lady dame
vice prime foreign defense defence finance interior former acting deputy senior veteran opposition mother father son daughter brother sister wife husband widow neighbor neighbour friend colleague
`)

/** Words of a title that are no office by themselves, lower case. */
export const ADJECTIVES = list(
  `prime vice foreign defense defence finance interior former acting deputy senior veteran opposition`,
)

/** States and capitals, as written: they speak, and are no persons. */
export const ENGLISH_PLACES = list(`
America Russia Ukraine China Britain England France Germany Italy Spain Portugal Netherlands Belgium Switzerland Austria Sweden Norway Denmark Finland Ireland Scotland Wales Poland Hungary Romania Bulgaria
Greece Turkey Serbia Croatia Albania Belarus Georgia Armenia Azerbaijan Kazakhstan Afghanistan Pakistan India Bangladesh Japan Korea Taiwan Thailand Vietnam Malaysia Singapore Indonesia Philippines Australia
Canada Mexico Brazil Argentina Chile Colombia Venezuela Cuba Egypt Sudan Libya Tunisia Algeria Morocco Somalia Ethiopia Kenya Nigeria Ghana Africa Saudi Arabia Emirates Kuwait Qatar Bahrain Oman Yemen Iraq
Syria Lebanon Jordan Palestine Israel Iran Europe Asia Washington Moscow Kyiv Kiev Beijing London Paris Berlin Rome Madrid Brussels Geneva Vienna Ankara Istanbul Tehran Baghdad Damascus Beirut Amman
Jerusalem Gaza Riyadh Dubai Doha Cairo Tripoli Tunis Algiers Rabat Khartoum Nairobi Delhi Tokyo Seoul Pyongyang Hamas Hezbollah Taliban NATO
`)

/** Nouns of bodies and outlets: a capitalised name with one of them speaks as a body, and is no person. Lower case. */
export const BODIES = list(`
ministry department agency office house bank council committee commission parliament congress senate court police army navy force forces union party group company corporation corp inc ltd association
organization organisation university college institute institution hospital school church club team federation league government administration embassy authority board bureau center centre foundation fund
service network times post journal news press tribune guardian herald reuters bloomberg bbc cnn afp ap magazine newspaper daily weekly radio television tv twitter facebook telegram instagram statement report
nations kremlin pentagon white states kingdom republic east west north south street river city county province
`)

/** Adjectives of nations, with their capital. */
export const NATIONS = list(`
American Russian Ukrainian Chinese British English French German Italian Spanish Portuguese Dutch Belgian Swiss Austrian Swedish Norwegian Danish Finnish Irish Scottish Welsh Polish Czech Slovak Hungarian
Romanian Bulgarian Greek Turkish Serbian Croatian Bosnian Albanian Belarusian Georgian Armenian Azerbaijani Kazakh Afghan Pakistani Indian Bangladeshi Japanese Korean Thai Vietnamese Malaysian Indonesian
Filipino Australian Canadian Mexican Brazilian Argentine Chilean Colombian Venezuelan Cuban Egyptian Sudanese Libyan Tunisian Algerian Moroccan Somali Ethiopian Kenyan Nigerian Ghanaian African Saudi Emirati
Kuwaiti Qatari Bahraini Omani Yemeni Iraqi Syrian Lebanese Jordanian Palestinian Israeli Iranian Kurdish Arab European Asian Western Eastern Soviet Democratic Republican Conservative Labour Muslim Christian
Jewish Catholic South North East West US UK EU UN U.S U.K
`)

/** Services and outlets that carry a statement. */
export const MEDIA =
  /\b(?:on|to|via|with|in|told)\s+((?:Twitter|X|Facebook|Telegram|Instagram|YouTube|Truth Social|Reuters|AFP|AP|CNN|BBC|Fox News|Bloomberg|Al Jazeera|NBC|CBS|ABC|the Associated Press|the BBC|the New York Times|the Guardian|the Financial Times|the Washington Post))\b/

/** First names of women: a cue for `she`. */
export const WOMEN = list(`
Mary Anna Anne Ann Maria Elizabeth Emma Olivia Sophie Sophia Sarah Sara Laura Lisa Linda Susan Karen Nancy Margaret Theresa Angela Ursula Hillary Kamala Melania Michelle Jane Julia Julie Kate Katherine
Catherine Helen Alice Amy Rachel Rebecca Victoria Charlotte Emily Jessica Jennifer Ashley Amanda Stephanie Nicole Christine Christina Patricia Barbara Sandra Donna Carol Ruth Sharon Deborah Diana Grace Rose
Fatima Aisha Mariam Maryam Layla Leila Nadia Yasmin Amal Hanan Rania Salma Noura Huda Zainab Samira Olga Natalia Svetlana Irina Tatiana Elena Yulia Marina
`)

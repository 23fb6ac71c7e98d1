# Words of the bot in English.

## Welcome and help
welcome = mujaz: long news in lines you can trust
what-it-does =
    I read long articles and give you their summary in their own sentences, without a word of mine.
    Who said what, the people, the figures, the dates, and the related headlines.
    And a digest at the times you choose, with only what is new.
todays-briefing = Latest briefing
how-to-ask-in-group = Talk to me here by mentioning me, for example: { $bot } brief, or by replying to a message of mine. Admins set when the digest comes.
how-to-ask = Write what you want in your own words, or send /help to see all that I can do.

## Requests in plain words
button-guide = What can I ask for?
button-settings = Settings
button-search-for = Search for “{ $words }”
near-speaker = I found no quotes by “{ $name }”. Did you mean:
talk-greeting = Welcome. Ask me about the news, or choose:
talk-thanks = You are welcome.
talk-agreed = Good. I am here whenever you need me.
unreadable = I read text only. Write your question, or the name of whom you want quoted.
guide-understand-title = To understand a story in a minute
guide-understand = /brief, /summary, /read, or by your time: /brief 5m. For one article: /brief and words of its title, or: summarise the Alaska summit
guide-quotes-title = To know who said what
guide-quotes = What did Putin say? Or: /quotes Trump. Of an article: /people, /figures, /timeline, /headlines
guide-search-title = To ask or search
guide-search = Write your question or words as they are: when was the summit? To narrow it: by:Putin before:2025-08-16
guide-digest-title = To get a digest of what is new
guide-digest = /digest (now), or: /subscribe every morning, or: /subscribe 07:30 19:00 sun-thu Riyadh
    To adjust it: /subscribe pause week, /subscribe quiet 22:00 07:00, /subscribe ramadan 21:00, /subscribe keywords gaza, /subscribe sections summary quote. To end it: /unsubscribe
guide-keep-title = To save and come back
guide-keep = /save (in reply to a message of mine), /saved, /articles
guide-manage-title = For your channel or group
guide-manage = Add me there, then send /channels. Digest, preview and review before posting are set in our private chat.
guide-trust-title = To be sure
guide-trust = /corrections, /privacy (what is kept about you), /forget (to delete it)
guide-settings-title = To change how I work
guide-settings = /settings, /language

## Articles
origin = Source: { $source } · { $rest }
origin-without-source = Published: { $rest }
reading-time = { $minutes } min read
title-derived = This page has no title; it is taken from the text
from-article = From: { $title }
articles-on-hand = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
nothing-on-hand = There are no articles yet. They will be here when they come.
article-gone = That article is no longer available. Browse those that are:
titled-gone = This article is no longer available: “{ $title }”
no-such-article = I found no article named “{ $name }”.
no-such-speaker = I found no quotes by “{ $name }”. Most quoted:
no-speakers = I have no quotes yet.

## Parts of a briefing
part-summary = Summary
part-read = Reading
part-quotes = Who said what
part-people = People
part-figures = Figures
part-timeline = Timeline
part-context = In context
part-related = Related headlines
in-minutes = { $minutes ->
    [one] In { $minutes } minute
   *[other] In { $minutes } minutes
}
no-summary = The article is too short to sum up.
no-quotes = There are no quotes in this article.
no-people = Nobody is named.
no-figures = There are no figures in this article.
no-timeline = There are no dates in this article.
no-related = This article’s page has no related headlines.
speaker-unknown = The speaker is not named
said-on = On { $medium }
said-to = To { $addressee }
said-on-and-to = On { $medium }, to { $addressee }
mentions = { $count ->
    [one] Mentioned once
    [2] Mentioned twice
   *[other] Mentioned { $count } times
}
also-worded = Also worded:

## Buttons
button-summary = Summary
button-read = { $count ->
    [one] Read
   *[other] Read ({ $count } parts)
}
button-quotes = Quotes ({ $count })
button-people = People ({ $count })
button-figures = Figures ({ $count })
button-timeline = Timeline ({ $count })
button-related = Headlines ({ $count })
button-articles = All articles
button-all-quotes = All quotes
inline-nothing = Nothing found. Search in mujaz
button-open-bot = Open in mujaz
button-add-to-group = Add me to a group
button-open-briefing = Open the briefing
button-read-on = Read on
button-subscribe-daily = A digest each morning at { $time }
button-subscribe-at = Daily at { $time }
button-unsubscribe = Unsubscribe
button-save = Save
button-share = Share
button-read-here = Read from here
back-to-list = Back to the list
back = Back to the briefing
back-to-results = Back to the results
back-to-saved = Back to your bookmarks
back-to-articles = Back to the articles
back-one = Back
button-more = More ▾
button-original = Original article
card-next = What comes next
previous = Previous
next = Next
page-of = { $page } of { $pages }

## Digests
digest-new = { $count ->
    [one] mujaz digest: { $count } new article
   *[other] mujaz digest: { $count } new articles
}
digest-more = { $count ->
    [one] And { $count } more in the list.
   *[other] And { $count } more in the list.
}
digest-foreign = { $count ->
    [one] One more article on this in another language is in the list.
   *[other] { $count } more articles on this in another language are in the list.
}
story-others = { $count ->
    [one] On the same story, another article adds:
   *[other] On the same story, { $count } more articles add:
}
digest-next = mujaz digest: nothing new today; read on from where you stopped ({ $page } of { $pages })
digest-nothing = Nothing is new since your last digest, and you have read all that you follow.

## Subscriptions
subscribe-choose = When would you like the digest? Choose a time, or write for example:
    /subscribe 07:30 19:00 sun-thu Riyadh
subscribed = Subscribed: { $days } at { $times }, { $zone } time.
    Next digest: { $next }.
not-subscribed = There is no subscription here. Choose a time to begin:
current-subscription = Your subscription: { $days } at { $times }, { $zone } time.
    Next digest: { $next }.
subscribe-no-such-time = “{ $word }” is not a time. Write it like 07:30
subscribe-unknown-word = “{ $word }” is not a time, a day or a time zone. For example: /subscribe 07:30 19:00 sun-thu Riyadh
subscribe-second-zone = “{ $word }” is a second time zone; a digest has one.
subscribe-too-many-times = That is too many times: { $most } a day at most.
subscribe-no-time = At what time? Add it, for example: /subscribe 07:30
moment = { $weekday } { $day } at { $time }
days-all = every day
day-1 = Monday
day-2 = Tuesday
day-3 = Wednesday
day-4 = Thursday
day-5 = Friday
day-6 = Saturday
day-7 = Sunday

## What a chat sets for its digests
button-more-settings = Times and contents
plan-home = Your digest: when and what
plan-times = Times
plan-days = Days
plan-zone = Time zone
plan-pause = Pause
plan-quiet = Quiet hours
plan-ramadan = Ramadan times
plan-sections = Sections
plan-amount = Length and number
plan-follow = What you follow
plan-upcoming = Next posts
plan-preview = Preview
hint-times = Press a time to add or remove it. To the minute, write: /subscribe 07:35 19:10
hint-days = Press a day to add or remove it, or choose your country’s working week.
hint-zone = Choose your city or region, or write its name: /subscribe Beirut, or send your location. The location is not kept.
hint-pause = Choose how long, or write the date: /subscribe pause 2027-03-01
hint-quiet = Digests due in quiet hours arrive together when they end. For other hours write: /subscribe quiet 22:30 06:45
hint-ramadan = Choose the times for Ramadan; yours return after it. The month begins by the Umm al-Qura calendar and may be a day off.
    For another period write: /subscribe from 2027-07-01 to 2027-07-31 10:00
hint-sections = Press a section to add or remove it. Sections appear in the order you added them.
hint-amount = Choose the most articles, the length of each, and what comes when nothing is new.
hint-follow = Choose whose words you follow, or write: /subscribe keywords gaza, ceasefire
hint-upcoming = These times are in your zone.
hint-preview = A preview doesn’t count as read: what is new stays new.
state-zone = Time zone now: { $zone }
state-pause = The digest is paused until { $day }
idle-pause = The digest is running.
state-quiet = Quiet from { $from } to { $to }
idle-quiet = There are no quiet hours.
state-ramadan = In Ramadan ({ $from } – { $to }): { $times }
idle-ramadan = No special times for Ramadan.
state-sections = Shown of each article: { $sections }
state-amount = { $most ->
    [one] { $most } article at most
   *[other] { $most } articles at most
} · Length: { $length } · When nothing is new: { $empty }
state-follow = You follow: { $words }
state-no-follow = You follow all articles.
section-title = Title
section-line = Summary in a line
section-quote = Key quote
section-figures = Figures
section-headlines = Related headlines
section-chunk = A part of what you read
length-short = Short
length-normal = Normal
length-long = Long
empty-part = The next part of what you read
empty-line = A short “nothing new”
empty-silent = No digest
most-articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
pause-0 = Resume now
pause-1 = A day
pause-7 = A week
pause-30 = A month
quiet-hours = { $from } to { $to }
quiet-off = No quiet hours
ramadan-off = No special times
follow-all = Follow all articles
week-1234567 = Every day
week-12347 = Sunday to Thursday
week-12345 = Monday to Friday
week-67 = Saturday and Sunday
week-56 = Friday and Saturday
region-0 = Africa
region-1 = America
region-2 = Asia
region-3 = Europe
region-4 = Australia and the oceans
region-5 = Pacific
region-6 = Indian Ocean
region-7 = Atlantic
upcoming-post = { $moment }
preview-silent = Nothing would be sent now: there is nothing new for you.
zone-here = The time zone there: { $label }. To subscribe in it write: /subscribe 07:30 { $zone }
change-date = “{ $word }” is not a date. Write it like 2027-03-01
change-past = “{ $word }” is past.
change-hours = “{ $word }” is not a range of hours. Write it like: quiet 22:00 07:00
change-times = “{ $word }” is not times, or more than { $most }. For example: ramadan 21:00 23:30
change-choice = “{ $word }” is not among the choices. For example: sections summary quote; or: most 5; or: length short
change-words = Write the words after the command, for example: keywords gaza, ceasefire
change-many = That is too many: { $most } at most.
digest-empty = mujaz digest: nothing is new since your last digest.
digest-part = The next part of what you read ({ $page } of { $pages })
digest-figures = Figures
digest-headlines = Related headlines
reason-keyword = Because you follow: { $words }
reason-speaker = Because it quotes someone you follow: { $words }
button-why = Why do I see this?
why-all = Because you follow all articles, and these came since your last digest.
why-some = Because they came since your last digest and have what you follow: { $words }
owner-empty-edition = No new articles came, so the digests due now had nothing new. You are told once, until new articles come.

## Refusals
admins-only = Settings here are for admins only.
button-unknown = This button is from an older version. Send /brief
unknown-command = I didn’t understand that. Send /help to see what I can do.
did-you-mean = I don’t know “{ $word }”. Did you mean { $command }?
something-failed = That didn’t work just now; nothing is lost. Please try again in a moment.
too-fast = Your requests come faster than I can answer. I answer the first ones and leave out the rest until I am done; then please send them again.

## In groups
button-rest-here = The rest of the answer here
answered-above = Answered above ↑
too-many-requests = { $seconds ->
    [one] There are many requests here; I answer again in { $seconds } second.
   *[other] There are many requests here; I answer again in { $seconds } seconds.
}

topic-rests = A topic here was closed or deleted, so its digest is paused. It goes on when the topic is open again, or send in another topic: /subscribe
pin-not-allowed = I may not pin the digest in “{ $title }”, so I stopped trying. To have it again, give me the right to pin and choose it in the settings.

## Channels
channels = Your channels and groups ({ $count })
channels-none = I find no channel or group that you administer and I am in. Make me an admin of your channel, then send /channels
channels-in-private = Channels are managed in our private chat.
channel-unscheduled = No digest here yet. Choose a time under “Digest times”.
channel-is-public = What is written in the channel is seen by all its readers, commands too. Set everything here.
channel-times = At what time should “{ $title }” get its digest? For other times send its number in the list and the schedule, for example: /channels 1 07:30 19:00 sun-thu
managed-private = Private chat
managed-group = Group
managed-supergroup = Group
managed-channel = Channel
rests-paused = The digest is paused until you resume it.
rests-no-rights = The digest is paused because I may not post here. Give me the right and it goes on.
rests-topic-closed = The digest is paused because its topic is closed.
rests-topic-gone = The digest is paused because its topic was deleted or closed.
button-preview = Preview
button-pause = Pause
button-resume = Resume
button-end = End the digest
button-channels = My channels and groups
button-add-to-channel = Add me to a channel
back-to-card = Back
manage-refused = That is for the admins of that chat only.
missed = { $count ->
    [one] This chat missed { $count } article while I was away. Should the next digest include it?
   *[other] This chat missed { $count } articles while I was away. Should the next digest include them?
}
missed-in-channel = { $count ->
    [one] Readers of “{ $title }” missed { $count } article while I was away. Should the next digest include it?
   *[other] Readers of “{ $title }” missed { $count } articles while I was away. Should the next digest include them?
}
missed-caught-up = The next digest includes what was missed.
missed-skipped = Skipped: the next digest has only what is new.
button-catch-up = Yes
button-skip = No, skip them

## Two-step publishing
setting-editors = Review before posting: { $value }
editors-off = none
editors-here = in your chat with me
editors-somebody = in another admin’s chat with me
editors-group = in “{ $title }”
editors-nobody = nowhere now, so nothing is posted until you choose a chat or turn it off
editors-how = { $minutes ->
    [one] Where should the digest of “{ $title }” be reviewed before it is posted? The draft comes { $minutes } minute ahead, and is not posted until an admin approves it.
   *[other] Where should the digest of “{ $title }” be reviewed before it is posted? The draft comes { $minutes } minutes ahead, and is not posted until an admin approves it.
}
    For a topic of a group, send there: /channels
editors-offer = Which channel’s digest should be reviewed in that topic?
editors-refused = Choose a group that you administer and that I am in.
editors-mute = I may not write there. Give me the right, then choose again.
editors-lost = A draft of the digest of “{ $title }” did not reach the chat that reviews it, and nothing is posted without approval. Bring me back there, or send /channels and choose another chat.
button-editors = Review before posting
button-editors-off = No review
button-editors-here = This chat
draft = Draft of the digest of “{ $title }”, due { $moment }
draft-waiting = Not posted until approved.
draft-held = Publication stopped until approved.
draft-approved = Approved by { $name }. It goes out { $moment }.
draft-approved-late = Approved by { $name }. It goes out now.
draft-published = Approved by { $name }. Published.
draft-superseded = Replaced by a newer draft that has all of it.
draft-withdrawn = Withdrawn: it will not be posted, and its news comes with the next digest.
draft-by-admin = an admin
draft-reminder = The digest of “{ $title }” is due and its draft is not approved, so it was not posted. Approve it and it goes out at once.
draft-refused = That is for the admins of the channel and of the chat that reviews it.
draft-gone = I no longer have this draft.
draft-now-approved = Approved.
draft-changed = The draft has changed since it was shown here. Look at it again, then approve.
draft-now-held = Publication stopped until approved.
draft-change-dropped = Last change: “{ $title }” dropped.
draft-change-raised = Last change: “{ $title }” moved up.
draft-change-corrected = Last change: an article’s text was corrected.
draft-change-intro = Last change: the intro.
draft-change-no-intro = Last change: the intro removed.
draft-articles = The draft’s articles in order. What you drop comes in no later digest.
draft-no-articles = This draft has no list of articles.
draft-now-changed = The draft is changed.
button-draft-articles = Reorder or drop articles
button-raise = Raise { $number } ↑
button-drop = Drop { $number } ✕
button-add-intro = Add an intro
button-approve = Approve
button-hold = Stop publication
button-intro = Edit the intro
button-no-intro = Remove the intro
intro-how = Write the intro as a reply to this message ({ $most } characters at most)
intro-placeholder = The digest’s intro
intro-kept = The intro is in the draft now.
intro-too-long = The intro has { $length } characters, and { $most } are the most. The draft is as it was.
intro-no-room = The digest is long and leaves no room for an intro.
intro-removed = The intro is removed.

## Command descriptions
command-start = Start: what the bot does, and the latest briefing
command-help = Help: all that you can ask for
command-brief = An article’s briefing: its summary and its parts
command-summary = A summary in the article’s own sentences
command-read = Read an article part by part
command-quotes = Quotes: who said what
command-people = The article’s people and their positions
command-figures = The article’s figures and dates
command-timeline = What happened when
command-headlines = Related headlines, one a story
command-articles = All articles on hand, newest first
command-search = Search all articles
command-ask = Ask; the answer is passages from the articles
command-digest = A digest of what is new, now
command-subscribe = A digest at the times you choose
command-unsubscribe = Stop the digests
command-save = Save what you reply to
command-saved = Your bookmarks
command-channels = Channels and groups that you manage
command-settings = Settings: language, digits, reading, times
command-language = The bot’s language: Arabic or English
command-privacy = What is kept about you
command-forget = Delete all that is kept about you
about = I turn long Arabic news articles into briefings you can trust: a summary in the article’s own sentences, who said what, figures and dates, and a digest on time. Not a word of mine.
about-short = Briefings of long news in the article’s own sentences. Nothing is invented.

## Search
found = { $count ->
    [0] No results for “{ $words }”
    [one] { $count } result for “{ $words }”
   *[other] { $count } results for “{ $words }”
}
found-apart = All the words are there, but not side by side as you asked.
found-most = No passage has all the words; these lack one.
found-some = No passage has all the words; these have some of them.
found-folded = Searched for “{ $found }” instead of “{ $asked }”.
found-near = “{ $asked }” does not occur; the nearest: { $words }
found-nothing-near = “{ $asked }” does not occur, nor anything like it.
query-no-value = “{ $word }” has no value, so it was left out.
query-no-date = “{ $word }” is not a date, so it was left out. Write it like 2025-08-15
query-too-long = That is long: I looked for its beginning.
query-nearest = The nearest: { $names }
query-no-such-name = No speaker and no source is named “{ $word }”. { $nearest }
how-search = What should I look for? For example: /search ceasefire
    You can narrow it: by:Putin from:{ $source } before:2025-08-16 and "an exact phrase"
how-ask = Ask about the articles I have, for example: /ask when was the summit?

## Settings
settings = This chat’s settings
setting-language = Language: { $value }
setting-digits = Digits in Arabic: { $value }
choice-language-ar = العربية
choice-language-en = English
choice-digits-latn = Latin 123
choice-digits-arab = Arabic ١٢٣
setting-reading = Reading: { $value }
choice-reading-classic = Part by part
choice-reading-rich = The whole article in one message
reading-rich-note = If your app shows nothing, update it, or go back to reading part by part.
setting-tidy = Delete requests and answers: { $value }
choice-tidy-off = no
choice-tidy-5 = after { 5 } minutes
choice-tidy-30 = after { 30 } minutes
choice-tidy-60 = after an hour
setting-pin = Pin the digest: { $value }
choice-pin-off = no
choice-pin-on = yes
setting-week = Weekly summary: { $value }
choice-week-off = off
choice-week-on = on Sundays
week-read = Most read here in seven days: { $titles }
week-searched = Most searched: { $words }
name-language = Language
name-digits = Digits
name-reading = Reading
name-tidy = Delete requests
name-pin = Pin the digest
name-week = Weekly summary
pin-needs-right = I may not pin here. Give me the right, then choose again.
button-keep = No, keep it
button-undo = Undo
unsubscribe-sure = End the digest here? All its times stop.
button-unsubscribe-sure = Yes, end the digest
unsubscribed = Unsubscribed: no more digests will come.
end-sure = End the digest of “{ $title }”? All its times stop.
button-end-sure = Yes, end the digest
ended = The digest of “{ $title }” is ended.
preview-now = Preview: your next digest as it would be now.
preview-sample = Preview: nothing is new now, so here is a sample of the latest articles in the form you chose.
preview-of = Preview of the digest of “{ $title }”. Nothing was posted.
preview-sample-of = Preview of the digest of “{ $title }”: nothing is new now, so here is a sample of the latest articles. Nothing was posted.
button-schedule = Digest times
button-help = Help

## Bookmarks
saved = Your bookmarks ({ $count })
saved-none = You have no bookmarks yet. Press “Save” under what you want to come back to.
saved-gone = That passage is no longer available
saved-in-private = Your bookmarks are yours alone: you find them in our private chat.
saved-file = Your bookmarks with their sources
save-added = Saved. You find it with /saved
save-known = Already saved.
save-full = That is too many bookmarks: remove some first.
save-how = Send /save as a reply to one of my messages, or press “Save” under it.
button-open-saved = Open { $number }
button-remove = Remove
button-export = Download all as a file
button-open-private = Open in private

## Privacy
privacy-kept-title = What is kept
privacy-kept =
    This chat’s id, name and language.
    The subscription, its times and what you chose for the digest.
    The part you reached in each article, and your bookmarks.
    Who administers a group or channel, and who approved a channel’s digest.
privacy-term-title = For how long
privacy-term =
    Digests and announcements sent: thirty days.
    Words you search for: thirty days at most, so that the buttons and links of their results work.
    Counts for the weekly summary, in a group that chose it: seven days, without names, with words searched more than once.
    Counts of reading and searching for the bot’s owner: thirty days, without names, with words searched more than once.
    The rest: until you delete it.
privacy-unkept-title = What is not kept
privacy-unkept = Your other messages, once they are handled; and nothing is sent to anybody else.
privacy-forget = To delete it all press the button, or send /forget
button-forget = Delete all that is kept
forget-sure-private = Delete everything kept about you here, with your subscription and bookmarks? It can’t be undone.
forget-sure-chat = Delete everything kept about this chat, with its digest for all members? It can’t be undone.
button-forget-sure = Yes, delete everything
forget-kept = Nothing was deleted.
forgotten = Everything kept here is deleted, the subscription too.

## For the owner
command-stats = Counts: chats, subscriptions, deliveries
command-broadcast = Announce something to chats
stats = The bot in numbers
stats-chats = Chats: { $count }
kind-private = Private: { $states }
kind-group = Groups: { $states }
kind-supergroup = Supergroups: { $states }
kind-channel = Channels: { $states }
state-active = { $count } active
state-blocked = { $count } blocked the bot
state-kicked = { $count } removed the bot
state-deleted = { $count } deleted
stats-subscriptions = Subscriptions: { $active } active, { $paused } paused
stats-sent = Sent: { $sent }, of them late: { $late }
stats-unsent = Not sent: { $gone } (chats that are gone), { $refused } (refused)
stats-skipped = Due times skipped: { $count }
stats-waiting = Waiting to be sent: { $count }
stats-articles = Articles: { $count }
owner-broken-files = Files that need a fix
owner-half-files = Articles published from incomplete pages
owner-half-understood = “{ $title }” ({ $slug }) has no { $lacks }
owner-files-more = And more: { $count }
lack-title = title
lack-source = source
lack-date = date
stats-usage = Read and searched in seven days
stats-week = This week: { $reads } read, { $searches } searched; people a day: reading { $readers }, searching { $searchers }
stats-week-before = The week before: { $reads } read, { $searches } searched; people a day: reading { $readers }, searching { $searchers }
stats-read = { $count ->
    [one] Read once: { $title }
   *[other] Read { $count } times: { $title }
}
stats-searched = Most searched: { $words }
stats-reasons = Why not:
stats-reason = { $count } × { $reason }
chats-count = { $count ->
    [one] { $count } chat
   *[other] { $count } chats
}
duration-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
duration-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
duration-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
broadcast-how = Write what to announce after the command, or send /broadcast as a reply to a message with text.
broadcast-impossible = Telegram would not take this: { $reason }
broadcast-forecast = This is how it will look: { $chats }, { $time } at this rate.
broadcast-cancelled = Cancelled: nothing was sent.
broadcast-mark = From the bot’s operator
audience-chats = Private chats and groups
audience-private = Private chats only
audience-groups = Groups only
audience-channels = Channels only
audience-all = All chats
broadcast-running = On its way
broadcast-stopping = Stopping…
broadcast-stopped = Stopped
broadcast-done = Done
broadcast-sent = Sent: { $sent } of { $chats }
broadcast-gone = Chats that are gone: { $count }
broadcast-refused = Refused: { $count }
broadcast-left = Still to go: { $time }
broadcast-known = Already decided.
announce-send = Send
announce-cancel = Cancel
announce-stop = Stop
announce-retry = Send to those it did not reach

## Corrections
command-corrections = Corrections: what was wrong, and what is right
corrections = Corrections
corrections-none = No corrections so far.
corrections-more = Older ones: { $command }
corrected-mark = Corrected: { $day }
corrected-removed = [taken out of the article]
correction-notice = Correction to an earlier digest
correction-was = It said:
correction-is = It should read:
correction-gone = The article no longer says this.
correction-withdrawn = A correction sent here was withdrawn: the article says what was posted

## Sources
command-import = Import an article from a link, a message or a file
command-feeds = Sources of articles: feeds, channels, sites
import-how = Send the article’s link after the command, or send the command in reply to a message that holds the article. A link alone will do, too, or a forwarded message, or a .md, .txt or .html file.
import-open = Open the article
import-unreadable = It could not be read: { $why }
import-feed = That is a feed, not an article. To follow it, send: /feeds add { $url }
imported-new = “{ $title }” came in.
imported-new-held = “{ $title }” came in, and is not published until you agree.
imported-updated = “{ $title }” has changed and was updated.
imported-updated-held = “{ $title }” has changed and was updated; it still waits for you.
imported-same = “{ $title }” is on hand as it is.
imported-same-held = “{ $title }” is there as it is, and still waits for you.
imported-known = “{ $title }” is known: it came another way.
imported-too-many = “{ $title }” did not come in: its source has reached the limit of a day.
imported-too-long = “{ $title }” did not come in: its text is longer than two megabytes.
import-doubts = Not known for sure: { $doubts }
lack-furniture = where its text ends on the page
fetch-not-web = That is no link to a page: it begins with http:// or https://
fetch-password = The link holds a user name or a password, so it is not opened.
fetch-private = { $host } is in a private network, so it is not opened.
fetch-unknown-host = There is no site called { $host }, or it can’t be found now.
fetch-unreachable = { $host } could not be reached.
fetch-certificate = The certificate of { $host } is not valid, so it can’t be trusted.
fetch-too-slow = The page took longer than { $seconds } seconds.
fetch-too-large = The page is larger than { $megabytes } MB.
fetch-redirects = The link is redirected more than { $count } times.
fetch-missing = { $host } has no such page.
fetch-forbidden = { $host } does not let this page be opened ({ $status }).
fetch-busy = { $host } is busy and asks to wait.
fetch-failing = { $host } has a fault ({ $status }).
fetch-status = { $host } gave an answer that makes no sense ({ $status }).
fetch-not-text = That is no page of text, but { $type }
fetch-no-feed = That is no feed that can be read.
fetch-broken = The page broke off or arrived damaged.
feeds-title = Sources of articles
feeds-none = No sources yet. To add one, send /feeds add and the address of a feed or a site, or a channel in which the bot is an admin, like @name
feeds-how = To add a source: /feeds add and its address or channel. To remove it: /feeds remove and its number.
feeds-unclear = That was not understood. Write: /feeds add and an address, or /feeds remove and a number.
feeds-unknown = There is no source with that number or address.
feeds-too-many = There are { $count } sources, which is the most. Remove one first.
feeds-no-channel = The bot sees no such channel: first add the bot to it as an admin.
feeds-not-admin = The bot is no admin of “{ $title }”, so it does not get its posts: make it an admin, then ask again.
feeds-line-publish = { $number }. { $title }: published at once
feeds-line-hold = { $number }. { $title }: waits for you
feeds-added-feed = Following “{ $title }”: its newest come in ({ $count } at most), older ones do not.
feeds-added-channel = The posts of “{ $title }” come in from now on, older ones do not.
feeds-added-site = “{ $title }” has no feed, so it is not followed by itself; links to it that you send are treated as you choose here.
feeds-ask-mode = Publish what comes from it at once, or wait for you?
feeds-publish = Publish at once
feeds-hold = Wait for me
feeds-switch-publish = Publish { $number } at once
feeds-switch-hold = Hold { $number }
feeds-remove-one = Remove { $number }
feeds-remove-sure = Give up the source “{ $title }”? What came from it stays.
feeds-remove = Yes, give it up
feeds-keep = No, keep it

## Verify
command-verify = Verify: was this really said?
how-verify = Write the words after the command, as in { $example }, or reply /verify to a message, or forward a message to me in private.
guide-verify-title = To check what somebody said
guide-verify = Did Putin say that …? Or /verify in reply to a message, or forward me the message
verified = { $count ->
    [one] Checked one quote
   *[other] Checked { $count } quotes
}
verified-left = { $count ->
    [one] One more quote was not looked at.
   *[other] { $count } more quotes were not looked at.
}
verify-claim = Text { $number }: “{ $words }”
verify-by = Speaker: { $speaker }
verify-verbatim-whole = Yes, said in these words
verify-verbatim-part = Yes, this is part of a quote, word for word
verify-verbatim-turned = Said, but cut from a sentence with a negation or a condition. Read all of it
verify-altered = Not in these words. The nearest that was said
verify-altered-report = Not in these words. The nearest is a report, not a quote
verify-other-speaker = Said in these words, but by somebody else
verify-no-speaker = These words were quoted, but the article does not name their speaker
verify-reported = This stands in an article as a report, not as a quote between marks
verify-unknown = This quote is not in the articles I have
verify-legend = Struck: not in the original. Underlined: only in the original.
verify-speaker-changed = Speaker: { $said }
verify-speaker-left-out = Speaker: { $said }
verify-speaker-added = Speaker: not named
verify-negation-changed = Negation changed: “{ $claimed }”, originally “{ $said }”
verify-negation-left-out = Negation left out: “{ $said }”
verify-negation-added = Negation added: “{ $claimed }”
verify-number-changed = Number changed: “{ $claimed }”, originally “{ $said }”
verify-number-left-out = Number left out: “{ $said }”
verify-number-added = Number added: “{ $claimed }”
verify-name-changed = Name changed: “{ $claimed }”, originally “{ $said }”
verify-name-left-out = Name left out: “{ $said }”
verify-name-added = Name added: “{ $claimed }”
verify-word-changed = Changed: “{ $claimed }”, originally “{ $said }”
verify-word-left-out = Left out: “{ $said }”
verify-word-added = Added: “{ $claimed }”
verify-more-changes = { $count ->
    [one] and one more change
   *[other] and { $count } more changes
}
verify-near-by = What { $speaker } did say about it:
verify-near = The nearest that was said about it:
verify-nothing-near = It may have been said in an article I don’t have.
button-proof = The paragraph in the article

## Guest mode
card-verified = Check what was said
guest-nothing = The articles that I have say nothing about this.
inline-placeholder = Words of news, or who said them
no-digest-in-direct = A digest can’t come to a channel’s direct messages. Subscribe in your chat with me, or add me to the channel.
guide-elsewhere-title = To ask in a chat where I am not
guide-elsewhere = Reply to any post with { $bot } and I tell whether that was said; or type { $bot } and words to send a quote

## The reader's minute
region-8 = The Gulf and the Levant
region-9 = Egypt and North Africa
zones-common = All regions
section-tags = Hashtags

## Trouble
troubles = Trouble
trouble-disk-low = Less than 256 MB are free on the disk of DATA_DIR. Free some: when it is full, sending rests until there is room.
trouble-store-unwritable = The database can’t be written: { $about }. Sending rests, goes on by itself once it can be written, and nothing is lost.
trouble-sender-stuck = Digests were due more than ten minutes ago and have not been sent. Look into the log: another process may be using DATA_DIR, or Telegram doesn’t answer.
trouble-content-unreadable = The articles can’t be read: { $about }. Mend CONTENT_DIR or the folder’s permissions. Articles that were read stay.
trouble-message-refused = Telegram refused a message, and it won’t be sent again: { $about }. The log has the delivery’s number.
trouble-chat-lost = The bot is no longer in “{ $about }”, or may not write there, so its digests have stopped. If that was not meant, add it again: they go on as they were.
trouble-updates-failed = A request was not answered because of a bug. Search the log for: an update could not be handled
trouble-telegram-away = The bot could not reach Telegram between { $about }. It can again, and answers now what came meanwhile. If it happens again, look at the server's network.

## The desk
command-desk = The desk: what came in and awaits your decision
command-withdraw = Withdraw a published article
desk = { $count ->
    [0] The desk: nothing is waiting
    [one] The desk: { $count } article is waiting
   *[other] The desk: { $count } articles are waiting
}
desk-more = { $count ->
    [one] { $count } more article is waiting on the desk
   *[other] { $count } more articles are waiting on the desk
}
desk-article = An article on the desk
desk-held = Not published: it awaits your decision.
desk-embargoed = Not published before its time: { $moment }
desk-withdrawn = Withdrawn: readers don’t see it.
desk-published = Published: readers see it.
desk-reasons = Why: { $why }
hold-title = its page has no title
hold-date = its date is not given
hold-source = its source is not given
hold-furniture = much of its page is no part of it
hold-draft = its file is a draft
hold-unset = its source is reviewed before publication
hold-owner = the desk stopped it
desk-now-published = Published.
desk-now-held = Publication stopped.
desk-now-withdrawn = Withdrawn.
desk-not-yet = The decision is kept, and the article has not changed yet: see its state as it is now.
desk-changed = The article has changed since it was shown here. Review it as it is now.
desk-gone = This article is in no file any more.
desk-refused = This is for the bot’s owners and the editors only.
desk-unknown = No article has this name: { $slug }
desk-quotes-speaker = Choose the quote whose speaker you fix
desk-quotes-drop = Choose the quote to drop from the briefing. Its words stay in the article’s text.
withdraw-how = Write the article’s name after the command, like: /withdraw alaska-summit
withdraw-question = Withdraw “{ $title }”? Readers lose it at once, and what was posted of it is edited.
withdrawn-note = [this article was withdrawn after publication]
titled-withdrawn = This article was withdrawn after publication: “{ $title }”
edited = Edited by the editor: { $what }
edited-title = the title
edited-speaker = whose words a quote is
edited-dropped = a quote was dropped
speaker-edited = speaker as the editor says
title-how = Write the title in reply to this message ({ $most } characters at most)
title-placeholder = The article’s title
speaker-how = Whose words are these? Write the name in reply to this message, or “?” if nobody knows: “{ $words }”
speaker-placeholder = The speaker’s name
fix-too-long = That is { $length } characters; at least 1 and at most { $most } fit. The article stays as it was.
fixes-dropped = The article is as the bot read it again.
quote-dropped = The quote is dropped from the briefing.
button-publish = Publish
button-withdraw = Withdraw
button-withdraw-sure = Yes, withdraw it
button-fix-title = Fix the title
button-fix-speaker = Fix a speaker
button-drop-quote = Drop a quote
button-drop-fixes = Take the fixes back
button-desk = All on the desk

## limits
subscriptions-full = This chat has { $most } digests, which is the most. End one in another topic first.

# The interface in English. What is said is short, warm and exact; buttons say what happens.

## Every page
skip = Skip to the content
nav-label = Main
nav-courses = Courses
sign-in = Sign in
sign-up = Sign up
not-you = Not you? Sign out
get-help = Get help
leave-quickly = Leave quickly
footer-version = Haven { $version }, free software under the Apache licence 2.0
errors-title = Please look at this again
pager-label = Pages of this table
pager-newer = Newer rows
pager-older = Older rows
done = Done
locked = Not open yet
crumbs = Where you are
progress = { $done } of { $all } steps done
hours = { $hours ->
    [1] 1 hour
   *[other] { $hours } hours
}
minutes = About { $minutes } minutes
size = { $kilobytes } KB for the whole course
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
date-time = { $date }, { $time } UTC

## Catalogue and course
catalogue-title = Courses
catalogue-lead = Short courses for adults who look after children: how to see risks online, and what to do.
catalogue-empty = No course is open at the moment.
contents = Contents
facts = Facts
enrol = Enrol in this course
sign-up-to-enrol = Sign up to enrol
sign-in-to-enrol = Sign in, if you have an account
too-young = This course is for people of 18 and older. If you are younger, ask a teacher or another adult you trust to take it with you.
begin-with = Begin: { $title }
continue-with = Continue: { $title }
again-with = Try again: { $title }
go-on-with = Go on with { $title }
go-on-within = Go on with { $title }: { $minutes ->
    [0] less than a minute left
    [1] one minute left
   *[other] { $minutes } minutes left
}
tries-used = You have used every try at { $title }. Ask whoever runs your course what you can do now.
to-certificate = Your certificate
certificate-takes = What the certificate takes
to-the-course = To the course, to enrol
lessons = Lessons
fact-code = Course code
fact-level = Level
fact-hours = Time
fact-language = Language
fact-size = Size
fact-assessed = How you are assessed
fact-licence = Licence
level-introductory = Introductory
level-intermediate = Intermediate
level-advanced = Advanced
assessed-by = { $tests ->
    [0] There is no test.
    [1] One test.
   *[other] { $tests } tests.
}
read-in = Read this course in
untranslated-page = This page has not been translated yet. It is shown in the language the course was written in.
own-name-ar = العربية
own-name-en = English
own-name-es = Español
own-name-fr = Français
own-name-ny = Chichewa
own-name-pt = Português
own-name-ru = Русский
own-name-sw = Kiswahili
own-name-uk = Українська
own-name-zh = 中文
language-ar = Arabic
language-en = English
language-es = Spanish
language-fr = French
language-ny = Chichewa
language-pt = Portuguese
language-ru = Russian
language-sw = Swahili
language-uk = Ukrainian
language-zh = Chinese

## Signing in and up
login = Login name
login-hint = 3 to 40 letters and digits, without blanks. It need not be your real name.
password = Password
password-now = Current password
password-new = New password
new-password-hint = { $shortest } characters or more. A short sentence is easy to remember and hard to guess.
email = E-mail address (optional)
email-hint = Leave it empty unless whoever runs your course asked for it.
adult = I am 18 or older.
sign-up-lead = A login name and a password are enough. Haven keeps as little about you as it can.
have-account = Have you been here before?
no-account = Are you new here?
forgotten = Forgotten your password? Whoever runs this Haven can set a new one for you.
sign-in-first = Sign in to go on. You will come back to where you were.
sign-in-kept = You were signed out. What you sent is kept on this page: sign in as the same person, and it is sent again. Do not close the page before.
role = Role
demo-title = People to try Haven with
demo-text = This is a demonstration. Sign in as one of these, and do not enter anything that matters to you.
role-trainee = Trainee
role-author = Author
role-instructor = Instructor
role-coordinator = Coordinator
role-administrator = Administrator
login-empty = Enter a login name.
login-short = The login name is too short: use 3 characters or more.
login-long = The login name is too long: use 40 characters or fewer.
login-character = The login name has a character that cannot be used: { $character }. Letters, digits and . _ - @ can.
login-blank = A login name has no blanks. Write { $instead }, for example.
login-mixed = The login name mixes letters of two alphabets, and some of them look alike. Use letters of one.
login-taken = This login name is taken. Choose another, or sign in if it is yours.
password-empty = Enter your password.
password-short = The password is too short: use { $shortest } characters or more.
password-long = The password is too long: use { $longest } characters or fewer.
password-common = Many people use this password, so it is easy to guess. Choose another.
password-like-login = The password is the same as the login name. Choose another.
password-wrong = The current password is not right. Try again.
email-wrong = This does not look like an e-mail address. Write it like name@example.org, or leave it empty.
adult-missing = Tick the box if you are 18 or older. If you are younger, ask an adult you trust to take the course with you.
sign-in-wrong = The login name or the password is not right. Check both and try again.
sign-in-slow = Too many tries. Try again in { $minutes ->
    [0] { $seconds ->
        [1] 1 second
       *[other] { $seconds } seconds
    }
    [1] about a minute
   *[other] about { $minutes } minutes
}. What you do in your courses is safe.

## Country
country = Country (optional)
country-hint = So that you are told whom to call where you are. You need not say it.
country-none = I would rather not say
countries-known = Countries whose help lines are known here
countries-others = Other countries
country-title = Your country
country-lead = Whom to call differs from country to country. Say where you are, and this site names the help lines there.
country-save = Save my choice
country-kept-account = Your choice is kept with your account. You can change it at any time.
country-kept-browser = Your choice is kept in this browser only, in a cookie of two letters. You can change it at any time.
country-wrong = Choose a country from the list, or the first line if you would rather not say.
country-change = Change country
country-choose = Choose your country
country-note = Help lines and names that differ from country to country are those of { $country } here, as far as they are known.
country-note-unknown = No help lines of { $country } are known here yet, so international routes are named instead.
country-note-none = You have not said in which country you are, so international routes are named here.
account-country = Your country
account-country-none = You have not said in which country you are.
checks-countries = Countries
checks-countries-none = No country has a pack.
check-packs-clean = Nothing to mend. This is what readers in these countries are told:
check-packs-warnings = There are warnings. Readers in these countries are told what their packs say:
check-packs-last-good = There are errors. Readers see the last good state of these countries, or international routes if there is none, until they are mended.

## Account and home
account-title = Your account
account-login = You are signed in as { $login }.
change-password = Change password
change-password-ends = A new password signs you out on every other device and takes away your access tokens.
password-changed = Your password is changed. Other devices are signed out.
my-certificates = Your certificates
no-certificates = You have none yet.
tokens-title = Access tokens
tokens-lead = A token lets another program speak for you. Give it to nobody else, and revoke it when you need it no more.
tokens-none = You have none.
token-made = This is your new token. Copy it now: it is not shown again.
token-new = A new token
token-name = What it is for
token-name-hint = So that you know it again, such as “results for the ministry”.
token-scopes = What it may do
token-expires = Good until
token-revoke = Revoke
token-make = Make a token
token-lasts = It is good for { $days } days.
token-name-missing = Say what the token is for, in 60 characters or fewer.
token-scope-missing = Tick at least one thing that it may do.
token-made-twice = This form came twice. The token was made, and shown, the first time. If you have not copied it, revoke it and make another.
token-too-many = You have 20 tokens. Revoke one that you need no more.
scope-read = Read your enrolments, attempts and certificates
scope-learn = Enrol, complete lessons, take tests and claim certificates for you
scope-report = Read what your role opens: results, enrolments, people
home-title = Welcome, { $login }
home-nothing = You are not enrolled in a course yet. Choose one from the list of courses.
home-catalogue = All courses
results-title = Results
results-text = The tests that people have finished, the last one first.
results-none = Nobody has finished a test yet.
results-now = { $count ->
    [0] Nobody has finished a test yet.
    [1] One finished test.
   *[other] { $count } finished tests.
}
lost = cannot be read here
lost-course = { $course }: cannot be read here
lost-note = This course, or a test that you took in it, cannot be shown now: this Haven cannot read the version you are on. What you did is kept. Tell whoever runs this Haven.
enrolments-title = Enrolments
enrolments-text = Who is enrolled in which course, and how far they are.
enrolments-none = Nobody is enrolled yet.
enrolments-now = { $count ->
    [0] Nobody is enrolled yet.
    [1] One enrolment.
   *[other] { $count } enrolments.
}
people-title = People
people-text = Who has an account, and what each may do.
people-none = There is nobody here.
people-now = { $count ->
    [1] One person.
   *[other] { $count } people.
}
checks-title = Course check
checks-text = What is right and what is wrong in the courses you write.
checks-lead = This is what “haven check” says about each course in the folder. It is looked at again when a file changes.
checks-none = There is no course in the folder.
checks-now = { $errors ->
    [0] No errors
    [1] One error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [1] one warning
   *[other] { $warnings } warnings
}.
checks-silenced = { $count ->
    [1] One warning is silenced with a reason.
   *[other] { $count } warnings are silenced with a reason.
}
silenced-because = It may stand because: { $reason }
live-title = While you write:
live-last-good = The page below is the last one without errors. It changes when they are mended.
live-never-good = This course has no page yet, for there never was a state of it without errors. It comes when they are mended.
live-away = The folder of courses cannot be looked at now. What was read in it last is shown; when the folder is back, it is read again.
live-mend = What to mend
live-sign-in = Sign in as an author to see what to mend
live-for-authors = What to mend is shown to whoever signs in as an author.
live-more = { $count ->
    [1] There is one more: see “Course check”, or run “haven check”.
   *[other] There are { $count } more: see “Course check”, or run “haven check”.
}
check-clean = Nothing to mend. This is what learners see.
check-warnings = This is what learners see. There are warnings.
check-last-good = There are errors. Learners see the last good version until they are mended.
check-left-out = There are errors, and no earlier version to show. Learners do not see this course until they are mended.
severity-error = Error
severity-warning = Warning
mend = How to mend it: { $mend }
course = Course
test = Test
outcome = Outcome
points = Points
submitted = Submitted
enrolled = Enrolled
tests = Tests
certificate = Certificate
roles = Roles
since = Since
email-given = E-mail given
yes = yes
no = no
done-of = { $done } of { $all }

## Lessons and practice
lesson-place = Lesson { $number } of { $of }
lesson-weight = { $media ->
    [0] this page { $page } KB
   *[other] this page { $page } KB, pictures { $media } KB
}
caution = Before you read
caution-round = Skip to the end of this lesson
way-on = Next steps
previous = Back: { $title }
done-next = Done, next: { $title }
next = Next: { $title }
done-last = Done
lesson-done = You have done this lesson.
search-title = Search this course
search-label = Words to look for
search-button = Search
search-told = { $all ->
    [0] Nothing in this course has these words. Try fewer or other words.
    [one] Found in one place.
   *[other] Found in { $all } places.
}
search-first = The first { $shown } are here; one more word finds fewer.
step-locked = This part is not open yet. The course is taken in order.
practice = Practice
practice-check = Check my answer
practice-again = You can try again as often as you like.
practice-nothing = Choose an answer first, then check it.
practice-right = That is right.
practice-partly = That is partly right.
practice-wrong = That is not right yet.
pick-one = Choose one
point = Point at it in the picture, or choose it here
pick-any = Choose all that are right
match-choose = Choose
put-in-order = Give each its place, 1 for the first
fill-gaps = Fill the gaps
gap = Gap { $number }
your-answer = Your answer
not-a-number = ‘{ $typed }’ is not a number that can be read. Write digits only, such as 12 or 0.5.
two-numbers = ‘{ $typed }’ could be two numbers. Write { $whole } for the thousands, or { $decimals } for the decimals.
too-long = That is longer than { $most } characters.
mark-right = ✓ Right
mark-wrong = ✗ Not right
mark-missed = → Right, but not chosen
mark-blank = ○ Not answered
hint = Hint
work-open = Practice in your own words
work-task = Task
work-text = Your answer
work-note = Your notes on what you did
work-words = About { $words } words.
work-stays = What you write stays on this device: it is not sent, and nobody else sees it here. It is deleted when you sign out. Write no names of children.
work-no-script = Scripts do not run in this browser, so it is gone when you leave this page. Copy what you want to keep.
work-count = { $words } words.
work-kept = Kept on this device.
work-full = This browser keeps nothing. Copy what you want to keep.
work-delete = Delete it from this device
work-compare = Compare with the rubric
work-rubric = How it is marked
work-points = The best in every row is { $points ->
    [1] 1 point
   *[other] { $points } points
}.
explanation = Explanation

## Words inside a course's text
content-note = Note
content-tip = Tip
content-important = Important
content-warning = Warning
content-caution = Content notice
content-footnotes = Notes
content-back-to-text = Back to the text
content-table = Table
content-done = Done
content-not-done = Not done
content-film = Film
content-sound = Sound
content-when-played = It is loaded when you play it.
content-save = Save the file
content-transcript = Transcript
content-minutes = { $first } min
content-seconds = { $first } s
content-megabytes = { $first } MB
content-kilobytes = { $first } KB
content-terms = Words in this lesson
content-all-terms = All words
content-writing-help = If writing this brings up something hard, or if you are worried about a child, you can call { $first }.
content-story-end = This is where the story ends.
content-story-again = Start again
content-language = en
content-untranslated = Not translated yet
content-list-two = { $first } or { $second }
content-list-more = { $first }, { $second }
content-list-last = { $first } or { $second }
content-route-helpline = the child helpline of your country (all are listed at { $first })
content-route-hotline = the hotline of your country (listed at { $first }; where there is none, { $second })
content-route-police = the police of your country
content-route-regulator = the regulator of your country
content-route-law = the law of your country
content-route-country = your country

## Tests
test-questions = Questions
test-minutes = Time
test-minutes-value = { $minutes } minutes from when you begin
test-no-limit = No limit
test-attempts = Tries
test-attempts-value = { $used } of { $limit } used
test-attempts-free = As many as you like
test-pass = To pass
pass-at-least = { $percent } % or more
pass-more-than = more than { $percent } %
test-taken = No pass mark
test-safe = Every answer is saved as you give it or, where scripts do not run, when you press a button. You can close the page and come back; the clock goes on.
test-begin = Begin the test
test-go-on = Go on with the test
test-none-left = You have used every try. Ask whoever runs your course what you can do now.
test-wait = You can try again from { $until }.
tries = Your tries
try-open = Open
try-taken = Finished
try-passed = Passed, { $percent } %
try-not-passed = Not passed, { $percent } %
question-number = Question { $number }.
question-score = { $earned } of { $of ->
    [1] 1 point
   *[other] { $of } points
}
not-answered = Not answered
state-open = Not answered yet
state-device = Kept on this device, not sent yet
state-safe = Answered, safe on the server
state-partly = { $parts } of { $of } filled in.
state-late = Kept, but too late to count
state-refused = The server could not take this answer. Choose it again.
answered = { $answered } of { $of } answered
answers-saved = Your answers are safe on the server.
no-script-save = Press Save often: your answers reach the server only when you press a button.
time-until = { $minutes ->
    [0] Less than a minute left
    [1] About one minute left
   *[other] About { $minutes } minutes left
}, until { $until }.
review-try = This is try { $number } of { $of }.
time-left = { $time } left
time-soon = Two minutes left. Your answers are kept; when the time is up, the server submits them.
time-over = Time is up. The server submits the answers it has.
offline = No connection. Go on answering: your answers are kept on this device and sent when the connection is back.
busy-in-test = The server cannot keep answers just now. Go on answering: your answers are kept on this device and sent as soon as it can.
someone-else-in-test = Someone else is signed in now. Your answers are kept on this device: sign in as yourself and come back to this page.
signed-out-in-test = You are signed out. Your answers are kept on this device: sign in again and come back to this page.
review = Review and submit
save = Save
review-title = Before you submit
review-missing = { $missing ->
    [1] One question is not answered.
   *[other] { $missing } questions are not answered.
} You can go back, or submit as it is.
submit = { $answered ->
    [0] Submit without answers
    [1] Submit 1 answer
   *[other] Submit { $answered } answers
}
back-to-questions = Back to the questions
passed = Passed
not-passed = Not passed yet
taken = Finished
score = { $earned } of { $of } points ({ $percent } %).
points-of = { $earned } of { $of }
score-pass-mark = To pass: { $mark }.
by-clock = The time was up. The server submitted the answers it had.
late-answers = { $late ->
    [1] One answer came after the end. It is kept, but it does not count.
   *[other] { $late } answers came after the end. They are kept, but they do not count.
}
submitted-at = Submitted by { $login } on { $at }.
your-answers = Your answers
no-feedback = This course does not show which answers were right.
answer-late = One of your answers here came after the end. It is kept, but it does not count.
try-again = Try again
try-again-left = Try again ({ $left ->
    [1] one try left
   *[other] { $left } tries left
})

## Surveys
survey-way = Say how it was: { $title }
survey-back = Back to { $course }
survey-about = About: { $title }
survey-kept-title = Nobody is told which answers are yours
survey-kept = Each answer is kept by itself, with the day and without your name, your account or your address. Kept with your account is only that you have answered, so that you are asked once. What was said is shown once five people have answered. Nothing depends on it, and you may leave out what you like.
survey-pick-one = Choose one
survey-pick-any = Choose all that apply
survey-rate = Choose one, from low to high
survey-no-answer = No answer
survey-words = At most { $words } words.
survey-no-names = Please write no names: not yours, not a child’s, not a school’s.
survey-help = Are you worried about a child? Nobody can answer you here. Turn to { $helpline }.
survey-send = Send my answers
survey-nothing = Answer at least one question, or leave this page: nothing depends on it.
survey-not-offered = This is not one of the answers here. Choose again.
survey-too-many-words = That is more than { $most ->
    [1] one word
   *[other] { $most } words
}. Make it a little shorter.
survey-thanks = Thank you. Your answers are kept, without your name.
survey-next = Say how it was: { $title }
survey-at-the-end = These questions are asked when you have done every step of the course.
survey-after-a-module = These questions are asked after each module.
survey-days-after = These questions are asked { $days ->
    [1] one day
   *[other] { $days } days
} after you have done every step of the course.
surveys-title = Surveys
surveys-text = What people say about the courses, without anybody’s name.
surveys-none = No course has a survey.
survey = Survey
answered-by = Answered by
survey-apart = Answers are kept apart from people: nobody can see who said what, or which answers came from one person. Of fewer than five nothing is shown. Answers to a question that has since been changed are not counted.
survey-few = Fewer than five so far
survey-few-here = Fewer than five have answered this question so far.
survey-people = { $people } people
survey-people-here = { $people } people answered this question.
survey-counts = How many chose what
survey-option = Answer
survey-count = People
survey-share = Share
survey-mean = The mean is { $mean }, where 1 is the lowest of { $steps } steps.
survey-texts = { $people } people wrote something, in no order.
survey-texts-more = More of what they wrote
survey-texts-before = Back to those before

## Certificates
certificate-title = Certificate
requirements = What you need
requirement-lessons = All lessons done ({ $done } of { $all })
requirement-test = A pass in: { $title }
met = ✓ Met:
not-met = ○ Not yet:
claim-title = Your name on the certificate
printed-name = Your name, as it will be printed
printed-name-hint = Write it as in your passport or identity card. You cannot change it later.
printed-name-confirm = This is my name, spelt right.
claim = Make my certificate
name-empty = Enter your name.
name-long = The name is too long: use 100 characters or fewer.
name-unprintable = These characters cannot be printed: { $characters }. Names in Latin, Greek, Cyrillic and Arabic letters can.
confirm-missing = Tick the box when the name is right.
certificate-issued = Your certificate is in the name of { $name }.
certificate-pdf = Download the certificate (PDF)
certificate-verify = The page where anyone can check it
certificate-revoked = Certificate { $number } was revoked: { $why }
certificate-refused = No other certificate is issued to you for this course. If you think this is a mistake, ask whoever runs this Haven.
organiser = Haven
paper-title = Certificate of achievement
paper-certifies = This certifies that
paper-completed = has completed the course
paper-issued-by = Issued by
paper-verify = Anyone can check this certificate at
paper-qr = QR code of the address where this certificate is checked
percent = { $percent } %
pair-right = Right:

## Checking a certificate
verify-title = Check a certificate
verify-lead = Enter the number that is printed on the certificate.
verify-hint = Capital or small letters, spaces and hyphens make no difference.
verify-check = Check
verify-misspelt = This is not a certificate number. Compare it with the certificate, character by character.
verify-valid = Valid
verify-valid-text = This server issued this certificate, and it is valid.
verify-expired = Expired
verify-expired-text = This certificate was issued by this server and was valid until { $on }.
verify-revoked = Revoked
verify-revoked-text = This certificate was taken back on { $on }: { $why }
verify-unknown = Not known here
verify-unknown-text = The number has the right form, but this server has not issued a certificate with it.
verify-compare = Compare every line with the paper or file in front of you. Only what stands here was certified.
verify-another = Check another certificate
fact-number = Number
fact-name = Name
fact-course = Course
fact-result = Result
fact-issued = Issued on
fact-expires = Valid until
fact-organiser = Organiser
fact-certificate = Certificate
fact-version = Version of the course
kind-achievement = Achievement

## Get help
help-title = Get help
help-lead = If a child is in trouble, or if you have seen something that frightens you, you do not have to handle it alone.
help-danger = If someone is in danger now, call the emergency number of your country.
help-choose = Choose your country, to see whom to call there
help-unknown = No help lines of { $country } are known here yet. The routes below work from every country.
help-country = In { $country }
help-checked = As it was on { $day }, by
help-hours = Hours:
help-languages = Languages: { $languages }
help-source-of = Source:
help-consent-age = Until the age of { $age }, a parent has to agree before data about a child is used.
office-helpline = Child helpline
office-hotline = Hotline for pictures and videos of abuse
office-police = Police
office-regulator = Regulator
office-law = What the law says
help-child-title = A child needs someone to talk to
help-child-text = Child helplines listen, advise and help, free of charge in many countries. In many African countries the number is 116: 34 had a child helpline in November 2023. Child Helpline International lists the helplines of every country.
help-picture-title = You have seen a picture or video of a child being abused
help-picture-text = Report it to a hotline. Hotlines have it taken down and tell the police; you can stay anonymous in most countries. INHOPE lists the hotlines of its countries.
help-portal-title = Your country has no hotline
help-portal-text = The Internet Watch Foundation runs reporting portals for countries without a hotline of their own: 50 countries and the United Kingdom in 2022.
help-never-title = What never to do
help-never-text = Do not forward, copy, save, photograph or print such a picture, not even to prove it: write down where you saw it, and report that. Do not question a child like a detective. Do not promise to keep a secret.
help-leave-title = If someone must not see this page
help-leave-text = “Leave quickly” puts a calendar in the place of the page, and “back” does not lead to it again. It does not sign you out, and pages you opened before are still in the browser’s history. On a computer that others use, sign out too.
help-source = Sources: regional consultation of child helplines in Africa and the Middle East, Gaborone, November 2023; Internet Watch Foundation, annual report 2022; INHOPE. Looked up in November 2026.

## Leaving quickly
calendar-title = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
weekday = { $day ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[7] Su
}

## When something goes wrong
fault-not-found-title = There is no such page
fault-not-found-happened = The address may be misspelt, or the page is not one that you may open.
fault-not-found-safe = Nothing of yours is lost.
fault-not-found-do = Go back, or begin again from here:
fault-forbidden-title = This page is not for your account
fault-forbidden-happened = You are signed in, but your role does not open this page.
fault-forbidden-safe = Nothing of yours is lost.
fault-forbidden-do = If you think you should see it, ask whoever runs this Haven.
# In plain text, to whoever asks by a name that is not this machine's.
misdirected = This Haven is for the machine it runs on, and was asked for by another name. Nothing was shown and nothing was changed. On that machine, open { $url }/. To let others in under a name, start it with --url, without --live.
fault-cross-site-title = This form came from another site
fault-cross-site-happened = For your safety Haven takes forms only from its own pages.
fault-cross-site-safe = Nothing was changed.
fault-cross-site-do = Open the page here, and send the form from it.
fault-bad-title = We could not read that request
fault-bad-happened = What the browser sent is not what this page expects.
fault-bad-safe = Nothing was changed.
fault-bad-do = Go back, load the page again, and try once more.
fault-large-title = That is too much at once
fault-large-happened = What the browser sent is larger than any form here.
fault-large-safe = Nothing was changed.
fault-large-do = Go back and send less.
fault-many-title = That is more than this page takes
fault-many-happened = It was sent far more often than a person sends it, so nothing more of it is kept.
fault-many-safe = What was kept before is safe.
fault-many-do = If you sent it yourself, tell whoever runs this Haven.
fault-internal-title = Something went wrong here
fault-internal-happened = It is our fault, not yours, and we have recorded it.
fault-internal-safe = Answers marked as safe on the server are safe.
fault-internal-do = Wait a moment and try again. If it happens again, tell whoever runs this Haven.
api-sign-in = This call needs a session or an access token that is known here.
api-methods = This address takes { $methods } only.
api-certificate-needs = Not everything that this certificate takes is there yet. GET this address: "needs" lists it.
fault-number = If you report this, give its number:
fault-away-title = Nothing can be kept just now
fault-away-happened = The server is here, but its database cannot be used at this moment.
fault-away-safe = Everything that was kept before is safe, answers marked as safe on the server among it. What you sent just now was not kept.
fault-away-do = Wait a moment, go back and send it again; twice does no harm. If it lasts, tell whoever runs this Haven.
fault-lost-title = This course cannot be shown now
fault-lost-happened = The version of the course that you are on cannot be read by this Haven.
fault-lost-safe = What you did in it is kept.
fault-lost-do = Tell whoever runs this Haven; your other courses are open.
fault-late-title = This took too long
fault-late-happened = There was no answer in time: the server is busy, or the line is slow.
fault-late-safe = Answers marked as safe on the server are safe. If you sent a form, it may have been kept all the same.
fault-late-do = Load the page and look. If what you sent is not there, send it again; twice does no harm.
fault-busy-title = The server is busy
fault-busy-happened = It could not answer in time.
fault-busy-safe = Answers marked as safe on the server are safe.
fault-busy-do = Wait a moment and load the page again.
way-home = Home
way-courses = Courses

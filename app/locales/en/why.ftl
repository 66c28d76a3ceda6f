# Why each mistake is one: a message for each code of the crate `course`. It is said where there is room for reasons: by
# haven check --explain, in docs/diagnostics.md, and to editors. It knows nothing of the single case, so it has no arguments.

## The folder and its files

why-unreadable = What cannot be read cannot be checked, and learners would miss it.
why-too-many-files = A course is loaded as a whole, on small machines too. So many files are most often a folder that came along by accident.
why-symbolic-link = A link can lead out of the folder, and is broken on the next machine. Nothing may be published that is not in the course.
why-bad-path = Courses travel on memory sticks between systems of all kinds. Some of them cannot hold such a name, or would write it elsewhere.
why-settings-missing = Without course.toml nobody knows which language is the source, which tests there are, and what a certificate asks.
why-not-utf-8 = Another encoding turns letters into others. UTF-8 is the one that can write every language.
why-other-encoding = In UTF-16 each letter takes other bytes than in UTF-8. Read as UTF-8, the page would be nothing but signs.
why-names-alike = Windows and macOS take capital and small letters in names for the same. Copied there, one of the two files would replace the other.
why-control-character = Such signs are orders to machines of long ago. A browser shows a box in their place, and a screen reader stumbles.
why-file-too-big = Text of this size is most often not text, or a whole book. No phone could show it as a page.
why-course-page-missing = It is the page that everyone sees before they enrol. A course without it has no title.
why-test-page-missing = Learners read it before they begin: what will be asked, how long it takes, what helps.
why-file-unread = What is not read is missing from the course, and nobody is told.
why-unknown-page = A page that is neither a module nor a test’s would be seen by nobody, and most often its name is misspelt.
why-module-twice = Both would have the same address, and only one of them could be seen.
why-number-twice = The numbers order the modules. With two alike the order is that of their names, which may not be what you mean.
why-bad-name = The name becomes part of an address that people type, print and send. Capitals, blanks and marked letters break there.
why-reserved-name = Another page of every course has this name in its address.
why-language-unlisted = Learners are offered only the languages that course.toml lists, so nobody would see these words.
why-too-many-faults = Nobody mends a thousand mistakes from one list, and many have the same cause.
why-not-yet = It would be left out without a word, and learners would miss it.

## course.toml

why-toml = From the break on nobody can tell what was meant, so nothing of the file is taken.
why-unknown-key = A misspelt key that was passed over would leave the default in force: a test without its time limit, and nobody would notice.
why-missing-key = There is no value that would be right for every course.
why-wrong-kind = A value of another kind could be read in more than one way.
why-unknown-value = A misspelt word that was passed over would leave the default in force, and nobody would notice.
why-out-of-range = Beyond these ends the value makes no sense, and is most often a slip of the finger.
why-format-version = The number says by which rules the files are to be read. Rules that this Haven does not know could mean something else.
why-empty-value = Nothing was written where something is shown, for example on certificates.
why-bad-language = Screen readers, hyphenation and the direction of writing depend on the tag.
why-listed-twice = Twice the same has no meaning, and most often one of the two was to be another.
why-source-language-unlisted = The source is a language of the course too, and the one that all others are made from.
why-bad-hours = The hours are printed on certificates.
why-bad-duration = The length decides on which day a certificate ends.
why-draw-empty = A test without questions cannot be taken, and would be passed by nobody.
why-draws-many = Each draw is compared with those before it, so very many make every check of the course slow. A hundred is more than any test has needed.
why-unknown-bank = The test would have no questions from it.
why-unknown-tag = The test would have no questions with it.
why-unknown-test = What it asks for could never be done, so nobody would get the certificate.
why-unknown-module = What stands here is said of a module, and there is none of this name.
why-draw-too-large = Sooner or later an attempt would find too few questions left, and could not begin.
why-parallel-to-itself = Two forms of a test are compared with each other. One alone has nothing to be compared with.
why-certificate-asks-nothing = Everyone would get it on enrolling, and it would say nothing.

## Translations

why-translation-order = Lessons that stand in another order build on what was not said yet, and one who changes languages loses their place.
why-language-empty = Readers are offered this language and would find nothing but the words of the source.
why-translation-absent = What is not translated is shown in the source language, so nobody misses it, but not everyone can read it.
why-translation-same = Words that are the source’s to the letter are most often a copy that nobody has translated yet.
why-translation-stale = Readers of the two languages learn different things until the translation says the same again.
why-translation-gone = Readers of one language learn something that the course does not say any more.
why-translation-items = A row more or less is most often one that was forgotten, and nobody who reads one language only can see it.
why-translation-extra = What a learner did is kept under the ids of the source. What has no counterpart there would be kept nowhere.
why-translation-level = The level says what is a part of what. With another one a lesson would end elsewhere than in the source.
why-translation-class = The class says what kind of question it is. One question cannot be of two kinds.
why-translation-differs = Points and limits hold for everyone. With another value here, the same answer would be worth more in one language.
why-translation-count = Answers are kept by their place. With another number of places, one who changes the language would have answered something else.
why-translation-key = The same answer would be right in one language and wrong in the other.
why-translation-target = What belongs together is kept by its place. Two that are one in the source would be two here, and the answer another.
why-translation-choice = What is picked for a gap is kept by its place among the choices, and there would be another number of them.
why-translation-place = Where one points is kept by its place in the list. The same point would be right in one language and wrong in the other.
why-translation-points = The same work would be worth more in one language than in the other.
why-translation-ways = A story is one story: a choice that leads elsewhere tells another, and a step may come to be out of reach.
why-record-unreadable = Without the record nobody can tell what of the source has changed since it was translated.

## Surveys

why-survey-page-missing = The settings say when it is asked, and the page says what: without one there is nothing to ask.
why-unknown-survey = Nobody would ever be asked it, for only course.toml says when.
why-survey-days = Days count for a survey that waits some days, and for no other: one of the two keys says what was not meant.
why-survey-empty = Whoever opens it would be thanked for nothing.
why-survey-heading = In a survey every heading asks something. One that does not would be taken for a question without an answer.
why-survey-class = A survey has no right answers, so only what can be asked without them has a place in it.
why-survey-right = Nothing is right or wrong in a survey, and whoever is told so answers as they are expected to.
why-survey-box = The boxes say what can be picked. A line without one could be a remark.
why-survey-feedback = Nobody is told what their answer is worth: a survey listens.
why-survey-foreseen = Where one writes what one likes, there is nothing to compare it with.
why-scale-not-here = On a scale nothing is right, so nothing could be scored in a lesson or a test.
why-scale-steps = Fewer steps than two are no choice, and more than eleven nobody tells apart.
why-scale-boxed = The order of the steps says all there is to say: from low to high. A box would mark one as right.

## Headings

why-title-missing = The title stands in menus, in the browser’s tab and on certificates, and a screen reader says it first.
why-words-before-title = The title is the first thing on a page. What stands before it would be lost or shown in the wrong place.
why-second-title = A page has one title, so that people who hear it know where they are.
why-heading-empty = A heading without words is shown as an empty line, and a screen reader says “heading” and nothing more.
why-heading-skipped = People who cannot see a page go through it by the levels of its headings. A gap makes them look for what is not there.
why-braces-not-last = Braces in the middle would be shown to learners as they are.
why-braces-open = What was to be an id or a class would be shown to learners as words.
why-braces-other = An id in other brackets is words to Haven. The lesson would have none, and its title would be wrong on every page and certificate.
why-attribute-unreadable = Passed over, it would do nothing, and nobody would notice.
why-second-id = Answers and addresses hang on the id, so it must be clear which it is.
why-attribute-twice = Of two values only one can hold, and nobody can tell which is meant.
why-bad-id = The id becomes part of an address and of stored answers, on every system and for years.
why-unknown-class = A misspelt class that was passed over would make a plain heading of a question, and show its right answers as text.
why-class-not-here = Here it would do nothing. Most often the heading has one # too many or too few.
why-two-classes = Each class shows what follows in its own way. Only one can hold.
why-unknown-attribute = A misspelt attribute that was passed over would leave the default in force: one point instead of four.
why-attribute-not-here = Here it would do nothing, and you would think that it does.
why-attribute-value = A value that cannot be read would leave the default in force, and nobody would notice.
why-lesson-id-missing = A lesson’s id is its address, and what learners have done is stored under it. Made anew from the title, it would change with every mended typo.
why-question-id-missing = Answers are stored under the id. Without it, they would be lost with the next change of the text.
why-id-twice = Answers and links would go to one of the two, and nobody could tell to which.
why-question-on-lesson = A lesson is a page, and a question is a part of one.
why-question-inside = Where one question ends and the other begins could be read in two ways.
why-list-missing = Without its list this section would be shown empty.
why-objectives-twice = They are shown in one place, before people enrol. The second would be left out.
why-lessons-missing = A module without lessons is shown as a page with nothing to do.
why-lesson-empty = Learners would open an empty page and think that something is broken.
why-lesson-heavy = On a slow telephone a long page takes several rounds to arrive, and a reader several breaths to finish.

## Text

why-front-matter = To Markdown these lines are a rule and words, so learners would see your settings.
why-raw-html = HTML could break the page, hide words from those who print or listen, and run scripts. Everything it is good for has a sign in Markdown.
why-comment-open = A comment ends where it is closed. This one would swallow the rest of the page without a word.
why-words-after-comment = To Markdown the whole line belongs to the comment.
why-code-indented = Markdown shows what begins with four blanks more than it should as code: grey, in one long line, and not as what your learners should read.
why-code-open = Everything after it, headings and questions too, would be shown as code.
why-heading-unread = A heading that is not read as one makes no lesson and no question, and all below it falls to the heading above.
why-link-unread = Learners would see brackets where they should find help.
why-unknown-alert = A box that is not known is shown as a plain quotation: a content notice would not be shown before the lesson.
why-alert-with-words = To Markdown this is a plain quotation, or even nothing at all, so the box would not be shown.
why-alert-without-mark = Without its mark it is a plain quotation that begins with a word in brackets. A content notice would not be shown before the lesson.
why-list-sign = Without its hyphens a list is one paragraph, which nobody can read, and a screen reader does not count its items.
why-alert-empty = Learners would see a box with nothing in it.
why-notice-inside = A content notice is shown before the lesson, so that a survivor can decide. Inside of something else it would come too late.
why-footnote-undefined = Learners would see the signs, and not the source.
why-footnote-twice = Only one of the two would be shown, and nobody could tell which.
why-footnote-unused = What nothing refers to is not shown. Most often the sign in the text is misspelt.
why-table-cells = Cells that are missing move all after them, and those that are too many are left out: a table that loses a cell loses a fact.
why-table-columns = So many columns fit on no phone and on no sheet of paper.
why-table-unread = Learners would see strokes and dashes.
why-nesting = Nobody can follow so many levels, and no program should have to.
why-unknown-slot = Learners would see braces, in a sentence about whom to call.
why-slot-one-brace = Learners would see a word in braces where they look for a number to call.
why-slot-open = Learners would see braces where they look for a number to call.
why-slots-many = Each is filled with several links. So many of them make a page that no phone can load.
why-slot-not-here = What takes its place differs from country to country, and may be a link.

## Country packs

why-pack-name = The file is found by its name. Nobody in that country would see what stands in it.
why-bad-date = The day says how old the numbers are, and when they must be looked up again.
why-pack-future = Nobody can have looked something up on a day that is still to come.
why-pack-old = Helplines move and close. A child who calls a dead number may not try again.
why-bad-address = It becomes a link that someone in need opens.
why-bad-telephone = It becomes a link that someone in need calls.
why-contact-unreachable = A name alone helps nobody who needs help now.
why-too-many-entries = Someone in need cannot choose from a long list.
why-text-too-long = These words are put into the middle of sentences all over the course.

## Links and media

why-reference-undefined = Learners would see brackets, and no link.
why-link-empty = There is nothing to click on, and a screen reader can only spell the address.
why-link-nowhere = Learners would come to a page that says that there is none.
why-link-no-id = The link would lead to the top of the page, or to no page at all.
why-link-no-page = Banks hold the right answers, and notes are for authors. Neither has a page.
why-link-scheme = Other kinds of links can run scripts or open programs on the learner’s machine.
why-link-outside = What lies outside of the folder does not travel with the course.
why-picture-nowhere = Learners would see an empty frame.
why-picture-elsewhere = The other site would learn who reads this course and when, and could change the picture. Where there is no network, there would be none.
why-picture-without-alt = Whoever cannot see the picture, or has pictures switched off to save data, would not know what it shows.
why-not-a-picture = A browser would show an empty frame.
why-not-in-media = All languages share one folder of pictures, and only that one is sent to learners.
why-media-type = Not every browser can show it, so some learners would see nothing.
why-media-ending = Programs go by the ending: some will not open the file.
why-media-damaged = The browser needs the size to leave room for the picture before it has come.
why-media-unused = It makes the course bigger for everyone who copies it. Most often a link to it is misspelt.
why-media-heavy = On a mobile connection a film is the dearest part of a course, and who pays by the megabyte gives up first.
why-captions-missing = Whoever is deaf, sits in a loud room or has no headphones learns from a film only what can be read.
why-captions-untranslated = Words in another language help only those who read it. The course can be used meanwhile.
why-captions-empty = A file without cues looks like captions to a program, and gives nobody a word.
why-captions-header = Browsers know captions by their first line, and pass over a file without it, silently.
why-captions-stray = A browser shows words when their time comes, and these have none.
why-cue-time = A browser passes over a cue whose time it cannot read: the words are missing, and nobody is told.
why-cue-backwards = A cue that ends before it begins is never on the screen.
why-cue-order = Browsers show cues in the order of their times, and people mend files in the order of their lines. One of the two is mistaken.
why-cue-empty = An empty cue takes the words before it from the screen for nothing, and most often words are missing.
why-cue-over-length = Captions longer than the film most often belong to another cut of it, so that all of them stand at the wrong time.
why-transcript-missing = A transcript is for whoever cannot hear, for whoever cannot pay for the film, and for finding what was said.
why-transcript-untranslated = A transcript in another language helps only those who read it. The course can be used meanwhile.
why-transcript-empty = An empty transcript promises words, and gives none.
why-transcript-heading = Whoever reads by headings would find the film’s among the lesson’s, and lose the way.
why-film-not-alone = A player needs room, its captions and its transcript. Within a line or a cell there is none.
why-films-many = Each place brings its transcript along, and a course must stay small enough to be carried on a memory stick.
why-mp4-slow-start = On a slow line learners would wait for the whole film before the first picture.
why-svg-malformed = Browsers show nothing of a drawing that is broken in one place.
why-svg-doctype = A document type can draw in files from elsewhere or fill the memory.
why-svg-element = It can run scripts or load something from elsewhere.
why-svg-handler = A drawing is a picture. One that acts could act against the learner.
why-svg-outside = A picture that loads something tells another site who looks at it, and shows nothing where there is no network.

## The glossary

why-glossary-empty = A page without terms helps nobody, and most often the colon before the definition is missing.
why-glossary-heavy = The whole glossary is one page, and it must come through a slow connection.
why-glossary-other = Whatever else stands there would be seen by nobody who follows a word from a lesson.
why-term-long = A term is looked for in every lesson as it stands. A whole sentence will not be found, and most often a colon is missing.
why-term-twice = A word in a lesson can lead to one place only.
why-term-undefined = Whoever follows the word finds nothing.
why-term-unused = Most often the lessons spell it otherwise, and then nothing leads to it.

## Questions

why-answers-missing = There would be nothing to answer.
why-after-answers = Learners would see it below the answers and read it too late, or it is feedback that lost its option.
why-options-few = With one option there is nothing to choose.
why-right-missing = Nobody could answer this question rightly.
why-right-many = Only one can be picked, so one that is right would count as wrong.
why-option-twice = Of two alike, one would be right and the other wrong, or both say the same.
why-option-empty = Learners would see a box beside nothing.
why-option-without-box = It is not clear whether it is an option and whether it is right.
why-option-runs-on = Markdown joins lines, so your feedback, and with it the answer, would be shown in the option.
why-feedback-not-indented = What is not indented ends the list, so the options after it would belong to another question.
why-boxes-before-answers = Of two lists of boxes only the last is the answers. The first one is shown, and cannot be ticked.
why-pairs-columns = A pair has two sides.
why-pairs-few = With one row there is nothing to sort.
why-pairs-one-target = Every answer would be right.
why-pair-twice = The same words on the left could have two right answers.
why-pair-empty = Learners would see a field beside nothing.
why-steps-few = One step is always in order.
why-step-boxed = A box asks to be ticked. It is not clear whether the steps are to be ordered or chosen.
why-step-with-more = A step is moved as one line, and what is below it would stay behind.
why-gap-not-here = A field to type in cannot stand there, so learners would see the right answer.
why-gap-open = Learners would see the signs, and the right answer after them.
why-gap-empty = An empty answer would be right for whoever types nothing.
why-gap-cut = Half of the gap would be text, and learners would see the right answer.
why-choose-one = With one answer to choose from, everyone is right.
why-number-key = Nobody could answer this question rightly.
why-number-range = Nobody could answer this question rightly.
why-pattern-not-code = Markdown would take the signs away, and the answer would be another one.
why-pattern-first = Answers are held against the list from its top. What comes later is never reached, with its feedback, and may have been meant to be wrong.
why-pattern-of-all = Every answer would be right, even an empty one.
why-hotspot-picture = Learners point at the picture right above the list. Without it they could only guess.
why-region-missing = Where nobody can point, nobody can answer. The list alone would be a question of another class.
why-region-unreadable = A region that was guessed could make a right place wrong.
why-region-empty = It would be in the picture and could not be touched.
why-region-outside = What lies beyond the edge cannot be touched, and most often the numbers are pixels.
why-region-twice = The upper one would take every touch, and the lower one could be picked from the list only.
why-regions-overlap = Two people who point at the same place would be marked differently, by chance.
why-regions-many = On a phone the regions would be smaller than a finger.
why-regions-all-right = Whatever one points at would be right, so the question says nothing about anybody.
why-id-missing = Answers and notes are kept under it, and links lead to it. A name that was made up would change with the words.
why-rubric-missing = Two reviewers would mark the same work differently, and learners would not know what is expected.
why-rubric-levels = With one level there is nothing to tell apart.
why-rubric-points = Without points a level is worth nothing, and points that were guessed would decide who passes.
why-rubric-order = Levels out of order are most often mistyped, and a reviewer looks along the row for the better one.
why-rubric-empty = There would be nothing to mark.
why-rubric-cell = What an answer of this level is like would be left to each reviewer.
why-criterion-twice = The same thing would be counted twice, and most often one of the two was to be another.
why-draw-open = The answer would never be marked, so nobody who is asked it could pass.
why-scenario-short = With a single step there is nothing to choose.
why-step-id-missing = A choice is a link to a step, and a link needs an id.
why-step-class = A step is shown as a step; how else it should be shown cannot be told.
why-step-unreachable = It was written to be read, so a choice is missing, or its link is wrong.
why-step-elsewhere = The reader would be in the middle of another story, without its beginning.
why-step-circle = The reader would go round for ever and think that the page is broken.
why-class-missing = In a bank, a list of options without a class is text: the question would not be asked, and not be missed.
why-bank-words = A bank is never shown as a page, only its questions are.
why-bank-empty = No test can draw from it.
why-bank-unused = Nobody will see these questions. Most often a name in course.toml is misspelt.

## What could be better

why-lesson-long = What is read at one sitting stays; what has to be broken off is begun again from the top, or left.
why-hard-to-read = Many learn in their second language, in the evening, on a small screen. Newspapers are what people can be counted on to read.
why-no-practice = Recalling something teaches more than reading it again (Roediger and Karpicke, 2006).
why-notice-missing = Some readers have lived through what others read about. Who is warned can choose the moment.
why-figure-without-source = In this field many figures go round that nobody counted. A trainer is asked where they come from.
why-feedback-missing = Practice without a reason is a guessing game: what was wrong about the wrong option is the lesson.
why-option-all = Who is sure of two options need not know the third, so the question measures less (Haladyna, Downing and Rodriguez, 2002).
why-option-moves = Options are mixed so that neighbours cannot copy. Then nothing stands above, below or at B.
why-answer-far-longer = Authors take most care with the right option, and learners know it (Haladyna, Downing and Rodriguez, 2002).
why-answers-longest = Whoever has seen it once passes without having learnt anything, and the certificate means nothing.
why-answers-same-place = Whoever has seen it once passes without having learnt anything, and the certificate means nothing.
why-answers-one-sided = With two options, always taking the same one is the first thing people try.
why-bank-small = A test is taken side by side and again. What is met twice measures memory.
why-alt-says-nothing = Who cannot see the picture, or has not loaded it, has only these words.
why-alt-begins-with-picture = Screen readers say what it is before they read these words, every time.
why-hidden-sign = Such signs make a line read otherwise than it is written, hide words, and break links, ids and searches.
why-allow-unreadable = A warning that seems silenced and is not, or the other way round, helps nobody.
why-allow-no-reason = Who takes over the course must be able to see whether the reason still holds.
why-allow-unknown = A misspelt code silences nothing.
why-allow-error = A mistake reaches learners, whatever the reason for it.
why-allow-unused = What silences nothing today hides something tomorrow.

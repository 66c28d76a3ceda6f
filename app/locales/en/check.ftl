# What is wrong in a course, and how to mend it. Two messages for each code of the crate `course`: see Fault there.
# An argument called nearest is the known name that is nearest to what was written, or the word none.
# Of a translation, an argument that is not there at all is the number 0: no word that an author writes is it.

## The folder and its files

check-unreadable = This cannot be read: { $why }.
check-unreadable-mend = See that the file is there and that you may open it.
check-too-many-files = The course has more than { $limit } files.
check-too-many-files-mend = Take out of the folder what is no part of the course.
check-symbolic-link = This is a symbolic link. Links are not followed.
check-symbolic-link-mend = Put the file itself here.
check-bad-path = This path cannot be used on every machine, or it leads out of the folder.
check-bad-path-mend = Give the file a name of letters, digits, hyphens and one dot.
check-settings-missing = The file course.toml is missing.
check-settings-missing-mend = Make a file course.toml beside the folders of the languages. The manual shows one to copy.
check-not-utf-8 = From here on, the text is not UTF-8.
check-not-utf-8-mend = Save the file again with the encoding UTF-8. In most editors it is a choice under “Save as”.
check-other-encoding = The file is saved as { $encoding }. Haven reads UTF-8.
check-other-encoding-mend = Open it in your editor, choose “Save as”, and choose UTF-8 as the encoding. In Notepad on Windows the choice stands beside the button “Save”; “Unicode” or “UTF-16” is not it.
check-names-alike = This name differs from { $other } in capital letters only. On many machines only one of the two files can be there.
check-names-alike-mend = Give one of them another name, or take it away if they are the same.
check-control-character = Here stands a sign that nobody can read: { $code }. It often comes from text copied out of another program.
check-control-character-mend = Delete it. If you cannot see it, delete the word it stands in, and write the word again.
check-file-too-big = The file has { $bytes } bytes. At most { $limit } are read.
check-file-too-big-mend = Divide it into several files, for example two modules.
check-course-page-missing = The page { $page } is missing.
check-course-page-missing-mend = Make the file { $page } with a title and what the course is about.
check-test-page-missing = The test { $test } has no page { $page }.
check-test-page-missing-mend = Make the file { $page } with a title and the instructions for the test.
check-file-unread = This is not read: its name is not that of a part of the course.
check-file-unread-mend = If it belongs to the course, call it { $nearest }; only text of Markdown is read as a page. If not, keep it outside of this folder. Many systems hide the end of a name: let yours show it.
check-unknown-page = This page is neither a module nor the page of a test.
check-unknown-page-mend = { $nearest ->
    [none] The name of a module begins with a number: 01-my-module.md. A test is named in course.toml. Notes belong into README.md.
   *[other] Did you mean the test { $nearest }? Then call the file { $nearest }.md. The name of a module begins with a number: 01-my-module.md.
}
check-module-twice = The module { $module } is here twice. The other is { $other }.
check-module-twice-mend = The number only orders the modules. Give one of the two another name.
check-number-twice = Another module has the number { $number } too: { $other }.
check-number-twice-mend = Give each module a number of its own, so that their order is clear.
check-bad-name = The name ‘{ $name }’ cannot stand in an address.
check-bad-name-mend = Use small letters a to z, digits and hyphens, at most 64 of them, and begin with a letter or a digit.
check-reserved-name = The name ‘{ $name }’ is kept for something else.
check-reserved-name-mend = Choose another name. No module is called certificate, glossary, search, surveys or tests. No test is called course or glossary, or begins with a number and a hyphen.
check-language-unlisted = course.toml does not list the language { $language }, so this folder is not used.
check-language-unlisted-mend = Add { $language } to languages in course.toml, or take the folder away.
check-too-many-faults = There are { $untold } more mistakes in this file that are not shown.
check-too-many-faults-mend = Mend some of those above, then check again.
check-not-yet = Haven does not do this yet: { $what }.
check-not-yet-mend = Leave it out for now. It is part of the format and will come.

## Translations

check-translation-order = The heading #{ $id } stands earlier in the source than the one before it here.
check-translation-order-mend = Put the parts into the order of the source, so that both languages are read alike.
check-language-empty = The course has the language { $language }, but there is no page in its folder yet. Readers see the source language.
check-language-empty-mend = Begin with haven translate start, or take { $language } out of languages for now.
check-translation-absent = { $what ->
    [file] This page is not translated yet. It is shown in the source language: see { $source }.
    [lesson] The lesson { $name } is missing here. It is shown in the source language: see { $source }.
    [question] The question { $name } is missing here. It is shown in the source language: see { $source }.
    [note] The footnote { $name } is missing here. See { $source }.
    [feedback] This option has feedback in the source and none here. What the source says is shown.
   *[other] After this, something of the source is missing. It is shown in the source language: see { $source }.
}
check-translation-absent-mend = Copy what is missing from the source language and translate it. The ids in braces stay as they are.
check-translation-same = { $what ->
    [file] This page still has the words of the source language.
    [lesson] The lesson { $name } still has the words of the source language.
    [question] The question { $name } still has the words of the source language.
   *[other] This still has the words of the source language.
}
check-translation-same-mend = Translate it. If it is meant to be the same in both languages, say so with haven translate accept and its file or id.
check-translation-stale = The source changed after this was translated. It said: { $before } — now it says: { $after } ({ $source })
check-translation-stale-mend = Change the translation to fit, then run haven translate accept. If only a typo was mended, run it with --unchanged-meaning.
check-translation-gone = What this was translated from is not in the source any more.
check-translation-gone-mend = Take it out here too, or leave it if it helps your readers; then run haven translate accept.
check-translation-items = Here are { $found } items or rows, in the source { $source }.
check-translation-items-mend = Give it as many as the source has, in the same order.
check-translation-extra = { $what ->
    [file] The source has no page for { $name }.
   *[other] The source has no id { $name } in this file.
}
check-translation-extra-mend = { $place ->
    [0] A translation has the same files and ids as its source, letter for letter. Mend the name, or take it out.
   *[other] The source has it in { $place }. Move it into the file of the same name here.
}
check-translation-level = This heading begins with { $found }, in the source with { $source }.
check-translation-level-mend = Begin it with { $source }.
check-translation-class = This heading has { $found ->
    [0] no class
   *[other] the class { $found }
}, in the source { $source ->
    [0] it has none.
   *[other] it has { $source }.
}
check-translation-class-mend = { $source ->
    [0] Take the class out of the braces.
   *[other] Write { $source } into the braces, as in the source. Classes are not translated.
}
check-translation-differs = Here it says { $name }={ $value }, in the source { $source ->
    [0] nothing of { $name }.
   *[other] { $name }={ $source }.
}
check-translation-differs-mend = Take it out here: a translation has its settings from the source.
check-translation-count = { $what ->
    [options] There are { $found } options here, in the source { $source }.
    [pairs] There are { $found } pairs here, in the source { $source }.
    [levels] The rubric has { $found } columns here, in the source { $source }.
    [criteria] The rubric has { $found } rows here, in the source { $source }.
   *[other] There are { $found } gaps here, in the source { $source }.
}
check-translation-count-mend = Give the question as many as in the source, in the same order: answers are kept by their place.
check-translation-key = { $source ->
    [0] The right answer of this question is another one than in the source.
   *[other] In the source the box of this option is { $source }.
}
check-translation-key-mend = Keep the options in the order of the source, and tick the same ones.
check-translation-target = { $row ->
    [0] The right-hand cell of this row is that of a row above, which it is not in the source.
   *[other] The right-hand cell of this row is not that of row { $row }, as it is in the source.
}
check-translation-target-mend = Where two rows have the same right-hand cell in the source, they have the same here, letter for letter, and no others do.
check-translation-choice = { $gap ->
    [0] The answer of this gap is that of a gap before it, which it is not in the source.
   *[other] The answer of this gap is not that of gap { $gap }, as it is in the source.
}
check-translation-choice-mend = Where two gaps have the same answer in the source, they have the same here, letter for letter, and no others do.
check-translation-place = This option is at { $found }, in the source at { $source }.
check-translation-place-mend = Write { $source }: where one points is kept by its place. The picture itself may be another one, drawn in the same places.
check-translation-points = This level is worth { $found }, in the source { $source }.
check-translation-points-mend = Begin the cell with { $source }: work is marked alike in every language.
check-translation-ways = The choices here lead to { $found }, in the source to { $source }.
check-translation-ways-mend = Keep the choices of the source in their order, each with the id it leads to. Only their words are translated.
check-record-unreadable = The record of what was translated cannot be read: { $why }. What changed since is not known.
check-record-unreadable-mend = Put back the file as it was. If it is lost, take it away, look through the translation once, and run haven translate accept.

## course.toml

check-toml = This is not TOML: { $why }.
check-toml-mend = Look at the line and the one before it. Is a quotation mark, a bracket or an equals sign missing, or does a key stand there twice?
check-unknown-key = The key ‘{ $key }’ is not known.
check-unknown-key-mend = { $nearest ->
    [none] Known here are: { $known }.
   *[other] Did you mean { $nearest }? Known here are: { $known }.
}
check-missing-key = The key ‘{ $key }’ is missing.
check-missing-key-mend = Add the key ‘{ $key }’. The manual says what it may be.
check-wrong-kind = ‘{ $key }’ should be { $wanted ->
    [text] a text in quotation marks
    [number] a whole number
    [decimal] a number
    [boolean] true or false
    [list] a list in square brackets
    [date] a day without quotation marks
    [words] a text in quotation marks, or a table of texts by language
   *[table] a table
}, but this is { $found ->
    [text] a text
    [number] a whole number
    [decimal] a number with a decimal point
    [boolean] true or false
    [date] a date
    [list] a list
   *[table] a table
}.
check-wrong-kind-mend = Write it as { $wanted ->
    [text] "text"
    [number] a number without quotation marks, such as 3
    [decimal] a number without quotation marks, such as 3.5
    [boolean] true or false
    [list] ["one", "two"]
    [date] 2026-11-24
    [words] "text", or as {"{"} en = "text", fr = "texte" {"}"}
   *[table] in the example of the manual
}.
check-unknown-value = ‘{ $key }’ cannot be ‘{ $value }’.
check-unknown-value-mend = { $nearest ->
    [none] It can be: { $known }.
   *[other] Did you mean { $nearest }? It can be: { $known }.
}
check-out-of-range = ‘{ $key }’ is { $value }. It must be from { $least } to { $most }.
check-out-of-range-mend = Write a number from { $least } to { $most }, or leave the key out if it may be left out.
check-format-version = This is format { $found }. This Haven reads format 1.
check-format-version-mend = Write format = 1.
check-empty-value = ‘{ $key }’ is empty.
check-empty-value-mend = Write something between the quotation marks, or leave the key out if it may be left out.
check-bad-language = ‘{ $tag }’ is not the tag of a language.
check-bad-language-mend = { $nearest ->
    [none] Write the tag of the language, such as en, fr, ny or pt-BR.
   *[other] Write { $nearest }.
}
check-listed-twice = ‘{ $value }’ stands in this list twice.
check-listed-twice-mend = Take one of them away.
check-source-language-unlisted = The source language { $language } is not among the languages.
check-source-language-unlisted-mend = Add { $language } to languages.
check-bad-hours = ‘{ $value }’ is not a number of hours.
check-bad-hours-mend = Write a number above 0 and up to 1000 with at most two decimals, such as 3.5.
check-bad-duration = ‘{ $value }’ is not a length of time.
check-bad-duration-mend = Write for example "3 years", "18 months", "90 days" or "1 year 6 months".
check-draw-empty = The test { $test } draws no questions.
check-draw-empty-mend = Add a draw: draw = [{"{"} bank = "risks", pick = 6 {"}"}].
check-draws-many = This test has more than { $limit } draws. Those after them are not read.
check-draws-many-mend = Let one draw pick more questions, or give the questions that belong together one tag and draw by it.
check-unknown-bank = There is no bank ‘{ $bank }’.
check-unknown-bank-mend = { $nearest ->
    [none] Make the file bank/{ $bank }.md in the folder of the language.
   *[other] Did you mean { $nearest }? Otherwise make the file bank/{ $bank }.md in the folder of the language.
}
check-unknown-tag = No question of the bank { $bank } has the tag ‘{ $tag }’.
check-unknown-tag-mend = { $nearest ->
    [none] Add tags={ $tag } to the headings of some questions in the bank, or take the tag away here.
   *[other] Did you mean { $nearest }? Otherwise add tags={ $tag } to the headings of some questions in the bank.
}
check-unknown-test = There is no test ‘{ $test }’ in course.toml.
check-unknown-test-mend = { $nearest ->
    [none] Add a table [tests.{ $test }], or take the name away.
   *[other] Did you mean { $nearest }? Otherwise add a table [tests.{ $test }].
}
check-unknown-module = There is no module ‘{ $module }’.
check-unknown-module-mend = { $nearest ->
    [none] The name of a module is that of its file without the number and without .md.
   *[other] Did you mean { $nearest }? The name of a module is that of its file without the number and without .md.
}
check-draw-too-large = This draws { $pick } questions from the bank { $bank }, but only { $left } are sure to be left for it.
check-draw-too-large-mend = Pick fewer, or write more questions. With tags, only questions that have all of them count, and no question is drawn twice in one test.
check-parallel-to-itself = The test { $test } is parallel to itself.
check-parallel-to-itself-mend = Name the other test of the pair, or leave parallel-to out.
check-certificate-asks-nothing = The certificate { $certificate } asks for nothing.
check-certificate-asks-nothing-mend = Write what must be done for it, such as requires = {"{"} tests = ["final-test"], modules = "all" {"}"}.

## Surveys

check-survey-page-missing = The survey { $survey } has no page { $page }.
check-survey-page-missing-mend = Make the file { $page } with a title, a word of introduction and the questions.
check-unknown-survey = course.toml does not name a survey ‘{ $survey }’, so nobody is asked this.
check-unknown-survey-mend = { $nearest ->
    [none] Add a table [surveys.{ $survey }] to course.toml.
   *[other] Did you mean the survey { $nearest }? Then call the file { $nearest }.md. Otherwise add a table [surveys.{ $survey }] to course.toml.
}
check-survey-days = This survey does not wait { $days ->
    [1] a day
   *[other] { $days } days
}: it is asked at once.
check-survey-days-mend = Write when = "days-after" above it, or leave days-after out.
check-survey-empty = There are no questions in this survey.
check-survey-empty-mend = Begin one with a line such as: ## How sure do you feel? {"{"}.scale #how-sure{"}"}
check-survey-heading = This heading asks nothing: it has no class.
check-survey-heading-mend = Write a class and an id at its end, such as {"{"}.scale #how-sure{"}"}. Known in a survey are: { $known }.
check-survey-class = .{ $class } cannot stand in a survey, where nothing is right or wrong and nobody marks.
check-survey-class-mend = Known in a survey are: { $known }. A number is best asked as .choice with ranges, for an exact one can tell who somebody is.
check-survey-right = This option is marked as right, but nothing is right or wrong in a survey.
check-survey-right-mend = Write - [ ] before every option.
check-survey-box = This option has no box.
check-survey-box-mend = Begin it with - [ ]: a hyphen, a blank, two brackets with a blank between them, and a blank after them.
check-survey-feedback = This stands under an option, where nobody would see it: a survey gives no feedback.
check-survey-feedback-mend = Take it away, or say it above the options.
check-survey-foreseen = These answers would be shown to everyone: in a survey people write what they like, and no answer is foreseen.
check-survey-foreseen-mend = Take the list away, or make the question .choice.
check-scale-not-here = A scale has no right answer, so it stands in surveys only.
check-scale-not-here-mend = Move the question to a file in surveys, or make it .choice and mark an option as right.
check-scale-steps = This scale has { $found ->
    [1] one step
   *[other] { $found } steps
}. It can have { $least } to { $most }.
check-scale-steps-mend = Write the steps as a list with numbers, from low to high. Five are enough for most questions.
check-scale-boxed = This step of a scale has a box.
check-scale-boxed-mend = Take the box away, or make the question .choice.

## Headings

check-title-missing = The page has no title.
check-title-missing-mend = Begin it with a line such as: # Mapping risk
check-words-before-title = This stands before the title.
check-words-before-title-mend = Move it below the line that begins with one #.
check-second-title = This is a second title.
check-second-title-mend = A page has one line that begins with one #. Begin this one with ##.
check-heading-empty = This heading has no words.
check-heading-empty-mend = Write some, or take the line away. To draw a line across the page, leave a blank line above the dashes.
check-heading-skipped = A level is skipped: after a heading of level { $from } comes one of level { $to }.
check-heading-skipped-mend = Take away a # here, so that each level is only one deeper than the one above.
check-braces-not-last = These braces do not end the line.
check-braces-not-last-mend = Attributes stand once, at the very end of the heading. If the brace is meant as a word, write a backslash before it.
check-braces-open = This brace is not closed.
check-braces-open-mend = Write {"}"} at the end of the line. If the brace is meant as a word, write a backslash before it.
check-braces-other = ‘{ $written }’ is not read here: learners would see it in the title.
check-braces-other-mend = Write it in curly braces, with blanks between: {"{"}.choice #my-id{"}"}.
check-attribute-unreadable = ‘{ $word }’ is no attribute.
check-attribute-unreadable-mend = Between the braces stand only #id, .class and key=value, with blanks between them, without blanks in them and without quotation marks.
check-second-id = The heading has a second id: { $id }.
check-second-id-mend = Keep one. If others link to it, keep the older.
check-attribute-twice = ‘{ $name }’ stands here twice.
check-attribute-twice-mend = Keep one of the two.
check-bad-id = ‘{ $id }’ cannot be an id.
check-bad-id-mend = Use letters a to z, digits, hyphens and low lines, at most 64 of them, and begin with a letter or a digit.
check-unknown-class = The class ‘.{ $class }’ is not known.
check-unknown-class-mend = { $nearest ->
    [none] Known are: { $known }.
   *[other] Did you mean .{ $nearest }? Known are: { $known }.
}
check-class-not-here = The class ‘.{ $class }’ has no meaning on this heading.
check-class-not-here-mend = Questions stand in modules from ### on, and in banks from ## on. .task and .scenario stand in modules from ### on. .cards, .reveal and .steps stand in texts from ## on, in modules from ### on. .objectives stands on a ## of course.md.
check-two-classes = This heading has two classes: .{ $first } and .{ $second }.
check-two-classes-mend = Keep one of them.
check-unknown-attribute = The attribute ‘{ $name }’ is not known.
check-unknown-attribute-mend = { $nearest ->
    [none] Known are: { $known }.
   *[other] Did you mean { $nearest }? Known are: { $known }.
}
check-attribute-not-here = The attribute ‘{ $name }’ has no meaning on this heading.
check-attribute-not-here-mend = Take it away. It belongs to a question, or to a question of another class.
check-attribute-value = ‘{ $name }’ cannot be ‘{ $value }’.
check-attribute-value-mend = { $wanted ->
    [points] Write a whole number from 1 to 1000.
    [tags] Write words of letters, digits, hyphens and low lines with commas and no blanks between them: tags=core,law.
    [shuffle] Write shuffle=no, or leave it out.
    [scoring] Write scoring=all, or leave it out.
    [words] Write how many words an answer may have: a whole number from 1 to 1000.
    [choose] Write choose=yes, or leave it out.
    [exact] Write exact=yes, or leave it out.
    [words] Write about how many words an answer has, as a whole number from 1 to 5000.
    [files] Write how many files are handed in, as a whole number from 1 to 10.
    [tolerance] Write how far off an answer may be: digits, with a point before decimals, such as 0.5.
    [answer] Write digits, with a point before decimals and nothing between thousands: 1250 or 12.5.
    [min] Write digits, with a point before decimals and nothing between thousands: 1250 or 12.5.
    [max] Write digits, with a point before decimals and nothing between thousands: 1250 or 12.5.
   *[other] Write a whole number.
}
check-lesson-id-missing = This lesson has no id.
check-lesson-id-missing-mend = { $nearest ->
    [none] { $free ->
        [none] A translation has the ids of its source, and the source has none left for this. Take it out, or write it in the source first.
       *[other] Write that of the same lesson in the source at the end of the line. Here are still free: { $free }.
    }
   *[other] Write one at the end of the line: {"{"}#{ $nearest }{"}"}. It becomes the address of the lesson and never changes. If this was to be a line across the page, leave a blank line above the dashes.
}
check-question-id-missing = This question has no id.
check-question-id-missing-mend = { $nearest ->
    [none] { $free ->
        [none] A translation has the ids of its source, and the source has none left for this. Take it out, or write it in the source first.
       *[other] Write that of the same question in the source into the braces. Here are still free: { $free }.
    }
   *[other] Write one in the braces: #{ $nearest }. Answers are stored under it, so it never changes.
}
check-id-twice = The id ‘{ $id }’ stands already in { $file }, line { $line }.
check-id-twice-mend = Each id stands once in the whole course. Give the newer one another.
check-question-on-lesson = A heading with ## begins a lesson, so it cannot be a question (.{ $class }).
check-question-on-lesson-mend = Begin the question with ### and put it into a lesson.
check-question-inside = This question stands inside of something else: .{ $outer }.
check-question-inside-mend = Give its heading the level of the one it stands in, or move it out.
check-list-missing = This section is .{ $class }, but it has { $wanted ->
    [numbers] no list with numbers
   *[other] no list of words and meanings
}.
check-list-missing-mend = { $wanted ->
    [numbers] Write a list that begins with 1. below the heading, or take the class away.
   *[other] Write the word on a line and its meaning on the next, beginning with a colon and a blank. Or take the class away.
}
check-objectives-twice = The objectives stand here a second time.
check-objectives-twice-mend = Put all of them into one section with .objectives.
check-lessons-missing = This module has no lessons.
check-lessons-missing-mend = Begin a lesson with a line such as: ## The four Cs {"{"}#four-cs{"}"}
check-lesson-empty = This lesson has no words.
check-lesson-empty-mend = Write some below the heading, or take the heading away.
check-lesson-heavy = This lesson is long: { $bytes } bytes of HTML. Up to { $limit } it reaches a phone at once.
check-lesson-heavy-mend = Divide it into two lessons.

## Text

check-front-matter = These lines at the beginning would be settings elsewhere. A page here has none.
check-front-matter-mend = Take them away. The title is the line that begins with one #, and settings stand in course.toml.
check-raw-html = HTML is not read here: { $html }
check-raw-html-mend = Write it in Markdown. If the sign is meant as a sign, write a backslash before it: \<
check-comment-open = This comment is not closed, so everything after it would be lost.
check-comment-open-mend = Write --> where it ends.
check-words-after-comment = These words stand on the line on which a comment ends, and would be lost.
check-words-after-comment-mend = Put them on a line of their own, with a blank line before it.
check-code-indented = These words begin with so many blanks that they are shown as code of a computer.
check-code-indented-mend = Take blanks away: feedback begins with two, as far in as the words of its option, and other words with none. If it is meant as code, put a line of ``` above and below.
check-code-open = This block of code is not closed, so everything after it would be shown as code.
check-code-open-mend = Write the same signs on a line of their own where it ends: ```
check-heading-unread = This looks like a heading, but it would be shown as text.
check-heading-unread-mend = Write one plain blank after the last #. A blank that was copied from elsewhere may be one that does not break the line.
check-link-unread = This looks like a link or a picture, but it would be shown as text: { $link }
check-link-unread-mend = A link is written [words](#id), with nothing between the brackets. If there is a blank in the address, write < and > around it: [words](<my file.md>). If the brackets are meant as signs, write a backslash before them.
check-unknown-alert = ‘{ $tag }’ is no box that Haven knows. It would be shown as a plain quotation.
check-unknown-alert-mend = { $nearest ->
    [none] Write one of these, in any language of the text: { $known }.
   *[other] Did you mean { $nearest }? Known are, in any language of the text: { $known }.
}
check-alert-with-words = The tag ‘{ $tag }’ begins a box only when it stands alone on the first line of a quotation.
check-alert-with-words-mend = Write > [!{ $tag }] on a line of its own, and the words on the next, beginning with > too.
check-alert-without-mark = ‘[{ $tag }]’ begins no box: its mark is missing.
check-alert-without-mark-mend = Write [!{ $tag }].
check-list-sign = This sign makes no list here: the lines would run together.
check-list-sign-mend = Begin each line with - and a blank, and leave an empty line above the first.
check-alert-empty = This box ({ $tag }) has no words.
check-alert-empty-mend = Write them on the next line, beginning with > too, without a blank line between.
check-notice-inside = A content notice cannot stand inside of something else.
check-notice-inside-mend = Put > [!CAUTION] at the beginning of a line of its own. It is shown before the lesson.
check-footnote-undefined = There is no footnote ‘{ $label }’ in this file.
check-footnote-undefined-mend = Write a line [^{ $label }]: with its text. Footnotes belong to their file.
check-footnote-twice = The footnote ‘{ $label }’ stands here a second time.
check-footnote-twice-mend = Give one of the two another name. The same footnote may be referred to as often as you like.
check-footnote-unused = Nothing refers to the footnote ‘{ $label }’, so nobody sees it.
check-footnote-unused-mend = Write [^{ $label }] where it belongs, or take the footnote away.
check-table-cells = This row has { $found } cells, but the head of the table has { $head }.
check-table-cells-mend = Count the strokes | in the row. A stroke that is meant as a sign is written \|.
check-table-columns = This table has { $columns } columns. At most { $limit } can be shown.
check-table-columns-mend = Divide it into several tables, or turn rows and columns around.
check-table-unread = This looks like a table, but it would be shown as text.
check-table-unread-mend = Leave a blank line above the table, and see that the line of dashes has as many cells as the head.
check-nesting = Things stand in each other more than { $limit } levels deep.
check-nesting-mend = Take some levels away, for example by writing several lists.
check-unknown-slot = ‘{ $slot }’ is no value that countries have.
check-unknown-slot-mend = { $nearest ->
    [none] Known are: { $known }. If the braces are meant as signs, write a backslash before them.
   *[other] Did you mean { $nearest }? Known are: { $known }. If the braces are meant as signs, write a backslash before them.
}
check-slot-one-brace = {"{"}{ $slot }{"}"} has one brace on each side: learners would see it as it stands.
check-slot-one-brace-mend = Write {"{{"}{ $slot }{"}}"}. If the braces are meant as signs, write a backslash before them.
check-slot-open = ‘{ $slot }’ is not closed: learners would see the braces.
check-slot-open-mend = Close it with two braces: {"{{"}{ $slot }{"}}"}. If the braces are meant as signs, write a backslash before them.
check-slots-many = There are more than { $limit } country values on this page.
check-slots-many-mend = Say it once or twice, and refer to it.
check-slot-not-here = {"{{"}{ $slot }{"}}"} cannot stand { $place ->
    [heading] in a heading: it is shown in menus and on certificates, the same for everyone
    [link] in the words of a link: what takes its place may be a link itself
    [address] in an address
    [picture] in what is said of a picture: it is the same for everyone
    [term] in a term: it is looked for in the text as it is written
   *[answer] in an answer: it would be right in one country and wrong in another
}.
check-slot-not-here-mend = { $place ->
    [heading] Write it in the text below the heading.
    [link] Write it without the link.
    [address] Write it as text, without a link: what takes its place is a link that calls the number or opens the page.
    [picture] Write it in the text beside the picture.
    [term] Write it in the definition.
   *[answer] Ask for something that is the same everywhere, or let learners choose: in an option it may stand.
}

## Country packs

check-pack-name = This file is not named as a country, so nobody is shown it.
check-pack-name-mend = { $nearest ->
    [none] Name it by the two small letters of ISO 3166-1 for the country: mw.toml for Malawi. Notes belong into README.md.
   *[other] Call it { $nearest }.toml.
}
check-bad-date = ‘{ $value }’ is not a day.
check-bad-date-mend = Write year, month and day, without a time and without quotation marks: 2026-11-24.
check-pack-future = { $date } is still to come: today is { $today }.
check-pack-future-mend = Write the day for which the source says this.
check-pack-old = This was looked up on { $date }, more than 12 months before { $today }. Numbers change, and learners may need them.
check-pack-old-mend = Look at the source again, correct what has changed, and write the day for which it says so.
check-bad-address = ‘{ $value }’ is not the address of a page.
check-bad-address-mend = Write the whole address, beginning with https:// or http://.
check-bad-telephone = ‘{ $value }’ is not a telephone number.
check-bad-telephone-mend = Write the digits as one dials them, such as "116" or "+265 1 234 567".
check-contact-unreachable = There is neither a number to call nor a page to go to.
check-contact-unreachable-mend = Write number = "…" or url = "https://…". If neither is known, leave the whole entry out: learners are then shown the international route.
check-too-many-entries = There are more than { $limit } of ‘{ $key }’. Nobody in need can choose from so many.
check-too-many-entries-mend = Keep those that serve the whole country.
check-text-too-long = ‘{ $key }’ has more than { $limit } characters, too many for the middle of a sentence.
check-text-too-long-mend = Say it in fewer words. What needs more belongs into a lesson.

## Links and media

check-reference-undefined = There is no address for ‘{ $label }’ in this file.
check-reference-undefined-mend = Write a line [{ $label }]: with the address. If the brackets are meant as signs, write a backslash before them.
check-link-empty = This link has no words, so nobody can see it and a screen reader has nothing to say.
check-link-empty-mend = Write words between the square brackets that say where it leads.
check-link-nowhere = This link leads nowhere: { $link }
check-link-nowhere-mend = { $nearest ->
    [none] Write the path of a page from this file on, such as 02-mapping-risk.md#four-cs, or a whole address that begins with https://.
   *[other] Did you mean { $nearest }? The path begins at this file.
}
check-link-no-id = There is no ‘#{ $id }’ on that page.
check-link-no-id-mend = { $nearest ->
    [none] Give the heading that you mean this id, or link to the page alone.
   *[other] Did you mean #{ $nearest }?
}
check-link-no-page = This file is no page: { $link }
check-link-no-page-mend = Link to a module, a lesson, a test, course.md or a file in media. Banks have no page, for they hold the right answers.
check-link-scheme = Links that begin with ‘{ $scheme }’ are not allowed.
check-link-scheme-mend = Links begin with https:, http:, mailto: or tel:, or are the path of a file of this course.
check-link-outside = This leads out of the folder of the course: { $link }
check-link-outside-mend = Put the file into the folder of the course, or write a whole address that begins with https://.
check-picture-nowhere = There is no such picture: { $link }
check-picture-nowhere-mend = { $nearest ->
    [none] Put it into the folder media, and write its path from this file on, such as ../media/four-cs.svg.
   *[other] Did you mean ../media/{ $nearest }?
}
check-picture-elsewhere = This picture would come from somewhere else: { $link }
check-picture-elsewhere-mend = Put the file into the folder media, if its licence allows it. Pages of Haven load nothing from other sites.
check-picture-without-alt = This picture has no alternative text.
check-picture-without-alt-mend = Write between the square brackets what the picture shows, for those who cannot see it.
check-not-a-picture = This file ({ $kind }) is no picture: { $link }
check-not-a-picture-mend = Write a link instead, without the exclamation mark: [words](file).
check-not-in-media = This picture is not in the folder media: { $link }
check-not-in-media-mend = Move it into the folder media beside course.toml.
check-media-type = This is no file of a type that Haven shows.
check-media-type-mend = Use svg, png, jpeg, webp or avif for pictures, webm or mp4 for film, mp3, ogg or opus for sound, vtt for captions, pdf for documents.
check-media-ending = By its content this file is { $kind }, but its name ends in { $ending }.
check-media-ending-mend = Let its name end in .{ $kind }, and change the links to it.
check-media-heavy = This file has { $megabytes } MB. Many learners pay for each, and give up on more than { $limit }.
check-media-heavy-mend = Make it smaller (480 lines are enough on a phone), or cut it into parts of a few minutes.
check-media-damaged = This { $kind } file is damaged: its size cannot be read.
check-media-damaged-mend = Save the picture again from the program it was made with.
check-media-unused = Nothing in the course uses this file.
check-media-unused-mend = Show it or link to it somewhere, or take it away.
check-mp4-slow-start = This film cannot begin before it is loaded as a whole.
check-mp4-slow-start-mend = Save it again for the web (“fast start”), with its table of contents before its pictures.
check-svg-malformed = This drawing cannot be read: { $why }.
check-svg-malformed-mend = Save it again as SVG from the program it was drawn with.
check-svg-doctype = This drawing has a document type, which could hide anything.
check-svg-doctype-mend = Take the line away that begins with <!DOCTYPE, and entities with it.
check-svg-element = This drawing has something that a drawing must not have: { $element }.
check-svg-element-mend = Take the element away, or save the drawing as “plain SVG”. Text must be text, not HTML.
check-svg-handler = This drawing would run a script: { $attribute }.
check-svg-handler-mend = Take the attribute away, or save the drawing as “plain SVG”.
check-svg-outside = This drawing refers to something outside of itself: { $reference }
check-svg-outside-mend = Put what it refers to into the drawing, or take the reference away. Fonts come from the reader’s own machine.

## Films, sounds and their captions

check-film-not-alone = A film or a sound stands alone in its paragraph, not within something else: { $link }
check-film-not-alone-mend = Put empty lines around it. In lists, tables, footnotes and transcripts, link to it instead, without the exclamation mark.
check-films-many = The course shows films and sounds in more than { $limit } places.
check-films-many-mend = Link to a film that was shown before, or divide the course into several.
check-captions-missing = This film has no captions, so whoever cannot hear it is left out.
check-captions-missing-mend = Make the file { $file } beside it. If nothing is said, one cue that says so is enough: [Waves. Nobody speaks.]
check-transcript-missing = There is no transcript, so whoever cannot hear, see or load this is left out.
check-transcript-missing-mend = Make the file { $file } beside it: what is said and what is seen, in the words and paragraphs of a lesson.
check-captions-untranslated = This film has no captions in the language { $language }. Its learners see those in the language of the course.
check-captions-untranslated-mend = Translate the captions and save them as { $file }.
check-transcript-untranslated = There is no transcript in the language { $language }. Its learners are shown the one in the language of the course.
check-transcript-untranslated-mend = Translate the transcript and save it as { $file }.
check-transcript-empty = This transcript has no words.
check-transcript-empty-mend = Write down what is said and what is seen.
check-transcript-heading = A transcript has no headings: it stands in the middle of a lesson, among the headings of that.
check-transcript-heading-mend = Leave the heading out. Write who speaks, or where one is, in **strong** words.
check-captions-header = Captions begin with a line that says WEBVTT. This file does not, so no browser reads it.
check-captions-header-mend = Write WEBVTT on the first line, and leave the second empty. If the file is called .srt in your program, save it as WebVTT there.
check-captions-empty = There is no cue in this file, so nobody sees any words.
check-captions-empty-mend = Write cues: a line such as 00:01.000 --> 00:04.000, and what is said on the next.
check-captions-stray = These words have no times, so they are never shown.
check-captions-stray-mend = Write a line such as 00:01.000 --> 00:04.000 above them, or NOTE if they are a note. Within the words of one cue there is no empty line.
check-cue-time = ‘{ $found }’ is no time, so this cue is never shown.
check-cue-time-mend = Write minutes, seconds and three digits after a point, with two digits each: 00:05.000, or with hours 01:00:05.000. Not a comma.
check-cue-order = This cue begins at { $found }, and one above it at { $before }.
check-cue-order-mend = Put the cues into the order of their times, or correct the time.
check-cue-backwards = This cue begins at { $before } and ends at { $found }, so nobody sees it.
check-cue-backwards-mend = Correct one of the two times: a cue ends after it begins.
check-cue-empty = This cue has no words.
check-cue-empty-mend = Write what is said on the next line, without an empty line between them, or take the cue away.
check-cue-over-length = This cue ends at { $found }, and the film at { $length }.
check-cue-over-length-mend = See whether these captions belong to this film, and correct the time.

## The glossary

check-term-twice = The term ‘{ $term }’ is in the glossary twice.
check-term-twice-mend = Keep one of the two. Capitals do not make another term. If it has two meanings, write both below it, each after a colon.
check-term-undefined = ‘{ $term }’ has no definition.
check-term-undefined-mend = Write what it means on the line right below it, after a colon and a blank. Words about the glossary stand above the first term.
check-term-long = A term has at most { $limit } characters. This is a sentence.
check-term-long-mend = Write the term alone on its line, and what it means below, after a colon and a blank.
check-glossary-other = A glossary holds terms and their definitions, and nothing else.
check-glossary-other-mend = Move this into a lesson. Above the first term there may be paragraphs; lists, tables and boxes may stand in a definition.
check-glossary-empty = There is no term in this glossary.
check-glossary-empty-mend = Write a term on a line, and on the next what it means, after a colon and a blank. Or take the file away.
check-glossary-heavy = The glossary has { $bytes } bytes as a page. On a slow phone, more than { $limit } take long.
check-glossary-heavy-mend = Say each meaning in a sentence or two, and leave out what a lesson explains itself.
check-term-unused = The term ‘{ $term }’ stands nowhere in the course.
check-term-unused-mend = See how the lessons spell it: other forms of a word, such as a plural, stand on a line of their own below the term. Or take it away.

## Questions

check-answers-missing = This question (.{ $class }) has { $wanted ->
    [table] no table of pairs
    [numbers] no list with numbers
    [gaps] no gaps
    [scale] no list with numbers
   *[other] no list of options with boxes
}.
check-answers-missing-mend = { $wanted ->
    [table] Write a table of two columns. Each row is a pair.
    [numbers] Write the steps as a list with numbers, in the right order.
    [gaps] Write each gap as [[answer]], or [[answer|also accepted]].
    [scale] Write the steps as a list with numbers, from low to high.
    [survey] Write a list. Each option begins with - [ ].
   *[other] Write a list. Each option begins with - [ ] and each right one with - [x].
}
check-after-answers = This stands after the answers, where only boxes may stand.
check-after-answers-mend = Put it above the answers. If it is feedback on the last option, begin its lines with two blanks. If it is the explanation, write it as > [!NOTE].
check-options-few = A question needs two options or more.
check-options-few-mend = Write another option, beginning with - [ ].
check-right-missing = No option is marked as right.
check-right-missing-mend = Write - [x] before the right one.
check-right-many = { $count } options are marked as right, but only one can be picked.
check-right-many-mend = Leave one - [x], or make the question .choices.
check-option-twice = This option stands here twice: { $option }
check-option-twice-mend = Change one of the two, or take it away.
check-option-empty = This option has no words.
check-option-empty-mend = Write them after the box, on the same line.
check-option-without-box = This option has no box{ $written ->
    [none] {""}
   *[other] : { $written } is none
}.
check-option-without-box-mend = Begin it with - [ ] or, if it is right, with - [x]: a small Latin x, one blank for an empty box, and a blank after it.
check-option-runs-on = This line would become a part of the option above it.
check-option-runs-on-mend = If it is feedback, leave a blank line before it and begin it with two blanks. If it belongs to the option, put both on one line.
check-feedback-not-indented = This breaks the list of options in two.
check-feedback-not-indented-mend = If it is feedback on the option above, begin each of its lines with two blanks.
check-boxes-before-answers = This list with boxes is shown as part of the question. Only the last one is the options.
check-boxes-before-answers-mend = If they are options too, begin the lines between the two lists with two blanks.
check-pairs-columns = A table of pairs has two columns, and this has { $columns }.
check-pairs-columns-mend = Write what is to be paired on the left, and what it belongs to on the right.
check-pairs-few = A question with pairs needs two rows or more.
check-pairs-few-mend = Write another row.
check-pairs-one-target = Everything on the right is the same, so there is nothing to choose.
check-pairs-one-target-mend = Write at least two different cells on the right.
check-pair-twice = This stands on the left twice: { $row }
check-pair-twice-mend = Change one of the two. Equal cells may stand on the right only.
check-pair-empty = This cell of a pair has no words.
check-pair-empty-mend = Write what belongs there, or take the row away.
check-steps-few = A question to put in order needs two steps or more.
check-steps-few-mend = Write another step, or make the question .choice.
check-step-boxed = This step has a box. Steps are put in order, not ticked.
check-step-boxed-mend = Take the box away, or make the question .choices.
check-step-with-more = Only the first line of a step is shown.
check-step-with-more-mend = Put it on the same line, or say it in the explanation: > [!NOTE].
check-gap-not-here = There is a gap here, { $place ->
    [heading] but a heading cannot have one
    [table] but a table cannot have one
    [code] but in code it is text
   *[other] but a box cannot have one
}.
check-gap-not-here-mend = Write the gap in a paragraph or in a list.
check-gap-open = This gap is not closed on its line.
check-gap-open-mend = Close it with ]]. If it is no gap, write \[[ instead.
check-gap-empty = There is nothing between these signs of a gap.
check-gap-empty-mend = Write the answer: [[answer]], or [[answer|also accepted]].
check-gap-cut = This gap begins or ends within something else, such as a link or stressed words.
check-gap-cut-mend = Put the whole gap inside of it or outside of it. A gap cannot stand in a link.
check-choose-one = There is one answer for all the gaps, so there is nothing to choose.
check-choose-one-mend = Add a gap with another answer, or leave choose=yes out.
check-number-key = This question does not say which number is right.
check-number-key-mend = Write answer=116, with tolerance=0.5 if an answer may be off by so much. Or write the least and the greatest that are right: min=10 max=20.
check-number-range = No number is right: the least is { $min } and the greatest { $max }.
check-number-range-mend = Write the smaller number as min and the greater one as max.
check-pattern-not-code = This answer has signs that Markdown reads in its own way.
check-pattern-not-code-mend = Write the answer in plain words. If * stands for any words, put the answer between backticks: `*helpline*`.
check-pattern-first = This never counts: the pattern { $pattern } above it accepts all that it accepts, and the first that fits is taken.
check-pattern-first-mend = Move ‘{ $answer }’ above the pattern, or take it out.
check-pattern-of-all = This pattern accepts every answer.
check-pattern-of-all-mend = Write the words that must be in the answer: `*helpline*`.
check-hotspot-picture = There is no picture right above this list, so nobody can point at anything.
check-hotspot-picture-mend = Put the picture in a paragraph of its own between the question and the list, with nothing else beside it. Hints and text stand above the picture.
check-region-missing = This option does not say where in the picture it is.
check-region-missing-mend = Write its region at the end of the line: {"{"}10,20,40,30{"}"} begins 10 percent from the left and 20 percent from the top, is 40 percent wide and 30 percent high.
check-region-unreadable = { $region } is no region.
check-region-unreadable-mend = Write four numbers of percent with commas between them: left, top, width, height, such as {"{"}10,20,40,30{"}"} or {"{"}10.5,20,40,30{"}"}. Numbers have at most two decimals, after a point.
check-region-empty = The region { $region } has no width or no height, so nobody can point at it.
check-region-empty-mend = The third number is the width and the fourth is the height. Both are above 0.
check-region-outside = The region { $region } reaches over the edge of the picture.
check-region-outside-mend = Left and width together are at most 100, and so are top and height. The numbers are percent, not pixels: divide the pixels by the width or the height of the picture, and multiply by 100.
check-region-twice = The region { $region } stands here twice, so only one of the two can be pointed at.
check-region-twice-mend = Change one of the two, or make one option of them.
check-regions-overlap = The region { $region } lies over { $other }, and only one of the two is right: someone who points there means both.
check-regions-overlap-mend = Make one of them smaller, so that no place in the picture is right and wrong.
check-regions-many = There are more than { $limit } regions. Nobody can tell so many apart on a phone.
check-regions-many-mend = Keep the most important ones, or ask two questions.
check-regions-all-right = Every region is right, so there is nothing to find.
check-regions-all-right-mend = Mark at least one as wrong with - [ ], such as what people often take for it.
check-id-missing = This section (.{ $class }) has no id.
check-id-missing-mend = { $nearest ->
    [none] { $free ->
        [none] A translation has the ids of its source, and the source has none left for this. Take it out, or write it in the source first.
       *[other] Write that of the same section in the source into the braces. Here are still free: { $free }.
    }
   *[other] Write one in the braces: #{ $nearest }. It never changes.
}
check-rubric-missing = This section (.{ $class }) has no rubric, so nobody knows what a good answer is.
check-rubric-missing-mend = Write a table. The first column says what is looked at; each other column is a level, headed by its points: | What counts | 0 | 1 | 2 |
check-rubric-levels = { $levels ->
    [0] This rubric has no levels.
   *[other] This rubric has one level only, so every answer would get the same points.
}
check-rubric-levels-mend = Write a column for each level beside what is looked at, two or more, headed by their points.
check-rubric-points = ‘{ $written }’ does not begin with the points of the level.
check-rubric-points-mend = Write a whole number from 0 to { $limit }, and if you like words after it: 2, or 2 points, or 2: good.
check-rubric-order = The points of the levels neither rise nor fall from one to the next: { $levels }.
check-rubric-order-mend = Write the columns from the fewest points to the most, or from the most to the fewest, with no two alike.
check-rubric-empty = This rubric has no rows.
check-rubric-empty-mend = Write a row for each thing that is looked at.
check-rubric-cell = This cell of the rubric has no words.
check-rubric-cell-mend = Say what an answer of this level is like. Reviewers in two countries should give the same points.
check-criterion-twice = This stands in the rubric twice: { $criterion }
check-criterion-twice-mend = Change one of the two, or take it away.
check-draw-open = The bank { $bank } has a question that a person has to mark, { $question } (.open), and this draw may pick it. Haven cannot give answers to reviewers yet.
check-draw-open-mend = Ask it in a lesson, or leave it out of the draw: give the other questions of the bank a tag and draw by it. It is part of the format and will come.
check-scenario-short = A story needs two steps or more.
check-scenario-short-mend = Begin each step with a heading that is one # deeper than that of the story, and give it an id: #### They answer {"{"}#they-answer{"}"}
check-step-id-missing = This step has no id, so no choice can lead to it.
check-step-id-missing-mend = { $nearest ->
    [none] { $free ->
        [none] A translation has the ids of its source, and the source has none left for this. Take it out, or write it in the source first.
       *[other] Write that of the same step in the source at the end of the line. Here are still free: { $free }.
    }
   *[other] Write one at the end of the line: {"{"}#{ $nearest }{"}"}.
}
check-step-class = A step of a story has no class, and this has .{ $class }.
check-step-class-mend = Take the class away. Cards, steps and text to uncover may stand under a heading one # deeper.
check-step-unreachable = No choice leads to the step ‘{ $id }’, so nobody will read it.
check-step-unreachable-mend = Write a link to it in a step that one comes to: [What one does](#{ $id }). Or take the step away.
check-step-elsewhere = This leads to ‘{ $id }’, a step of another story: { $scenario }.
check-step-elsewhere-mend = Lead to a step of this story, or to the beginning of the other: #{ $scenario }.
check-step-circle = From the step ‘{ $id }’ on, the choices lead round and round: nobody comes to an end.
check-step-circle-mend = Add a choice that leads to a step without choices. Such a step ends the story.
check-class-missing = These options stand in no question, because their heading has no class.
check-class-missing-mend = Write a class and an id at the end of the heading, such as {"{"}.choice #my-question{"}"}. Known are: { $known }.
check-bank-words = These words belong to no question. Nobody sees them.
check-bank-words-mend = Put them into a question, or make them a comment: <!-- like this -->.
check-bank-empty = There are no questions in this bank.
check-bank-empty-mend = Begin one with a line such as: ## Which C is it? {"{"}.choice #which-c{"}"}
check-bank-unused = No test draws from the bank { $bank }.
check-bank-unused-mend = Name it in the draw of a test in course.toml, or take the file away.

## Advice: how a course teaches and cares. What is said here may be silenced with a reason, apart from the last group.

check-hidden-sign = A sign stands here that nobody sees: { $sign }. { $kind ->
    [turns] It turns the direction of the words after it, so that a reader sees something else than what stands in the file.
    [mark] It marks a direction of writing, and nothing here is written in the other.
    [hyphen] It is a place where a word may be divided, and most often comes along from a PDF. Whoever searches for the word does not find it.
   *[width] It has no width and cuts the word it stands in: whoever searches for the word does not find it.
}
check-hidden-sign-mend = Put the cursor before it and press Delete once, or write the words anew. What is copied from a PDF or a chat often brings such signs along.
check-lesson-long = This lesson has { $words } words, more than { $limit }. Few people finish so much at one sitting, and none in a break.
check-lesson-long-mend = Divide it into two lessons, each with one idea and its own practice.
check-hard-to-read = This lesson is harder to read than a newspaper: its reading level (LIX) is { $lix }, and newspapers in this language have { $newspaper }.
check-hard-to-read-mend = Make one sentence into two, and take shorter words. Many who learn from it read in their second language.
check-no-practice = This lesson has { $words } words and nothing to do. Who only reads soon forgets.
check-no-practice-mend = Let learners use it: write a question below a heading such as ### What do you say? {"{"}.choice #what-do-you-say{"}"}.
check-notice-missing = This lesson names something that may hurt a reader to whom it has happened: { $words }. There is no content notice before it.
check-notice-missing-mend = Write one at its beginning, on two lines: > [!CAUTION] and below it > This lesson names …, without details. Readers can then decide whether and when to read it.
check-figure-without-source = This figure has no source: { $figure }. A wrong figure is believed as easily as a right one.
check-figure-without-source-mend = Write a footnote after it, [^source], and its text on a line of its own: [^source]: who counted, where, in which year. If it is no figure from the world, say it in words.
check-alt-says-nothing = ‘{ $alt }’ does not say what the picture shows.
check-alt-says-nothing-mend = Write between the square brackets what one sees and what it means here, as you would tell it on the telephone.
check-alt-begins-with-picture = ‘{ $words }’ is said twice to those who listen: a screen reader says itself that it is a picture.
check-alt-begins-with-picture-mend = Leave these words out, and begin with what is to be seen.
check-option-all = This option sums up the others: { $option }. Who knows that two are right knows that it is this one, without knowing the third.
check-option-all-mend = Make the question .choices, so that each right option can be picked, or ask for one.
check-option-moves = This option points to where others stand, but learners see the options mixed: { $option }
check-option-moves-mend = Name what is meant instead of its place, or make the question .choices. If the order must stay, write shuffle=no in the braces of the heading.
check-answer-far-longer = The right option is more than twice as long as any other. One need not know anything to pick it.
check-answer-far-longer-mend = Say it as shortly as the wrong ones, and put the rest into its feedback.
check-feedback-missing = Whoever answers this practice is told right or wrong, and not why.
check-feedback-missing-mend = Write under each option, after an empty line and two blanks, what is right or wrong about it. Or say it once for all in a box > [!NOTE] after the options.
check-answers-longest = In { $count } of { $of } questions here the longest option is the right one: { $questions }. Whoever picks the longest passes.
check-answers-longest-mend = Shorten the right options, or give the wrong ones as much detail.
check-answers-same-place = In { $count } of { $of } questions here whose options keep their order, option { $place } is the right one. Whoever always picks it passes.
check-answers-same-place-mend = Take shuffle=no away where the order says nothing, or put the right options in different places.
check-answers-one-sided = In { $count } of { $of } questions here with the same two options, this one is right: { $option }. Whoever always picks it passes.
check-answers-one-sided-mend = Turn some of the statements around, so that each of the two is right about as often as the other.
check-bank-small = { $pick } of only { $of } questions are drawn from { $bank }. Two people side by side, or one who comes back, meet mostly the same ones.
check-bank-small-mend = Write more questions, at least twice as many as are drawn, or draw fewer.
check-allow-unreadable = This comment speaks to Haven and cannot be read, so it silences nothing.
check-allow-unreadable-mend = Write it as: <!-- haven: allow no-practice because the next lesson has it -->, with the code of a warning and your reason. A note to yourself begins in another way.
check-allow-no-reason = No reason is given why ‘{ $code }’ may stand, so it is not silenced.
check-allow-no-reason-mend = Write the reason: in a comment after the word because, in course.toml after the equals sign in quotation marks. Who comes after you will want to know it.
check-allow-unknown = There is no warning ‘{ $code }’.
check-allow-unknown-mend = { $nearest ->
    [none] The code of a warning is what haven check --format json says as its code.
   *[other] Did you mean { $nearest }?
}
check-allow-error = ‘{ $code }’ cannot be silenced.
check-allow-error-mend = Mend what it names. Only warnings can be silenced, for a mistake would reach learners, and what is said about silencing stays.
check-allow-unused = There is no ‘{ $code }’ here to be silenced.
check-allow-unused-mend = Take this away. If it should silence something, it stands on the line before the block or the heading that is warned of.

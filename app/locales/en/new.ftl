# What haven new says: why it makes nothing, what could not come along from a folder of Markdown, and what to do next.

new-bad-language = { $language } is no language tag. Nothing was made.
new-bad-language-mend = Write it like fr, ar, pt-BR or sr-Latn: the language in small letters, then, if needed, script and region.
new-bad-name = “{ $name }” cannot be the name of a course: it becomes part of addresses. Nothing was made.
new-bad-name-mend = Use small letters from a to z, digits and hyphens, 64 at most: courses/my-course.
new-no-folder = There is no folder { $folder }. Nothing was made.
new-no-folder-mend = Name the folder that your Markdown files are in.
new-is-course = { $folder } is a course already: there is a course.toml in it. Nothing was made.
new-is-course-mend = Copy the folder to have it twice, or run haven check on it.
new-unreadable = The folder { $folder } cannot be read: { $why }. Nothing was made.
new-unreadable-mend = See that you may read it, and run the command again.
new-too-many-files = There are more than { $limit } files in { $folder }. Nothing was made.
new-too-many-files-mend = Name a folder further in, where only the pages of the course and their pictures are.
new-no-pages = There is no page of Markdown in { $folder } that can be read: no file with words in it whose name ends in .md. Nothing was made.
new-no-pages-mend = Name the folder that your Markdown files are in. Other documents have to be saved as Markdown first.
new-unsettled = No course without errors could be made of { $folder }. Nothing was made.
new-unsettled-mend = Please report this, with the folder if you can: it should not happen. Meanwhile try it with fewer files.
new-taken = There is something in { $folder } already. It was left as it is, and nothing was made.
new-taken-mend = Name a folder that is not there yet, or one that is empty.
new-unread-file = { $file } could not be read any more: { $why }. Nothing was made.
new-unread-file-mend = See that nobody changes the folder meanwhile, and run the command again.
new-unwritable = { $file } cannot be written: { $why }. Nothing was made.
new-unwritable-mend = See that you may write there and that the disk has room, then run the command again.

new-begun = { $folder } is a course with one module, two lessons, a practice question, a test and a certificate. Write over it.
new-made = { $folder } is “{ $title }”: { $modules ->
    [one] 1 module
   *[other] { $modules } modules
}, { $lessons ->
    [one] 1 lesson
   *[other] { $lessons } lessons
}, { $questions ->
    [one] 1 question
   *[other] { $questions } questions
}, { $files ->
    [one] 1 picture or other file
   *[other] { $files } pictures and other files
}.
new-left = { $count ->
    [0] All came along as it was.
    [one] One thing could not come along as it was: it stands above.
   *[other] { $count } things could not come along as they were: they stand above.
}
new-warnings = { $count ->
    [0] There is nothing else to mend.
    [one] There are no errors, and one warning.
   *[other] There are no errors, and { $count } warnings.
}
new-next = Next:
    {"  "}haven check { $folder }    says what could be better; with --watch it goes on while you write
    {"  "}haven serve --courses { $above } --live --demo    shows it in a browser
new-more = { $count ->
    [one] (and once more in this file)
   *[other] (and { $count } times more in this file)
}

# What stands in the course instead.

new-done-left-out = It was left out.
new-done-as-text = It stands in the course as plain text.
new-done-as-code = It stands in the course as a block of code.
new-done-words = Its words stand in the course, and nothing around them.
new-done-link = A link to it stands in the course.
new-done-file-name = The file’s name stands in the course for now.
new-done-moved = It stands in the course, in the nearest place or form that can be.
new-done-kept = It stands in the course as it was.

# What could not come along, beside what would be a mistake in a course.

new-left-other-document = This is a document of another kind: .{ $kind }.
new-left-other-document-mend = If it is part of the course, save it as Markdown in the folder and make the course again, or copy its words by hand.
new-left-unused-files = No page uses { $count ->
    [one] one other file: { $example }
   *[other] { $count } other files, such as { $example }
}.
new-left-unused-files-mend = Put what the course needs into its folder media, and link to it.
new-left-page-settings = There are settings at the top of this page: { $keys }.
new-left-page-settings-mend = What concerns the whole course is written in course.toml.
new-left-task-list = This list has boxes, and is not surely a question: { $why ->
    [no-question] no words that ask stand right above it
    [after] something follows that would belong to it
    [place] it stands in no lesson
   *[form] a question has one box ticked and one not, and options of one line that differ
}.
new-left-task-list-mend = If it is one, write a heading above it that ends in {"{"}.choice #an-id{"}"}, or .choices where several are right.
new-left-wiki-link = This is a link of another program: { $link }.
new-left-wiki-link-mend = Write the link as [words](file.md#id).
new-left-template = Another program puts something in place of this: { $sign }
new-left-template-mend = Write what it stands for, or take it out.
new-left-other-box = This is a box of another program: { $sign }
new-left-other-box-mend = If it is to be one, write it as a quotation whose first line is [!NOTE], [!TIP], [!IMPORTANT] or [!WARNING].
new-left-caution = A box named CAUTION is a content notice here: it is shown before the lesson.
new-left-caution-mend = If it is no content notice, write [!WARNING] instead.
new-left-film = A film or a sound is shown with captions and a transcript only: { $link }
new-left-film-mend = Put it into media with its captions and its transcript beside it, and write it like a picture, alone in its paragraph.
new-left-frame = This sets in something from elsewhere: { $address }
new-left-frame-mend = Say in the words of the link what it leads to. A film can stand in the lesson if its file lies in media.
new-left-heading-deep = This heading is below the sixth level.
new-left-heading-deep-mend = See whether its page can be two, or its headings fewer.
new-left-page-empty = There are no words on this page.
new-left-page-empty-mend = Nothing has to be done.
new-left-script = This line is part of a program: { $line }
new-left-script-mend = Nothing has to be done, unless the page shows something by it.
new-left-media-large = The file has { $megabytes } MB; none above { $limit } MB comes along.
new-left-media-large-mend = Make it smaller, put it into media, and link to it.
new-left-not-in-summary = The table of contents, { $page }, does not name this page: it stands after those that it names.
new-left-not-in-summary-mend = Give its file another number if it belongs elsewhere, or take it out.

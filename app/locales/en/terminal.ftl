# What stops a command, and how it is mended: what is printed in the terminal.

open-scheme = The address of the database begins with neither sqlite: nor postgres:.
open-scheme-mend = Write it like --database sqlite:/var/lib/haven/haven.db?mode=rwc or --database postgres://haven@db/haven.
open-no-folder = The database { $database } cannot be made: there is no folder { $what }.
open-no-folder-mend = Make the folder, or choose another place with --database.
open-no-file = There is no database { $what }.
open-no-file-mend = Run this where the database is, or name it: --database sqlite:PATH, or HAVEN_DATABASE. To make a new one with haven serve or haven person add, write ?mode=rwc at its end.
open-folder = The database cannot be { $what }: that is a folder.
open-folder-mend = Name a file in it, such as { $what }/haven.db.
open-no-permission = The database { $what } cannot be written: whoever runs this may not write the file or its folder, or the disk is read-only.
open-no-permission-mend = Let that user write both; SQLite keeps files beside the database.
open-not-a-database = { $what } is not a database.
open-not-a-database-mend = Check the path. If it was a database once, it is damaged: put a copy in its place. Nothing was changed.
open-locked = The database { $what } is locked by another program.
open-locked-mend = End that program, or wait for it, and start Haven again. Two Havens do not lock each other out.
open-disk = The disk under { $what } is full or failing.
open-disk-mend = Make room, or look after the disk, and start Haven again. Nothing was changed.
open-newer = The database { $database } is a newer Haven’s: it has the change { $what }, which this Haven does not know.
open-newer-mend = Start the newer Haven. To go back to this one, put back the copy made before the change. Nothing was changed.
open-server = PostgreSQL at { $database } cannot be used: { $what }
open-server-mend = Check that it is running, that the address is right, and that it lets this user into this database.
open-other = The database { $database } cannot be opened: { $what }
open-other-mend = If this is not clear, report it with these lines.
serve-course = { $course } is a course. --courses names the folder in which courses stand.
serve-course-mend = Serve the folder above it: --courses { $folder }
live-not-here = With --live, everyone who reaches { $address } would see what is wrong in courses that are still being written.
live-not-here-mend = Leave --addr away, or name one of this machine alone, such as 127.0.0.1:3000. To serve learners, leave --live away.
listen-taken = { $address } is taken: another program, perhaps another Haven, listens there.
listen-taken-mend = End that program, or choose another address with --addr; port 0 takes a free one.
listen-not-allowed = Whoever runs this may not listen on { $address }: ports below 1024 are for the system.
listen-not-allowed-mend = Choose a port from 1024 on with --addr, and put a web server in front.
listen-not-here = { $address } is no address of this machine.
listen-not-here-mend = Choose one that is with --addr: 127.0.0.1 for this machine alone, 0.0.0.0 for every network it is in.
listen-other = { $address } cannot be listened on: { $why }
listen-other-mend = Choose another address with --addr.

# What haven check says beside its report.

explain-more = An example and its mend: docs/diagnostics.md, under { $code }.
explain-unknown = There is no mistake with the code { $code }. A code stands in brackets in the report, such as unknown-class.
unsaid = What there is to say could not be written: { $why }.
unsaid-mend = See that the disk has room, or read it on the terminal. What was done before stays done; to be sure of it, run haven check.
check-no-course = { $folder } is no course and holds none: a course has a file course.toml.
check-no-packs = The folder of country packs { $folder } is not there.
folder-name = The folder “{ $name }” holds a course, but its name cannot be part of an address: haven serve leaves the course out.
folder-name-mend = Give the folder another name: small letters from a to z, digits and hyphens, 64 at most, such as my-course.
folder-name-why = A course is found on the web under the name of its folder. Spaces, capital letters and other signs would be lost or look strange in an address, so a course in such a folder is not served.
fix-mended = { $place }: mended[{ $code }]: { $message }
fix-now = { $mistakes ->
    [0] Nothing could be mended that nobody has to decide about.
    [1] One mistake was mended.
   *[other] { $mistakes } mistakes were mended in { $files ->
        [1] one file
       *[other] { $files } files
    }.
}
fix-kept = { $mistakes ->
    [1] One mistake
   *[other] { $mistakes } mistakes
} could be mended and { $mistakes ->
    [1] was
   *[other] were
} not, because { $files ->
    [1] one file was
   *[other] { $files } files were
} not written. Why stands beside this report.
fix-elsewhere = { $folder } is a symbolic link, and leads to what may be somebody else’s: nothing in it was changed. To mend it, name it itself.
fix-would = { $mistakes ->
    [0] Nothing can be mended that nobody has to decide about.
    [1] One mistake would be mended. Nothing was written.
   *[other] { $mistakes } mistakes would be mended in { $files ->
        [1] one file
       *[other] { $files } files
    }. Nothing was written.
}
fix-changed = { $file } was not changed: somebody else changed it while it was checked. Run the command again.
fix-read-only = { $file } was not changed: it may be read and not written.
fix-link = { $file } was not changed: it is a symbolic link, or stands in a folder that is one.
fix-unwritten = { $file } was not changed, and is as it was: { $why }.

## haven check --watch
watch-on = Waiting for the next change. Ctrl-C ends this.
watch-new = new:
watch-mended = mended:
watch-changed = { $new } new, { $mended } mended. Read again in { $milliseconds } ms.

# haven translate.

translate-no-course = { $folder } is no course: there is no file course.toml in it.
translate-no-course-mend = Name the folder of a course, such as courses/my-course.
translate-unread-course = The course in { $folder } cannot be read: it has no page course.md, or course.toml is broken. Nothing was changed.
translate-unread-course-mend = Run haven check { $folder } and mend what it names first.
translate-bad-language = { $language } is no language tag.
translate-bad-language-mend = Write it like fr, ar, pt-BR or sr-Latn: the language in small letters, then, if needed, script and region.
translate-source-itself = The course is written in { $language } itself. Nothing was changed.
translate-source-itself-mend = Name the language to translate into.
translate-unreadable = { $file } cannot be read: { $why }. The files made before it stay.
translate-unreadable-mend = Run haven check on the course, mend that file, and start again: what is there is left alone.
translate-unwritable = { $file } cannot be written: { $why }. What was there before is there still.
translate-unwritable-mend = See that you may write into the folder and that the disk has room, then run the same command again.
translate-changed = { $file } was not changed: somebody else changed it meanwhile.
translate-changed-mend = Run the same command again.
translate-read-only = { $file } was not changed: it may be read and not written.
translate-read-only-mend = See that you may write into the file, then run the same command again.
translate-link = { $file } was not changed: it is a symbolic link, or stands in a folder that is one, and that leads to what may be no part of the course. The files made before it stay.
translate-link-mend = Put the folder or the file itself in the place of the link, then run the same command again.
translate-started = { $made ->
    [0] Nothing was made: all pages are in { $folder } already.
    [one] One page was made in { $folder }.
   *[other] { $made } pages were made in { $folder }.
}{ $there ->
    [0] { "" }
   *[other] { " " }{ $there } that were there were left alone.
}
translate-list-it = To show it to readers, add "{ $language }" to languages in course.toml. Until then it is not part of the course.
translate-note = To translate from { $language }. Write over the words. What stands in braces after a heading, the boxes [x] and [ ], and addresses stay as they are.
translate-which-language = No language was named. Nothing was changed.
translate-which-language-mend = Name one of those in course.toml: { $languages }.
translate-not-listed = The course has no translation into { $language }. Nothing was changed.
translate-not-listed-mend = Its translations, as course.toml lists them: { $languages }.
translate-no-language = The course in { $folder } is in one language only. Nothing was changed.
translate-no-language-mend = Begin a translation with haven translate start.
translate-unknown = There is no file and no id { $what } in { $language }. Nothing was changed.
translate-unknown-mend = { $nearest ->
    [none] A file is named as 01-my-module.md, a lesson or a question by its id, without the sign #.
   *[other] Did you mean { $nearest }?
}
translate-at-fault = { $language }/{ $file }, or the page of the source, has errors. Nothing was accepted.
translate-at-fault-mend = Run haven check, mend what it names in this file, and accept then.
translate-record = { $file } cannot be read, and writing it anew would lose what was accepted before. Nothing was changed.
translate-record-mend = Put back the file as it was. If it is lost, take it away, look through the translation, and accept it anew.
translate-accepted = { $changed ->
    [0] { $language }: nothing new to accept.
    [one] { $language }: one part accepted.
   *[other] { $language }: { $changed } parts accepted.
}
translate-same-left = { $same ->
    [one] One part still has the source’s own words and was not accepted.
   *[other] { $same } parts still have the source’s own words and were not accepted.
} If they are meant to be the same, accept them by their file or id.
translate-status = { $course }
translate-status-none = in one language only
translate-status-language = { $name }: { $done } of { $all } parts done, { $stale } stale, { $missing } missing; { $words ->
    [0] nothing to translate
    [one] 1 word to translate
   *[other] { $words } words to translate
}
translate-status-file = { $name }: { $stale } stale, { $missing } missing, { $words ->
    [one] 1 word
   *[other] { $words } words
}
translate-status-at-fault = { $name }: has errors; see haven check

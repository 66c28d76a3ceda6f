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
check-no-course = { $folder } is no course and holds none: a course has a file course.toml.
check-no-packs = The folder of country packs { $folder } is not there.
fix-mended = { $place }: mended[{ $code }]: { $message }
fix-now = { $mistakes ->
    [0] Nothing could be mended that nobody has to decide about.
    [1] One mistake was mended.
   *[other] { $mistakes } mistakes were mended in { $files ->
        [1] one file
       *[other] { $files } files
    }.
}
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
fix-unwritten = { $file } was not changed, and is as it was: { $why }.

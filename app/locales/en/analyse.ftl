# haven analyse: the figures of a test in words, and what is wrong with a table of marks.

## The test

analyse-test-n = People
analyse-test-mean = Mean
analyse-test-median = Median
analyse-test-sd = Standard deviation
analyse-test-skewness = Skewness
analyse-test-kurtosis = Kurtosis
analyse-test-alpha = Cronbach’s alpha
analyse-test-error-ratio = Error ratio
analyse-test-standard-error = Standard error

analyse-alpha-few = With { $n ->
    [one] one person
   *[other] { $n } people
} every figure can be chance. From 10 on they begin to say something.
analyse-alpha-unsatisfactory = The items do not measure one thing: an alpha of { $alpha } is below 0.64, and the test as a whole tells little about anybody. Mend the items below first; more items help too. A person’s result is good to { $error } either way.
analyse-alpha-below-satisfactory = The items hang together less than they should: an alpha of { $alpha } is below 0.75. Do not decide about people by this test alone. A person’s result is good to { $error } either way.
analyse-alpha-satisfactory = The items hang together: an alpha of 0.75 or more is satisfactory. A person’s result is good to { $error } either way.
analyse-alpha-unsure = So few people leave alpha open: it may be anything from { $from } to { $to } for everyone who might be asked.

## The items

analyse-col-item = Item
analyse-col-people = People
analyse-col-facility = Facility
analyse-col-sd = SD
analyse-col-intended = Weight
analyse-col-effective = Effective
analyse-col-index = Discrimination
analyse-col-efficiency = Efficiency
# A figure, and from where to where that of everybody would lie in 95 of 100 such tables.
analyse-interval = { $figure } ({ $from } to { $to })

analyse-nothing-to-say = No item stands out.
analyse-item-backwards = { $item }: whoever does better in the rest of the test does worse here (discrimination { $index }). Look at the key first, then for words that mislead those who know.
analyse-item-hardly-anyone = { $item }: hardly anyone can do it (facility { $facility }). Look at the key; if it is right, the lesson does not prepare for it.
analyse-item-nearly-everyone = { $item }: nearly everyone can do it (facility { $facility }), so that it tells nobody apart. Keep it if everyone must know it.
analyse-item-same = { $item }: all have the same mark, so that it tells nobody apart.
analyse-item-hard = { $item }: it is hard (facility { $facility }). See whether the lesson prepares for it.
analyse-item-very-weak = { $item }: it hardly tells those who know from those who do not (discrimination { $index }, below 0.20). See whether it asks about what the rest asks about, and whether two options are right.
analyse-item-weak = { $item }: it tells those who know from those who do not only weakly (discrimination { $index }, below 0.30).
analyse-thirds = { " " }Of the third who did best in the rest, { $best } of its marks; of the third who did worst, { $worst }.

analyse-chance = { " " }With { $n ->
    [one] one person
   *[other] { $n } people
} this can be chance.

## What is to be known about a table, beside the figures

analyse-note-no-max = there is no row max: each item’s highest mark counts as the most it gives.
analyse-note-like-max = the first row after the names is taken for a person called Max. If it says the most that each item gives, call it max, in small letters.
analyse-note-blank = { $count ->
    [one] one blank cell counts
   *[other] { $count } blank cells count
} as 0, as an answer that was not given.
analyse-note-absent = { $count ->
    [one] { $name } has no mark at all and counts
   *[other] { $name } and others, { $count } in all, have no mark at all and count
} with 0 throughout. Who did not sit the test does not belong in the table.
analyse-note-sum = { $item } is the sum of all the other items. If it is no item, take the column away: it makes the figures better than they are.

## What is wrong with a table

analyse-unreadable = { $file } cannot be read: { $why }.
analyse-unreadable-mend = Name a file with a table of marks, such as haven analyse marks.csv.
analyse-faults = { $count ->
    [one] One error
   *[other] { $count } errors
}{ $more ->
    [0] { "" }
   *[other] , { $more } more than are shown
}. No figures were made.
analyse-other-encoding = The file is in { $encoding }, not in UTF-8.
analyse-other-encoding-mend = Save it again as “CSV UTF-8”, or in a text editor with the encoding UTF-8.
analyse-not-utf-8 = In row { $row } there is a letter that is not in UTF-8: the file has an older encoding.
analyse-not-utf-8-mend = Save it again as “CSV UTF-8”, or in a text editor with the encoding UTF-8.
analyse-empty = There is nothing in the file.
analyse-empty-mend = A table has a first row such as name,Q1,Q2 and then a row a person, such as Amina,1,0.5.
analyse-no-items = The first row names no items.
analyse-no-items-mend = Write the names of the items into the first row, after that of the first column: name,Q1,Q2. Between the cells stands a comma, a semicolon or a tab.
analyse-no-people = There is no row with marks.
analyse-no-people-mend = After the first row, and the row max if there is one, comes a row a person: the name, then a mark for each item.
analyse-item-twice = Two items are called { $name }: here and in { $first }.
analyse-item-twice-mend = Give each item a name of its own.
analyse-item-unnamed = Column { $column } has no name in the first row, and something in it here.
analyse-item-unnamed-mend = If it is an item, name it in the first row; else take the column away.
analyse-row-length = Row { $row } has { $cells ->
    [one] one cell
   *[other] { $cells } cells
}, the first row { $wanted }.
analyse-row-length-mend = A row has a cell for the name and one for each item. A mark with a comma in it stands in quotes, "0,5", or semicolons stand between the cells.
analyse-quote = Row { $row } goes on over several lines and has { $cells ->
    [one] one cell
   *[other] { $cells } cells
} where the first row has { $wanted }: a quote " opens in it that is not closed.
analyse-quote-mend = Close it, take it away, or, if it belongs to a name, write it twice: "".
analyse-person-unnamed = Row { $row } has marks and no name.
analyse-person-unnamed-mend = Write a name or a number into its first cell. If it is a row of sums or means, take it away.
analyse-person-twice = { $name } is there twice: here and in row { $first }.
analyse-person-twice-mend = If they are two people, tell them apart: { $name } 2. If one person tried twice, leave only the first try: a second builds on it.
analyse-not-a-number = { $text } is no mark for { $item }.
analyse-not-a-number-mend = Write a number such as 1, 0.5 or 0,5, without marks between thousands, and without a sign such as %. Leave the cell blank if the question was not answered.
analyse-too-large = { $text } is too large for a mark for { $item }: no mark is above { $largest }.
analyse-too-large-mend = See whether this column holds marks. One of dates or numbers of people is no item: take it away.
analyse-above-max = { $mark } is more than { $item } gives: { $max }, by the row max.
analyse-above-max-mend = Mend the mark, or what the row max says of this item.
analyse-below-min = { $mark } is further below 0 than { $item } can give above it: { $max }, by the row max.
analyse-below-min-mend = Mend the mark. If such a number stands for no answer, leave the cell blank.
analyse-below-highest = { $mark } is further below 0 than any mark for { $item } is above it: the highest is { $max }.
analyse-below-highest-mend = If such a number stands for no answer, leave the cell blank. If it is a mark, add a row max after the first row, with the most that each item gives.
analyse-max-blank = The row max does not say how much { $item } gives.
analyse-max-blank-mend = Write a number, or take the whole row away: then each item’s highest mark counts as the most it gives.
analyse-max-below-nothing = By the row max, { $item } gives less than 0.
analyse-max-below-nothing-mend = Write the most that a right answer gives: 0 or more.
analyse-max-elsewhere = A row max stands here. There is one at most, right after the first row.
analyse-max-elsewhere-mend = Move it there. If it is a person, write the name in another way: Max.

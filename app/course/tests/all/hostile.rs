//! Input that nobody writes by accident. Each of these texts has about a megabyte; were anything in the way from text to
//! course to take the square of its length, this file's tests would take hours, and nobody would need a clock to see it.

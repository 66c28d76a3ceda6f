// Courses made for a run: as many lessons as wanted, of the text of the small course, with ids of their own.

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const small = resolve(import.meta.dirname, '../courses/small-course');

/** Writes a course of `modules` with that module's five lessons each, and returns how many bytes of Markdown that is. */
export function write(folder, modules) {
  mkdirSync(join(folder, 'en'), { recursive: true });
  mkdirSync(join(folder, 'media'), { recursive: true });
  writeFileSync(join(folder, 'course.toml'), `format = 1\ncode = "BENCH"\nsource-language = "en"\nlanguages = ["en"]\n\n[certificates.achievement]\nrequires = { modules = "all" }\n`);
  writeFileSync(join(folder, 'en/course.md'), '# A course to measure with\n\nNobody is meant to learn from it.\n');
  for (const picture of ['four-cs.svg', 'risk-to-harm.svg']) writeFileSync(join(folder, 'media', picture), readFileSync(join(small, 'media', picture)));
  const module = readFileSync(join(small, 'en/01-mapping-risk.md'), 'utf8');
  let bytes = 0;
  for (let at = 1; at <= modules; at++) {
    const own = module.replace(/(\{[^}\n]*#)([\w-]+)([^}\n]*\}\s*)$/gm, `$1$2-${at}$3`).replace(/\]\((?:[\w-]+\.md)?#([\w-]+)\)/g, `](#$1-${at})`);
    writeFileSync(join(folder, `en/${String(at).padStart(3, '0')}-module-${at}.md`), own);
    bytes += Buffer.byteLength(own);
  }
  return bytes;
}

/** Writes the text of such a course as a book for mdBook: the same files, a chapter each, with the pictures they show. */
export function book(folder, course) {
  const src = join(folder, 'src');
  cpSync(join(course, 'en'), join(src, 'en'), { recursive: true });
  cpSync(join(course, 'media'), join(src, 'media'), { recursive: true });
  const chapters = readdirSync(join(src, 'en')).map((file) => `- [${file}](en/${file})\n`);
  writeFileSync(join(src, 'SUMMARY.md'), `# Summary\n\n${chapters.join('')}`);
  writeFileSync(join(folder, 'book.toml'), '[book]\ntitle = "A book to measure with"\n\n[output.html.search]\nenable = false\n\n[output.html.print]\nenable = false\n');
}

// What a test says of a wrong turn: what goes wrong, what the person sees, what is kept. docs/reliability.md is made of it.

type Annotation = { type: string; description: string };

/** The details of a test that shows a wrong turn: `test('...', turn('...', '...', '...'), async ...)`. */
export function turn(wrong: string, sees: string, kept: string, tag: string[] = []): { tag: string[]; annotation: Annotation[] } {
  const said = { 'wrong turn': wrong, sees, kept };
  return { tag, annotation: Object.entries(said).map(([type, description]) => ({ type, description })) };
}

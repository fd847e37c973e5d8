// Which characters turn the direction of the text after them? They are shown by name and not obeyed, so that a text
// cannot show other words than it holds.

const EMBEDDING = 0x202a;
const ISOLATE = 0x2066;
const EMBEDDINGS = ['LRE', 'RLE', 'PDF', 'LRO', 'RLO'];
const ISOLATES = ['LRI', 'RLI', 'FSI', 'PDI'];
const CONTROL = /([\u202A-\u202E\u2066-\u2069])/u;

/** The text in pieces: words, and the names of control characters between them. */
export function pieces(text: string): { words: string; control: string | null }[] {
  if (!CONTROL.test(text)) return [{ words: text, control: null }];
  return text.split(CONTROL).flatMap((words) => {
    if (!words) return [];
    const code = words.length === 1 ? words.charCodeAt(0) : 0;
    return [{ words, control: EMBEDDINGS[code - EMBEDDING] ?? ISOLATES[code - ISOLATE] ?? null }];
  });
}

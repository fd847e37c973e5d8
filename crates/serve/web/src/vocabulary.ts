// What do the words of the record mean? The same tables that the readers load, so that a label is said in one way only.

import type { Kind } from './schema';

const tables = import.meta.glob<string>('../../../../data/vocabulary/*.tsv', { query: '?raw', import: 'default', eager: true });

export type Entry = { word: string; label: string; meaning: string; kind?: Kind };

function table(name: string): Map<string, Entry> {
  const text = Object.entries(tables).find(([path]) => path.endsWith(`/${name}.tsv`))?.[1] ?? '';
  const [head = '', ...rows] = text.split('\n').filter((line) => line && !line.startsWith('#'));
  const columns = head.split('\t');
  const [label, meaning, kind] = ['label', 'meaning', 'kind'].map((column) => columns.indexOf(column));
  return new Map(
    rows.map((row) => {
      const cells = row.split('\t');
      const word = cells[0] ?? '';
      return [word, { word, label: cells[label ?? -1] ?? word, meaning: cells[meaning ?? -1] ?? '', kind: cells[kind ?? -1] as Kind | undefined }];
    }),
  );
}

export const TYPES = table('claim_types');
export const MODALITIES = table('modalities');
export const POLARITIES = table('polarities');
export const STANCES = table('stances');
export const SOURCE_KINDS = table('source_kinds');
export const QUANTITIES = table('quantities');
export const GRADES = table('grades');
export const DISPUTE_KINDS = table('dispute_kinds');
export const STRENGTHS = table('strengths');
export const STANDS = table('stands');
export const FIGURE_STANDS = table('figure_stands');
export const OUTCOMES = table('outcomes');
export const PASSAGES = table('passages');
export const TURNS = table('turns');

/** How a word of a closed list is said; the word itself when the list does not have it. */
export function label(list: Map<string, Entry>, word: string): string {
  return list.get(word)?.label ?? word.replaceAll('_', ' ');
}

export function meaning(list: Map<string, Entry>, word: string): string | undefined {
  return list.get(word)?.meaning || undefined;
}

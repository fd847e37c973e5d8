// Which columns does the table of claims have, and what stands in each as plain words?

import type { Claim } from './schema';
import { MODALITIES, label } from './vocabulary';
import { figure, names, polarity, source, time, type } from './words';

export type Column = {
  key: string;
  label: string;
  /** Column of the API's order, where there is one. */
  sort?: string;
  /** Shown unless the reader chooses otherwise. */
  usual: boolean;
  words: (claim: Claim) => string;
};

/** `Morning Gazette › said: ministry`: a chain in words. */
export function chain(claim: Claim): string {
  return claim.attribution.map((link) => `${source(link) ?? 'nobody named'} (${link.cue.words})`).join(' › ');
}

export const COLUMNS: Column[] = [
  { key: 'type', label: 'Claim', sort: 'type', usual: true, words: type },
  { key: 'quote', label: 'Words', sort: 'text', usual: true, words: (claim) => claim.quote },
  { key: 'actor', label: 'Actor', usual: true, words: (claim) => names(claim.actor) },
  { key: 'target', label: 'Target', usual: true, words: (claim) => names(claim.target) },
  { key: 'place', label: 'Place', usual: true, words: (claim) => names(claim.place) },
  { key: 'time', label: 'Time', sort: 'time', usual: true, words: (claim) => time(claim.time) ?? '' },
  { key: 'quantity', label: 'Figures', usual: true, words: (claim) => claim.quantity.map(figure).join(', ') },
  { key: 'source', label: 'According to', usual: true, words: chain },
  { key: 'modality', label: 'How sure', sort: 'modality', usual: true, words: (claim) => label(MODALITIES, claim.modality) },
  { key: 'polarity', label: 'Whether so', usual: false, words: (claim) => polarity(claim.polarity) },
  { key: 'outlet', label: 'Outlet', usual: false, words: (claim) => claim.outlet ?? '' },
  { key: 'published', label: 'Published', sort: 'published', usual: false, words: (claim) => claim.published ?? '' },
  { key: 'file', label: 'File', usual: false, words: (claim) => claim.file },
  { key: 'rule', label: 'Rule', usual: false, words: (claim) => claim.rule },
  { key: 'id', label: 'Id', usual: false, words: (claim) => claim.id },
];

/** Rows as CSV. A cell that a spreadsheet would take for a formula is made words. */
export function csv(claims: Claim[], columns: Column[]): string {
  const cell = (words: string) => {
    const safe = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = claims.map((claim) => columns.map((column) => cell(column.words(claim))).join(','));
  return [columns.map((column) => cell(column.label)).join(','), ...rows].join('\r\n');
}

// How do events lie on the axis of time? Lanes, rows within a lane so that nothing covers anything, and the marks of the axis.

import type { Moment } from './schema';

export type By = 'actor' | 'place';
export type Lane = { key: string; name: string | null; moments: Moment[] };
export type Placed = { moment: Moment; row: number; from: number; to: number };

const DAY = 86_400_000;
export const at = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
/** The end of a day is the start of the next one. */
export const after = (iso: string): number => at(iso) + DAY;

/** Events by actor or place, the lane of most events first; those of nobody or nowhere in the last lane. */
export function lanes(moments: Moment[], by: By): Lane[] {
  const found = new Map<string, Lane>();
  for (const moment of moments) {
    const named = by === 'actor' ? moment.actors : moment.places;
    for (const one of named.length ? named : [{ id: '', name: null }]) {
      const lane = found.get(one.id) ?? { key: one.id, name: one.name, moments: [] };
      found.set(one.id, lane);
      lane.moments.push(moment);
    }
  }
  return [...found.values()].sort(
    (a, b) => Number(a.key === '') - Number(b.key === '') || b.moments.length - a.moments.length || (a.name ?? '').localeCompare(b.name ?? '', 'en'),
  );
}

/** The first row in which an event finds room; `least` is the width, in time, that a mark takes at least. */
export function packed(moments: Moment[], least: number): Placed[] {
  const ends: number[] = [];
  return moments.map((moment) => {
    const [from, to] = [at(moment.earliest), after(moment.latest)];
    const [left, right] = to - from < least ? [(from + to) / 2 - least / 2, (from + to) / 2 + least / 2] : [from, to];
    let row = ends.findIndex((end) => end <= left);
    if (row < 0) row = ends.length;
    ends[row] = right;
    return { moment, row, from, to };
  });
}

/** All of the time that events take, with some room at the ends; the one day 0 for none. */
export function extent(moments: Moment[]): { from: number; to: number } {
  let [from, to] = [Infinity, -Infinity];
  for (const moment of moments) {
    from = Math.min(from, at(moment.earliest));
    to = Math.max(to, after(moment.latest));
  }
  if (from > to) return { from: 0, to: DAY };
  const room = Math.max((to - from) * 0.02, DAY);
  return { from: from - room, to: to + room };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Marks of the axis, as many as there is room for: years, months or days. */
export function marks(from: number, to: number, most: number): { time: number; label: string }[] {
  const days = (to - from) / DAY;
  const found: { time: number; label: string }[] = [];
  const first = new Date(from);
  const years = [1, 2, 5, 10, 20, 50, 100].find((step) => days / 365 / step <= most) ?? 200;
  const months = [1, 2, 3, 6].find((step) => days / 30 / step <= most);
  const single = [1, 2, 5, 10].find((step) => days / step <= most);
  if (single && days < 60) {
    for (let time = Math.ceil(from / DAY) * DAY; time < to; time += DAY) {
      const date = new Date(time);
      if ((date.getUTCDate() - 1) % single === 0 && !(single > 1 && date.getUTCDate() > 29)) found.push({ time, label: `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}${date.getUTCDate() === 1 || !found.length ? ` ${date.getUTCFullYear()}` : ''}` });
    }
    return found;
  }
  if (months && days < 365 * 3) {
    for (let month = first.getUTCMonth() - (first.getUTCMonth() % months); ; month += months) {
      const time = Date.UTC(first.getUTCFullYear(), month, 1);
      if (time >= to) return found;
      const date = new Date(time);
      if (time >= from) found.push({ time, label: `${MONTHS[date.getUTCMonth()]}${date.getUTCMonth() === 0 || !found.length ? ` ${date.getUTCFullYear()}` : ''}` });
    }
  }
  for (let year = Math.ceil(first.getUTCFullYear() / years) * years; ; year += years) {
    const time = Date.UTC(year, 0, 1);
    if (time >= to) return found;
    if (time >= from) found.push({ time, label: String(year) });
  }
}

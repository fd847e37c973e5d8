// How is a tree drawn beside its words? A line down joins each head with all that depend on it; a longer line stands further out.

export const UP = 1;
export const DOWN = 2;
export const LEFT = 4;
export const RIGHT = 8;

/** For each word the ways in which each column beside it is left; all rows have one width. `heads` gives a root itself. */
export function branches(heads: number[]): number[][] {
  const depends = (at: number) => heads[at] !== at && (heads[at] as number) < heads.length;
  const joins = heads.map((_, at) => ({ head: at, first: at, last: at }));
  heads.forEach((head, at) => {
    const join = joins[head];
    if (!depends(at) || !join) return;
    join.first = Math.min(join.first, at);
    join.last = Math.max(join.last, at);
  });
  const lines = joins
    .filter((join) => join.first < join.last)
    .sort((a, b) => a.last - a.first - (b.last - b.first) || a.first - b.first)
    .map((join) => ({ ...join, level: 0 }));
  lines.forEach((line, at) => {
    const touched = lines.slice(0, at).filter((other) => other.first <= line.last && line.first <= other.last);
    line.level = 1 + Math.max(0, ...touched.map((other) => other.level));
  });
  const width = Math.max(0, ...lines.map((line) => line.level));
  const cells = heads.map(() => new Array<number>(width).fill(0));
  for (const { head, first, last, level } of lines) {
    const column = width - level;
    for (let at = first; at <= last; at++) {
      const row = cells[at] as number[];
      row[column] = (row[column] ?? 0) | (at > first ? UP : 0) | (at < last ? DOWN : 0);
      if (at !== head && !(depends(at) && heads[at] === head)) continue;
      row[column] |= RIGHT;
      for (let right = column + 1; right < width; right++) row[right] = (row[right] ?? 0) | LEFT | RIGHT;
    }
  }
  return cells;
}

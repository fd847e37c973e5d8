// What does the case say? Fetches the JSON twin of a page and keeps it for the way back.

import type { Decision, DecisionMade, DecisionWanted, ErrorBody } from './schema';

/** Why there is no answer, in the API's shape. */
export type Trouble = ErrorBody;

/** Time, in milliseconds, after which an answer that is shown again is also asked for again. */
const FRESH = 20_000;
const KEPT = 40;
/** Counts what was written from here: answers from before are asked for again. */
const written = $state({ times: 0 });
const answers = new Map<string, { data: unknown; at: number }>();

function keep(path: string, data: unknown) {
  answers.delete(path);
  answers.set(path, { data, at: Date.now() });
  for (const oldest of answers.keys()) {
    if (answers.size <= KEPT) break;
    answers.delete(oldest);
  }
}

/** The answer at `path`; throws a [Trouble]. */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { signal, headers: { accept: 'application/json' } });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw trouble('offline', 'an answer from Isnad on this machine', 'no connection', 'start it again with `isnad serve FILE` and reload this page');
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw (body as { error?: Trouble } | null)?.error ?? trouble('answer', 'an answer in JSON', `status ${response.status}`, 'reload the page');
  keep(path, body);
  return body as T;
}

/** Writes a decision; throws a [Trouble]. All that is shown is asked for again. */
export async function decide(wanted: DecisionWanted): Promise<Decision> {
  const response = await fetch('/api/decisions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-isnad': 'decision' },
    body: JSON.stringify(wanted),
  }).catch(() => null);
  if (!response) throw trouble('offline', 'an answer from Isnad on this machine', 'no connection', 'start it again with `isnad serve FILE` and reload this page');
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw (body as { error?: Trouble } | null)?.error ?? trouble('answer', 'an answer in JSON', `status ${response.status}`, 'reload the page');
  answers.clear();
  written.times += 1;
  return (body as DecisionMade).decision;
}

function trouble(code: string, expected: string, found: string, todo: string): Trouble {
  return { code, expected, found, todo };
}

/** An answer that follows its address: while a new one is under way the old one stays. */
export class Answer<T> {
  data = $state.raw<T | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  waiting = $state(true);

  constructor(path: () => string) {
    $effect.pre(() => {
      const asked = path();
      void written.times;
      const kept = answers.get(asked);
      this.trouble = null;
      if (kept) {
        this.data = kept.data as T;
        this.waiting = false;
        if (Date.now() - kept.at < FRESH) return;
      } else {
        this.waiting = true;
      }
      const stop = new AbortController();
      ask<T>(asked, stop.signal)
        .then((data) => {
          this.data = data;
          this.waiting = false;
        })
        .catch((error) => {
          if (stop.signal.aborted) return;
          this.trouble = error as Trouble;
          this.waiting = false;
        });
      return () => stop.abort();
    });
  }
}

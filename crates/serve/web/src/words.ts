// How is a value said to people? What the text does not state is said so, never left blank.

import type { Argument, Article, Claim, Document, Event, Kind, Known, Link, Quantity, Time } from './schema';
import { QUANTITIES, TYPES, label } from './vocabulary';

export const NOT_STATED = 'not stated';

export const KINDS: Record<Kind, { one: string; many: string; meaning: string }> = {
  event: { one: 'event', many: 'Events', meaning: 'something that happens at a time' },
  relation: { one: 'relation', many: 'Relations', meaning: 'something that stands over a span of time' },
  assessment: { one: 'assessment', many: 'Assessments', meaning: 'what somebody makes of it' },
};

export const ROLES: Record<string, { label: string; gloss: string; meaning: string }> = {
  actor: { label: 'Actor', gloss: 'who', meaning: 'Who does it; in an assessment, whom it is about.' },
  target: { label: 'Target', gloss: 'whom', meaning: 'Whom or what it is done to.' },
  place: { label: 'Place', gloss: 'where', meaning: 'Where, never finer than the words say.' },
  time: { label: 'Time', gloss: 'when', meaning: 'When it happened, not when it was reported.' },
  quantity: { label: 'Figures', gloss: 'how many', meaning: 'Counts with their bounds.' },
  modality: { label: 'How sure', gloss: 'how sure', meaning: 'How sure the text makes it.' },
  polarity: { label: 'Whether', gloss: 'not', meaning: 'Whether the text says that it is or is not.' },
  source: { label: 'Source', gloss: 'source', meaning: 'Who says so.' },
  cue: { label: 'Cue', gloss: 'says', meaning: 'The word that marks the source.' },
};

/** Kinds of entities, as a list shows them. */
export const ENTITY_KINDS: Record<string, string> = {
  person: 'Person',
  state: 'State',
  organisation: 'Organisation',
  group: 'Group',
  place: 'Place',
  thing: 'Thing',
};

/** Classes of places, as a list shows them. */
export const PLACE_CLASSES: Record<string, string> = { country: 'Country', region: 'Region', settlement: 'Settlement', other: 'Other' };

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** 1,204 */
export function count(value: number): string {
  return number.format(value);
}

/** `1 claim`, `3 claims` */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** `3 Feb 2020` from an ISO day. */
export function day(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.valueOf())) return iso;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(date);
}

/** `3 Feb 2020`, `1–29 Feb 2020`, `2016`, from two inclusive ISO days. */
export function days(earliest: string | null, latest: string | null): string | null {
  if (!earliest && !latest) return null;
  if (!earliest) return `until ${day(latest as string)}`;
  if (!latest) return `from ${day(earliest)}`;
  if (earliest === latest) return day(earliest);
  if (earliest.endsWith('-01-01') && latest.endsWith('-12-31')) {
    return earliest.slice(0, 4) === latest.slice(0, 4) ? earliest.slice(0, 4) : `${earliest.slice(0, 4)}–${latest.slice(0, 4)}`;
  }
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return `${Number(earliest.slice(8))}–${day(latest)}`;
  return `${day(earliest)} – ${day(latest)}`;
}

export function time(value: Time | null): string | null {
  return value ? (days(value.earliest, value.latest) ?? value.words) : null;
}

/** `at least 42`, `400–800`, `18`. */
export function bounds(min: number | null, max: number | null): string {
  if (min === null && max === null) return NOT_STATED;
  if (min === null) return `at most ${count(max as number)}`;
  if (max === null) return `at least ${count(min)}`;
  return min === max ? count(min) : `${count(min)}–${count(max)}`;
}

export function figure(quantity: Quantity): string {
  return `${bounds(quantity.min, quantity.max)} ${label(QUANTITIES, quantity.what).toLowerCase()}`;
}

/** The name an argument is known by: of its entity or place, or its own words. */
export function name(argument: Argument): string {
  return argument.entity?.name ?? argument.place?.name ?? argument.words;
}

export function names(list: Argument[]): string {
  return list.map(name).join(', ');
}

/** The name of a link's sources; a link that names nobody has none. */
export function source(link: Link): string | null {
  return link.sources.length ? names(link.sources) : null;
}

/** An unknown link: nobody is named, or only described. */
export function unknown(link: Link): boolean {
  return link.sources.length === 0 || link.kind === 'anonymous';
}

/** `Strike: Northern Army → Bellwick, 3 Feb 2020`: a claim in one line, for lists and screen readers. */
export function line(claim: Claim): string {
  const parties = [names(claim.actor), names(claim.target)].filter(Boolean).join(' → ');
  const rest = [parties, names(claim.place), time(claim.time)].filter(Boolean).join(', ');
  return rest ? `${type(claim)}: ${rest}` : type(claim);
}

export function type(of: { type: string }): string {
  return label(TYPES, of.type);
}

/** Whether a text says that it is or is not so. */
export function polarity(word: string): string {
  return word === 'negative' ? 'Said not to be so' : 'Said to be so';
}

/** Who says a claim and who handed it on: its innermost source, in the outlet that told us. */
export function voice(claim: Claim): string {
  const last = claim.attribution.at(-1);
  const outlet = claim.outlet ?? claim.file;
  return last ? `${source(last) ?? 'nobody named'}, in ${outlet}` : outlet;
}

/** True for words that begin inside a sentence: an edition sets an ellipsis before them. */
export function fragment(words: string): boolean {
  return /^\p{Ll}/u.test(words);
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `2` when certain and possible agree, else `2–5`. */
export function origins(event: Event): string {
  return event.origins_certain === event.origins_possible
    ? count(event.origins_certain)
    : `${count(event.origins_certain)}–${count(event.origins_possible)}`;
}

export function originsMeaning(event: Event): string {
  const { origins_certain: certain, origins_possible: possible } = event;
  if (certain === possible) return certain === 1 ? 'One origin, and nothing points to another.' : `${count(certain)} independent origins, and nothing points to another.`;
  const more = possible - certain;
  const sure = certain === 0 ? 'No origin is certain' : certain === 1 ? 'One is certain' : `${count(certain)} are surely independent`;
  return `${sure}; ${more === 1 ? 'one more is' : `${count(more)} more are`} possible, but nothing shows independence.`;
}

export function eventName(event: Event): string {
  const whoIs = (list: { name: string }[]) => list.map((entity) => entity.name).join(', ');
  const parties = [whoIs(event.actors), whoIs(event.targets)].filter(Boolean).join(' → ');
  return parties ? `${type(event)}: ${parties}` : type(event);
}

/** The title a document is known by: of its first article, else its file. */
export function title(document: Document): string {
  return document.articles[0]?.title?.value ?? document.file;
}

/** How a value about an article is known, in a sentence. */
export function how(known: Known | null | undefined): string | undefined {
  if (!known) return undefined;
  switch (known.how) {
    case 'text':
      return 'The document’s own text says so.';
    case 'page_data':
      return `The page’s own data says so${known.detail ? ` (${known.detail})` : ''}.`;
    case 'sidecar':
      return `The list beside the file says so${known.detail ? `, line ${known.detail}` : ''}.`;
    default:
      return 'Given when the file was read.';
  }
}

export function authors(article: Article | undefined): string {
  return article?.authors.map((author) => author.value).join(', ') ?? '';
}

const ASIDES: Record<string, string> = {
  navigation: 'navigation',
  offer: 'an offer or appeal',
  author_box: 'words about the author',
  byline: 'the byline, kept as the article’s data',
  comment: 'readers’ comments',
  tags: 'a list of tags',
  furniture: 'the page’s own furniture',
  legal: 'a legal notice',
  repeated: 'said a second time on the page',
  other_language: 'in a language that is not read',
};

export function aside(reason: string): string {
  return ASIDES[reason] ?? reason.replaceAll('_', ' ');
}

/** `20 km`; below ten with one digit. */
export function kilometres(km: number | null): string {
  if (km === null) return NOT_STATED;
  return `${count(km < 10 ? Math.round(km * 10) / 10 : Math.round(km))} km`;
}

/** `34.2° N, 43.9° E`, with no more digits than the radius bears: what is not known is not shown. */
export function position(north: number, east: number, radius: number | null): string {
  const digits = radius === null || radius > 50 ? 0 : radius > 2 ? 1 : 2;
  const degrees = (value: number, plus: string, minus: string) => `${Math.abs(value).toFixed(digits)}° ${value < 0 ? minus : plus}`;
  return `${degrees(north, 'N', 'S')}, ${degrees(east, 'E', 'W')}`;
}

// Which page is open? The address bar is the only state that outlives a page: each view can be linked to, and the way
// back returns to the same place on it.

import { tick } from 'svelte';

/** The open address. */
export const here = $state({ path: location.pathname, search: location.search, hash: location.hash });

/** Set by the way back or forward: how far the page was scrolled. Taken once the page has its content. */
let wanted: number | null = typeof history.state?.y === 'number' ? history.state.y : null;

history.scrollRestoration = 'manual';

function read() {
  here.path = location.pathname;
  here.search = location.search;
  here.hash = location.hash;
}

function remember() {
  history.replaceState({ y: window.scrollY }, '');
}

/** Opens an address as a new page. */
export function go(href: string) {
  remember();
  history.pushState({ y: 0 }, '', href);
  wanted = null;
  read();
  window.scrollTo(0, 0);
  void tick().then(() => document.getElementById('main')?.focus({ preventScroll: true }));
}

/** Changes the address of the open page: a filter, a selection. */
export function adjust(href: string) {
  history.replaceState({ y: window.scrollY }, '', href);
  read();
}

/** Called by a page once its content stands: returns to where the reader was. True when there was such a place. */
export function settle(): boolean {
  if (wanted === null) return false;
  const y = wanted;
  wanted = null;
  void tick().then(() => window.scrollTo(0, y));
  return true;
}

window.addEventListener('popstate', (event) => {
  wanted = typeof event.state?.y === 'number' ? event.state.y : 0;
  read();
});
let timer = 0;
window.addEventListener('scroll', () => {
  clearTimeout(timer);
  timer = window.setTimeout(remember, 120);
});

/** Links inside the app open without loading it again. */
document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest?.('a');
  const href = link?.getAttribute('href');
  if (!link || !href?.startsWith('/') || href.startsWith('//') || href.startsWith('/api/') || link.target || link.hasAttribute('download')) return;
  event.preventDefault();
  go(href);
});

/** An address with these query parameters; empty ones are left out. */
export function address(path: string, query: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

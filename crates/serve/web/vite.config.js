import { readFileSync, readdirSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** What the bundle is made of, with the licences that go along: `notices.json`, shown on the page about Isnad. */
function notices() {
  const parts = {
    svelte: 'Runs the pages.',
    '@fontsource-variable/source-serif-4': 'The letters of source texts.',
    '@fontsource-variable/source-sans-3': 'The letters of everything else.',
    '@fontsource-variable/noto-naskh-arabic': 'Arabic letters.',
    '@fontsource-variable/noto-serif-hebrew': 'Hebrew letters.',
    'world-atlas': 'The outlines of states on the map, from Natural Earth.',
  };
  return {
    name: 'notices',
    generateBundle() {
      const rows = Object.entries(parts).map(([name, what]) => {
        const folder = new URL(`node_modules/${name}/`, import.meta.url);
        const about = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        if (!file) throw new Error(`${name}: expected a licence file in its package, found none`);
        return { name: `${name} ${about.version}`, what, licence: about.license, attribution: null, text: readFileSync(new URL(file, folder), 'utf8') };
      });
      this.emitFile({ type: 'asset', fileName: 'notices.json', source: JSON.stringify(rows) });
    },
  };
}

// Nothing is inlined: the pages' security policy allows files of this server only.
export default defineConfig({
  plugins: [svelte(), notices()],
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2022' },
  server: { proxy: { '/api': `http://${process.env.ISNAD_ADDRESS ?? '127.0.0.1:4848'}` } },
});

// The program itself, on its own demo reports: what it reads, its pages show. ISNAD names the program; without it there
// is nothing to ask.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SCREENSHOTS, launch, open } from './browser.mjs';

const program = process.env.ISNAD;
const reports = fileURLToPath(new URL('../../../../demo/reports', import.meta.url));

test('the demo reports, read and shown by the program', { skip: program ? false : 'ISNAD names no program' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isnad-demo-'));
  const path = join(folder, 'demo.isnad');
  execFileSync(program, ['read', reports, '--case', path], { stdio: ['ignore', 'ignore', 'inherit'] });
  const server = spawn(program, ['serve', path, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const browser = await launch();
  try {
    const address = await new Promise((found, failed) => {
      let told = '';
      server.stdout.on('data', (bytes) => {
        told += bytes;
        const line = /http:\/\/[0-9.:]+/.exec(told);
        if (line) found(line[0]);
      });
      server.on('exit', (code) => failed(new Error(`the program ended with status ${code}`)));
    });
    for (const { width, theme } of [{ width: 1280, theme: 'light' }, { width: 360, theme: 'dark' }]) {
      const { page, complaints, close } = await open(browser, address, { width, theme });
      const shot = (name, fullPage = false) => page.screenshot({ path: `${SCREENSHOTS}/demo-${name}-${width}-${theme}.png`, fullPage });
      await page.goto(address);
      await page.getByRole('heading', { name: 'demo.isnad' }).waitFor();
      await shot('overview', true);
      const { rows } = await (await fetch(`${address}/api/documents?sort=-claims&limit=3`)).json();
      assert.ok(rows[0].claims > 0);
      for (const row of rows) {
        const reading = await (await fetch(`${address}/api/documents/${row.id}`)).json();
        const claim = reading.claims.find((one) => one.attribution.length) ?? reading.claims[0];
        await page.goto(`${address}/documents/${row.id}#claim=${claim.id}`);
        await page.locator(width < 500 ? '.drawer' : 'li.open').waitFor();
        const chosen = (await page.locator('article .chosen:not(.ref)').allInnerTexts()).join('').replace(/\s+/g, ' ');
        assert.equal(chosen, claim.quote.replace(/\s+/g, ' '));
        await shot(`reader-${row.file.replace(/\W+/g, '-')}`);
        await page.keyboard.press('w');
        await page.locator('.why tbody tr:visible').first().waitFor();
        await shot(`why-${row.file.replace(/\W+/g, '-')}`);
        await page.keyboard.press('w');
      }
      const events = await (await fetch(`${address}/api/events?sort=claims&kind=event&limit=1`)).json();
      await page.goto(`${address}/events/${events.rows[0].id}`);
      await page.getByRole('heading', { name: 'Claims by origin' }).waitFor();
      await shot('event', true);
      // States and provinces have their shapes, towns are round.
      await page.goto(`${address}/map`);
      await page.locator('svg .land[d*=M]').waitFor({ state: 'attached' });
      const map = await (await fetch(`${address}/api/map`)).json();
      const provinces = map.places.filter((place) => place.id in map.outlines);
      assert.ok(provinces.length > 0);
      for (const { name } of provinces) await page.locator(`svg a[aria-label^="${name}:"] path.area[d]`).waitFor({ state: 'attached' });
      const round = map.places.filter((place) => place.class !== 'country' && !(place.id in map.outlines));
      assert.equal(await page.locator('svg ellipse.area').count(), round.length);
      await shot('map', true);
      await page.goto(`${address}/places/${encodeURIComponent(provinces[0].id)}`);
      await page.locator('svg path.area[d*=M]').waitFor({ state: 'attached' });
      await shot('province');
      assert.deepEqual(complaints, []);
      await close();
    }
  } finally {
    await browser.close();
    server.kill('SIGINT');
    rmSync(folder, { recursive: true });
  }
});

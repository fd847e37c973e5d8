// What the claims come to together: disputes, the dossier of an event, forecasts, relations over time.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCREENSHOTS, launch, open, words } from './browser.mjs';
import { serve } from './server.mjs';

let server;
let browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.end();
});

/** Nothing may stick out of the window. */
async function sound(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${where}: ${over} pixels wider than the window`);
}

for (const { width, theme } of [
  { width: 1280, theme: 'light' },
  { width: 360, theme: 'dark' },
]) {
  test(`from a dispute to its event, forecasts and relations at ${width} pixels, ${theme}`, async () => {
    const { page, complaints, close } = await open(browser, server.address, { width, theme });
    const look = async (name) => {
      await sound(page, name);
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}-${theme}.png`, fullPage: true });
    };

    await page.goto(`${server.address}/disputes`);
    await page.getByRole('heading', { name: 'Disputes' }).waitFor();
    assert.match(await words(page, '.dispute'), /how many contradiction/);
    assert.equal(await page.locator('.side').count(), 2);
    await look('disputes');
    await page.getByLabel('About').selectOption('place');
    await page.getByText('No dispute is of that sort.').waitFor();
    await page.getByLabel('About').selectOption('');

    // The dispute opens its event, whose box tells the grade with its definition.
    await page.getByRole('link', { name: 'The event' }).click();
    await page.getByRole('heading', { name: 'In dispute' }).waitFor();
    assert.match(await words(page, '.box'), /Grade fair as a proposal: Two or more origins/);
    await page.getByRole('heading', { name: 'Figures: killed' }).waitFor();
    assert.equal(await page.locator('tr.revised').count(), 1);
    await page.getByRole('heading', { name: 'From whom it comes' }).waitFor();
    await look('dossier');

    // A sentence is one click away, and the way back leads here.
    await page.locator('.side .quote').first().click();
    await page.locator('article h1').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'In dispute' }).waitFor();

    await page.goto(`${server.address}/forecasts`);
    await page.getByRole('heading', { name: 'Forecasts' }).waitFor();
    assert.match(await words(page, 'ol.plain li'), /did not/);
    await look('forecasts');

    await page.goto(`${server.address}/relations`);
    await page.getByRole('heading', { name: 'Relations over time' }).waitFor();
    assert.ok((await page.locator('.track').count()) > 0);
    await page.locator('#moment').fill('500');
    await page.locator('.moment').first().waitFor();
    await page.locator('summary').first().click();
    await look('relations');
    assert.deepEqual(complaints, []);
    await close();
  });
}

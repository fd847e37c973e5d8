// Who is who, decided on the page of an actor and taken back there.

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

const rows = async (path) => (await (await fetch(server.address + path)).json()).rows;
const actor = async (name) => (await rows('/api/actors?limit=1000')).find((row) => row.name === name);

for (const { width, theme } of [{ width: 1280, theme: 'light' }, { width: 360, theme: 'dark' }]) {
  test(`merging, splitting and taking back at ${width} pixels, ${theme}`, async () => {
    const { page, complaints, close } = await open(browser, server.address, { width, theme });
    const shot = (name) => page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}-${theme}.png`, fullPage: true });
    const front = await actor('Kestrin Front');
    const gunmen = await actor('gunmen');
    await page.goto(`${server.address}/actors/${front.id}`);
    await page.getByRole('button', { name: 'Merge with another…' }).click();
    await page.getByLabel('Whole name of the other').fill('gunmen');
    await page.getByRole('heading', { name: '“Kestrin Front” and “gunmen” are one' }).waitFor();
    await page.getByLabel('Why').fill('its own word for them');
    await page.getByLabel('Who decides').fill('Ada Lind');
    await shot('decide');
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByRole('heading', { name: 'Decided' }).waitFor();
    await page.locator('summary', { hasText: 'Descriptions and pronouns' }).click();
    await page.locator('summary', { hasText: '“gunmen”' }).waitFor();
    assert.equal(await actor('gunmen'), undefined);
    await shot('decided');

    // The address of the one that is away leads to the one that stays.
    await page.goto(`${server.address}/actors/${gunmen.id}`);
    await page.waitForURL(`${server.address}/actors/${front.id}`);
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    assert.equal(await page.getByLabel('Who decides').inputValue(), 'Ada Lind');
    await page.getByLabel('Why').fill('nobody said so');
    await page.locator('main form').getByRole('button', { name: 'Undo', exact: true }).click();
    // That it was taken back is told here already where it was merged and taken back before.
    await page.locator('main form').waitFor({ state: 'detached' });
    await page.getByText('taken back by Ada Lind').first().waitFor();
    assert.deepEqual(await actor('gunmen'), gunmen);
    assert.deepEqual(await actor('Kestrin Front'), front);

    // Words that stand for somebody else.
    await page.locator('summary', { hasText: 'Descriptions and pronouns' }).click();
    await page.locator('summary', { hasText: '“its fighters”' }).click();
    await page.getByRole('button', { name: 'Not it…' }).first().click();
    await page.getByLabel('Whom these words stand for').fill('fighters of the front');
    await page.getByLabel('Kind').selectOption('group');
    await page.getByLabel('Why').fill('they are not all of it');
    await shot('split');
    await page.getByRole('button', { name: 'Split', exact: true }).click();
    await page.waitForFunction(() => !document.body.innerText.includes('“its fighters” description'));
    assert.equal((await actor('fighters of the front')).as_actor, 1);
    await page.goto(`${server.address}/decisions`);
    await page.getByRole('heading', { name: 'Decisions', exact: true }).waitFor();
    assert.match(await words(page, 'ol li'), /“its fighters” that stood for Kestrin Front stands for fighters of the front/);
    await shot('decisions');
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await page.getByLabel('Why').fill('enough for a test');
    await page.locator('main form').getByRole('button', { name: 'Undo', exact: true }).click();
    await page.locator('main form').waitFor({ state: 'detached' });
    assert.equal(await actor('fighters of the front'), undefined);
    assert.deepEqual(complaints, []);
    await close();
  });
}

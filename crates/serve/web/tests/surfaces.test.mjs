// A question and its answer, a source as an author, the events on lanes.

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

/** Nothing may stick out of the window, and every button, field and link must have a name. */
async function sound(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${where}: ${over} pixels wider than the window`);
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, select')]
      .filter((element) => element.checkVisibility())
      .filter((element) => !(element.getAttribute('aria-label') || element.textContent?.trim() || element.labels?.length || element.title))
      .map((element) => element.outerHTML),
  );
  assert.deepEqual(nameless, [], where);
}

for (const { width, theme } of [
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
]) {
  test(`asking, a source and the timeline at ${width} pixels, ${theme}`, async () => {
    const { page, complaints, close } = await open(browser, server.address, { width, theme });
    const look = async (name) => {
      await sound(page, name);
      await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}-${theme}.png`, fullPage: true });
    };

    await page.goto(`${server.address}/ask`);
    await page.getByRole('heading', { name: 'Ask' }).waitFor();
    await look('ask-empty');
    // The form of a question goes into the field, with its gap chosen.
    await page.getByRole('button', { name: 'How many people were killed in …?' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), '…');
    await page.getByLabel('Question').fill('How many soldiers were killed near Lindow?');
    await page.keyboard.press('Enter');
    await page.getByText('The record has 3 answers').waitFor();
    assert.match(page.url(), /\/ask\?q=How\+many/);
    // Figures that exclude each other stand side by side, each with who says it, and the dispute is named.
    const said = await page.locator('.says').allInnerTexts();
    assert.deepEqual(said.sort(), ['6', 'At least 5', 'At most 3']);
    assert.match(await words(page, '.clash'), /In dispute, how many/i);
    await look('ask-figures');
    // A sentence is one click away, and the way back leads here.
    await page.locator('article .quote').first().click();
    await page.locator('article h1').waitFor();
    await page.goBack();
    await page.getByText('The record has 3 answers').waitFor();

    await page.goto(`${server.address}/ask?q=Did+the+Kestrin+Front+attack+the+convoy%3F`);
    await page.locator('.against').first().waitFor();
    assert.match(await words(page, '.against'), /denied/i);
    await look('ask-whether');
    await page.goto(`${server.address}/ask?q=Who+captured+Bellwick%3F`);
    await page.getByText('The record does not say.', { exact: true }).waitFor();
    await page.getByText('The record knows no place called “Bellwick”.').waitFor();
    await page.goto(`${server.address}/ask?q=Who+besieged+Lindow%3F`);
    await page.getByRole('heading', { name: 'Sentences that hold most of these words' }).waitFor();
    await look('ask-not-said');

    // From the list of sources to one of them as an author.
    await page.goto(`${server.address}/sources`);
    await page.getByRole('link', { name: 'Kestrin Front' }).first().click();
    await page.getByRole('heading', { name: 'Kestrin Front' }).waitFor();
    await page.getByRole('heading', { name: 'What it says' }).waitFor();
    assert.match(await words(page, '.stance'), /denies it in 1 claim/i);
    await page.locator('section li summary').first().click();
    await page.locator('section li a.words').first().waitFor();
    await look('source');
    await page.goto(`${server.address}/sources/${encodeURIComponent('Harbour Agency')}`);
    await page.getByRole('heading', { name: 'Articles nearly the same' }).waitFor();
    await page.getByRole('heading', { name: 'Who has it from there' }).waitFor();
    await page.locator('section', { hasText: 'Who has it from there' }).getByRole('link', { name: 'Ostrel Courier' }).click();
    await page.getByRole('heading', { name: 'Ostrel Courier', exact: true }).waitFor();
    await look('source-outlet');

    await page.goto(`${server.address}/timeline`);
    await page.getByRole('heading', { name: 'Timeline', exact: true }).waitFor();
    const marks = await page.locator('.lane a').count();
    assert.ok(marks > 4, `${marks} events are drawn`);
    await look('timeline');
    // Keys go from event to event and open one.
    await page.locator('.chart').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    assert.match(await words(page, '.spot'), /claim/);
    assert.ok((await page.locator('.lane a.pointed').count()) > 0);
    await page.keyboard.press('+');
    await page.keyboard.press('0');
    await page.getByRole('combobox', { name: 'Lanes' }).selectOption('place');
    await page.locator('.lane .name', { hasText: 'Lindow' }).first().waitFor();
    assert.match(page.url(), /by=place/);
    await look('timeline-places');
    await page.getByRole('combobox', { name: 'Type' }).selectOption('capture');
    await page.getByText('1 event with a day').waitFor();
    await page.locator('.chart').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'From whom it comes' }).waitFor();
    assert.deepEqual(complaints, []);
    await close();
  });
}

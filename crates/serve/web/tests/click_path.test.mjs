// The way a reader takes: overview, document, claim, table, event, and back to the same place.

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
  const spilt = await page.evaluate(() => {
    const table = [...document.querySelectorAll('table')].find((one) => one.checkVisibility());
    return table && table.parentElement ? table.scrollWidth - table.parentElement.clientWidth : 0;
  });
  assert.ok(spilt <= 0, `${where}: a table ${spilt} pixels wider than its place`);
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, select')]
      .filter((element) => element.checkVisibility())
      .filter((element) => !(element.getAttribute('aria-label') || element.textContent?.trim() || element.labels?.length || element.title))
      .map((element) => element.outerHTML),
  );
  assert.deepEqual(nameless, [], where);
}

/** Every text must stand out from its ground as WCAG AA asks: 4.5 to 1, large text 3 to 1. */
async function contrast(page, where) {
  const faint = await page.evaluate(() => {
    const channels = (color) => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const light = ([red, green, blue]) => {
      const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const ground = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const color = getComputedStyle(at).backgroundColor;
        if (channels(color)[3] === 255) return channels(color);
      }
      return [255, 255, 255, 255];
    };
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('.visually-hidden, noscript, option, datalist')) continue;
      const style = getComputedStyle(element);
      const [one, other] = [light(channels(style.color)), light(ground(element))].sort((a, b) => b - a);
      const ratio = (one + 0.05) / (other + 0.05);
      const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (large ? 3 : 4.5)) found.add(`${ratio.toFixed(2)} ${style.color} “${walker.currentNode.data.trim().slice(0, 30)}”`);
    }
    return [...found];
  });
  assert.deepEqual(faint, [], where);
}

for (const { width, theme } of [
  { width: 1280, theme: 'light' },
  { width: 1280, theme: 'dark' },
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
]) {
  test(`the click path at ${width} pixels, ${theme}`, async () => {
    const { page, complaints, close } = await open(browser, server.address, { width, theme });
    const narrow = width < 500;
    const shot = (name, fullPage = false) => page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}-${theme}.png`, fullPage });
    const look = async (name, fullPage = false) => {
      await sound(page, name);
      await contrast(page, name);
      await shot(name, fullPage);
    };
    const sheet = narrow ? '.drawer' : 'li.open';

    await page.goto(server.address);
    await page.getByRole('heading', { name: 'lakes.isnad' }).waitFor();
    assert.match(await words(page, '.summary'), /^8 documents with 8 articles/);
    await look('overview', true);

    // From the overview into a document.
    const entry = page.getByRole('link', { name: /^Convoy ambushed/ });
    await entry.scrollIntoViewIfNeeded();
    const left = await page.evaluate(() => window.scrollY);
    await entry.click();
    await page.locator('article h1').waitFor();
    assert.match(page.url(), /\/documents\/[0-9a-f]{16}$/);
    assert.equal(await page.locator('details.aside[open]').count(), 0);
    assert.match(await words(page, 'details.aside summary'), /^Not read: navigation, an offer/);
    await look('reader');

    // A claim in the text selects it on the right, and shows its roles in the text.
    await page.locator('.trigger', { hasText: 'ambushed' }).last().click();
    await page.locator(sheet).waitFor();
    assert.match(await words(page, sheet), /2 Attack/);
    assert.match(page.url(), /#claim=[0-9a-f]{16}$/);
    assert.equal((await page.locator('article .chosen:not(.ref)').allInnerTexts()).join(''), 'gunmen ambushed a supply convoy on the road to Lindow');
    assert.equal(await words(page, 'article [data-gloss=who]'), 'gunmen');
    assert.equal(await words(page, `${sheet} .chain li:last-child .who`), 'a source close to the guard');
    assert.equal(await page.locator(`${sheet} .chain .ring.open`).count(), 1);
    await look('reader-claim');

    // A claim of the list shows itself in the text.
    if (narrow) await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.locator('.item', { hasText: 'Forecast' }).click();
    assert.equal(
      (await page.locator('article .chosen:not(.ref)').allInnerTexts()).join(''),
      'If it closes, Lindow will run out of flour within two weeks',
    );
    await page.waitForFunction(() => {
      const box = document.querySelector('article .chosen')?.getBoundingClientRect();
      return box && box.top > 0 && box.bottom < window.innerHeight;
    });
    await page.waitForTimeout(500);
    await look('reader-forecast');

    // Keys: next and previous claim, let go.
    await page.keyboard.press('j');
    await page.locator(sheet, { hasText: 'Present in' }).waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.locator(sheet, { hasText: 'Judgement' }).waitFor();
    assert.match(await words(page, `${sheet} .chain li:last-child .what`), /doubts/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator(sheet).count(), 0);
    assert.doesNotMatch(page.url(), /#claim/);

    // A permalink opens at its claim, in the middle of the page.
    await page.keyboard.press('j');
    await page.locator(sheet).waitFor();
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await page.locator(sheet, { hasText: 'Casualties' }).waitFor();

    // The table of claims, filtered.
    await page.getByRole('link', { name: 'Claims', exact: true }).first().click();
    await page.locator('table tbody tr').first().waitFor();
    assert.equal(await page.locator('tbody tr').count(), 24);
    await look('claims');
    await page.getByLabel('Source').fill('Harbour Agency');
    await page.waitForURL(/source=Harbour/);
    await page.getByLabel('Type').selectOption('casualties');
    await page.waitForURL(/type=casualties/);
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await look('claims-filtered');
    await page.reload();
    assert.equal(await page.getByLabel('Source').inputValue(), 'Harbour Agency');
    assert.equal(await page.locator('tbody tr').count(), 1);

    // To the event of the claim that is left.
    await page.locator('tbody tr a.kind').click();
    await page.getByRole('link', { name: 'The event' }).click();
    await page.getByRole('heading', { name: 'Claims by origin' }).waitFor();
    assert.match(await words(page, '.box'), /Origins 2–3 2 are surely independent; one more is possible/);
    assert.equal(await page.locator('.origin').count(), 3);
    assert.match(await words(page, 'table'), /Ministry of Defence of Velmark revised 6/);
    assert.match(await words(page, 'section:has(> h2:text("Who says what")) table'), /not stated/);
    await look('event', true);

    // The way back keeps the place: table with its filter, then the overview where it was left.
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await page.goto(server.address);
    await entry.scrollIntoViewIfNeeded();
    await page.evaluate((y) => window.scrollTo(0, y), left);
    await page.waitForTimeout(250);
    await entry.click();
    await page.locator('article h1').waitFor();
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    await page.goBack();
    await page.getByRole('heading', { name: 'lakes.isnad' }).waitFor();
    await page.waitForFunction((y) => Math.abs(window.scrollY - y) < 3, left);

    // An actor: each number opens its sentences, each name where it stands in the text.
    await page.goto(`${server.address}/actors`);
    await page.getByRole('link', { name: 'Kestrin Front', exact: true }).click();
    await page.getByRole('heading', { name: 'Names seen' }).waitFor();
    await page.locator('summary', { hasText: '“The Kestrin Front”' }).first().click();
    await page.locator('details[open] mark').first().waitFor();
    await look('actor', true);
    await page.locator('summary', { hasText: 'Attack' }).first().click();
    await page.locator('details[open] a.words[href*=claim]', { hasText: 'its fighters had attacked the convoy' }).waitFor();
    await look('actor-claims', true);
    await page.locator('details[open] mark').first().click();
    await page.locator('article .here').waitFor();
    assert.equal(await words(page, 'article .here'), 'The Kestrin Front');
    await look('reader-mention');
    await page.goto(`${server.address}/places`);
    await page.getByRole('link', { name: 'Lindow', exact: true }).click();
    await page.getByRole('heading', { name: 'What is said to have happened there' }).waitFor();
    assert.match(await words(page, '.box'), /32\.4° S, 14\.2° W, within 4 km/);
    await page.locator('svg .land').waitFor({ state: 'attached' });
    await look('place', true);

    // The map draws areas, tells the same in its table, and is moved by keys.
    await page.goto(`${server.address}/map`);
    await page.locator('svg .land').waitFor({ state: 'attached' });
    const { places } = await (await fetch(`${server.address}/api/map`)).json();
    assert.equal(await page.locator('svg ellipse.area').count(), places.length);
    assert.equal(await page.locator('tbody tr').count(), places.length);
    // Pixels of a kilometre, as the scale shows it.
    const wide = () => page.locator('svg .ruler').evaluate((ruler) => ruler.querySelector('path').getBBox().width / parseFloat(ruler.textContent.replaceAll(',', '')));
    const before = await wide();
    await page.locator('svg[tabindex="0"]').focus();
    await page.keyboard.press('+');
    assert.ok(Math.abs((await wide()) / before - 1.6) < 0.01);
    // The invented places lie in the sea; land comes into view from farther away.
    assert.equal(await page.locator('svg .land').getAttribute('d'), '');
    for (let out = 0; out < 7; out += 1) await page.keyboard.press('-');
    await page.locator('svg .land[d*=M]').waitFor({ state: 'attached' });
    await shot('map-wide');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('0');
    assert.ok(Math.abs((await wide()) / before - 1) < 0.01);
    if (!narrow) {
      await page.locator('tbody tr', { hasText: 'Lindow' }).hover();
      assert.match((await page.locator('svg .area.pointed title').textContent()) ?? '', /^Lindow: .*within 4 km/);
    }
    await look('map', true);
    await page.locator('svg a[aria-label^="Lindow:"] ellipse').click();
    await page.getByRole('heading', { name: 'Lindow' }).waitFor();

    for (const name of ['documents', 'events', 'actors', 'places', 'decisions', 'sources', 'problems', 'about', 'rumours', 'documents/none']) {
      await page.goto(`${server.address}/${name}`);
      await page.locator('main h1').waitFor();
      await look(name.replace('/', '-'));
    }
    // The two addresses that are not there answer 404, which the browser itself notes.
    assert.deepEqual(complaints.filter((complaint) => !/status of 404/.test(complaint)), []);
    await close();
  });
}

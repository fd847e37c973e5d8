// What the pages owe to every reader: hostile text never runs, keys do what they say, nothing moves that need not.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCREENSHOTS, launch, open, words } from './browser.mjs';
import { serve } from './server.mjs';

let server;
let empty;
let browser;
let documents;
before(async () => {
  server = await serve();
  empty = await serve('--empty');
  browser = await launch();
  documents = (await (await fetch(`${server.address}/api/documents`)).json()).rows;
});
after(async () => {
  await browser?.close();
  server?.end();
  empty?.end();
});

const named = (part) => documents.find((document) => document.file.includes(part)).id;

test('hostile text is shown and never runs', async () => {
  const { page, complaints, close } = await open(browser, server.address, { width: 1280 });
  for (const path of [`/documents/${named('hostile')}`, '/', '/documents', '/claims?q=shelled', '/events?q=shelled', '/problems', '/claims?columns=quote+file+outlet']) {
    await page.goto(server.address + path);
    await page.locator('main h1').first().waitFor();
    await page.waitForTimeout(150);
    assert.match(await page.title(), /Isnad$/, path);
    assert.equal(await page.locator('main script, main img, main iframe, main [onerror], main [onload], main a[href^="javascript"]').count(), 0, path);
  }
  await page.goto(`${server.address}/documents/${named('hostile')}`);
  await page.locator('article h1').waitFor();
  const text = await page.locator('article').innerText();
  assert.ok(text.includes('<img src=x onerror="document.title=\'owned\'">'));
  assert.ok(text.includes("javascript:document.title='owned'"));
  // The order of letters that the file holds is the order that is seen.
  assert.match(text, /RLOdellikPDF/);
  await page.screenshot({ path: `${SCREENSHOTS}/hostile-1280-light.png` });
  for (const claim of (await (await fetch(`${server.address}/api/documents/${named('hostile')}`)).json()).claims) {
    await page.goto(`${server.address}/claims/${claim.id}`);
    await page.locator('main h1').waitFor();
    await page.goto(`${server.address}/events/${claim.events[0]}`);
    await page.locator('main h2').first().waitFor();
    assert.doesNotMatch(await page.title(), /^owned/);
  }
  assert.deepEqual(complaints, []);
  await close();
});

test('right-to-left paragraphs are set right, in their own letters', async () => {
  const { page, complaints, close } = await open(browser, server.address, { width: 1280 });
  const fonts = [];
  page.on('request', (request) => /woff2/.test(request.url()) && fonts.push(request.url()));
  await page.goto(`${server.address}/documents/${named('courier')}`);
  await page.locator('article h1').waitFor();
  await page.evaluate(() => document.fonts.ready);
  assert.ok(fonts.length > 0 && !fonts.some((font) => /arabic|hebrew|cyrillic/.test(font)), fonts.join(' '));
  await page.goto(`${server.address}/documents/${named('scripts')}`);
  await page.locator('article h1').waitFor();
  await page.evaluate(() => document.fonts.ready);
  for (const script of ['arabic', 'hebrew', 'cyrillic']) assert.ok(fonts.some((font) => font.includes(script)), script);
  const sides = await page.locator('article p').evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
  assert.deepEqual(sides, ['ltr', 'rtl', 'rtl', 'ltr']);
  await page.locator('.trigger', { hasText: 'ستبقى' }).click();
  await page.locator('li.open', { hasText: 'Forecast' }).waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}/scripts-1280-light.png` });
  assert.deepEqual(complaints, []);
  await close();
});

test('keys lead through documents, to the search and to their own list', async () => {
  const { page, complaints, close } = await open(browser, server.address, { width: 1280, motion: 'reduce' });
  await page.goto(`${server.address}/documents/${documents[0].id}`);
  await page.locator('article h1').waitFor();
  await page.keyboard.press(']');
  await page.waitForURL(`**/documents/${documents[1].id}`);
  await page.locator('article h1').waitFor();
  await page.keyboard.press('[');
  await page.waitForURL(`**/documents/${documents[0].id}`);
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}/keys-1280-light.png` });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.match(page.url(), new RegExp(`${documents[0].id}$`));
  await page.keyboard.press('/');
  await page.keyboard.type('flour');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/claims?q=flour');
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
  // The first stop of the tabulator is the way past the bar, and it can be seen.
  await page.goto(`${server.address}/documents/${documents[0].id}`);
  await page.locator('article h1').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
  assert.ok(await page.evaluate(() => (document.activeElement?.getBoundingClientRect().top ?? -1) >= 0));
  await page.locator('a.ref').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('li.open').waitFor();
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
  assert.deepEqual(complaints, []);
  await close();
});

test('a second click on the same words goes on to the next claim they belong to', async () => {
  const { page, close } = await open(browser, server.address, { width: 1280 });
  const id = named('statement');
  await page.goto(`${server.address}/documents/${id}`);
  const trigger = page.locator('.trigger', { hasText: 'died' });
  await trigger.click();
  await page.locator('li.open .chain li', { hasText: 'Kestrin Front' }).waitFor();
  assert.match(await words(page, 'li.open .chain'), /outlet not stated.*Kestrin Front/);
  const reader = await (await fetch(`${server.address}/api/documents/${named('courier')}`)).json();
  const overlapping = reader.claims.filter((claim) => claim.quote.includes('ambushed'));
  assert.equal(overlapping.length, 1);
  await close();
});

test('the theme can be chosen and is kept', async () => {
  const { page, complaints, close } = await open(browser, server.address, { width: 1280, theme: 'light' });
  await page.goto(server.address);
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const paper = await ground();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  assert.notEqual(await ground(), paper);
  await page.reload();
  assert.notEqual(await ground(), paper);
  await page.getByRole('button', { name: 'Light theme' }).click();
  assert.equal(await ground(), paper);
  assert.deepEqual(complaints, []);
  await close();
});

test('the table can be sorted, its columns chosen, its rows copied', async () => {
  const { page, complaints, close } = await open(browser, server.address, { width: 1280 });
  await page.goto(`${server.address}/claims?kind=relation`);
  await page.locator('tbody tr').first().waitFor();
  await page.getByRole('button', { name: /^Claim/ }).click();
  await page.waitForURL(/sort=type/);
  await page.waitForFunction(() => document.querySelector('tbody td.type')?.textContent?.includes('Backs'));
  await page.getByText('Columns').click();
  await page.getByLabel('Rule').check();
  await page.waitForURL(/columns=/);
  assert.match(await words(page, 'thead'), /Rule/);
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await page.getByText('4 rows copied').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const lines = copied.split(/\r?\n/);
  assert.equal(lines[0], 'Claim,Words,Actor,Target,Place,Time,Figures,According to,How sure,Rule');
  assert.equal(lines.length, 5);
  assert.match(lines[1], /^Backs,"?The Kestrin Front, which is backed by Ostrel"?,Ostrel,Kestrin Front,/);
  assert.deepEqual(complaints, []);
  await close();
});

test('a claim tells why it says what it says, when it is asked', async () => {
  const { page, complaints, close } = await open(browser, server.address, { width: 1280 });
  const asked = [];
  page.on('request', (request) => request.url().endsWith('/explanation') && asked.push(request.url()));
  await page.goto(`${server.address}/documents/${named('courier')}`);
  await page.locator('.trigger').first().click();
  await page.locator('li.open').waitFor();
  assert.equal(asked.length, 0, 'nothing is explained that nobody asked for');
  await page.getByRole('button', { name: 'Why?' }).click();
  const why = page.getByRole('region', { name: 'Why it says so' });
  await why.locator('tbody tr').first().waitFor();
  // The picture has its table: each word with what it is to which head.
  const claim = decodeURIComponent(page.url().split('#claim=')[1]);
  const told = await (await fetch(`${server.address}/api/claims/${claim}/explanation`)).json();
  assert.deepEqual(await why.locator('tbody th').allInnerTexts(), told.sentence.tokens.map((token) => token.word));
  assert.equal(await why.locator('tbody svg path').count(), told.sentence.tokens.length);
  assert.match(await words(page, '.why'), /differently from what the case has: modality/);
  for (const field of told.fields) for (const value of field.values) assert.ok((await words(page, '.why')).includes(value.why), value.why);
  await why.getByText('data/en/events.tsv:7').click();
  await why.getByText('lemma').waitFor();
  await why.getByText('Passed over: 1').click();
  await why.getByText('needs people in the slot object').waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}/why-1280-light.png` });
  // The key opens and closes it, and goes along to the next claim.
  await page.keyboard.press('w');
  await why.waitFor({ state: 'detached' });
  await page.keyboard.press('w');
  await why.waitFor();
  await page.keyboard.press('j');
  await page.waitForFunction((before) => !location.hash.includes(before), claim);
  await why.locator('tbody tr').first().waitFor();
  // Words of a source stay words.
  for (const claim of (await (await fetch(`${server.address}/api/documents/${named('hostile')}`)).json()).claims) {
    await page.goto(`${server.address}/claims/${claim.id}`);
    await page.locator('main h1').waitFor();
    await page.keyboard.press('w');
    await page.locator('.why tbody tr').first().waitFor();
    assert.equal(await page.locator('main script, main img, main iframe, main [onerror]').count(), 0);
    assert.doesNotMatch(await page.title(), /^owned/);
  }
  assert.deepEqual(complaints, []);
  await close();
});

test('a claim that cannot be explained says why not', async () => {
  const { page, close } = await open(browser, server.address, { width: 360 });
  const { rows } = await (await fetch(`${server.address}/api/claims?type=agree`)).json();
  await page.goto(`${server.address}/claims/${rows[0].id}`);
  await page.getByRole('button', { name: 'Why?' }).click();
  await page.getByRole('alert').waitFor();
  assert.match(await words(page, '.why'), /another version/);
  await close();
});

test('an empty case says how to read a first report', async () => {
  const { page, complaints, close } = await open(browser, empty.address, { width: 1280 });
  await page.goto(empty.address);
  await page.getByRole('heading', { name: 'This case is empty' }).waitFor();
  assert.match(await words(page, 'pre'), /^isnad read REPORTS --case lakes\.isnad$/);
  await page.screenshot({ path: `${SCREENSHOTS}/empty-1280-light.png` });
  for (const path of ['/documents', '/claims', '/events', '/actors', '/places', '/map', '/decisions', '/sources', '/problems']) {
    await page.goto(empty.address + path);
    await page.locator('main h1').waitFor();
  }
  assert.deepEqual(complaints, []);
  await close();
});

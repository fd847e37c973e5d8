// Debian's Chromium, and pages that must not say a word on their console.

import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const TARGET = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL('../../../../target', import.meta.url));
export const SCREENSHOTS = `${TARGET}/screenshots`;

export async function launch() {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`expected Chromium at ${CHROMIUM}, found nothing there: install Debian's package chromium, or name another with CHROMIUM`);
  }
  mkdirSync(SCREENSHOTS, { recursive: true });
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A page whose complaints are kept: errors, warnings, violations of the policy, requests elsewhere, dialogs. */
export async function open(browser, address, { width, theme = 'light', motion = 'no-preference' }) {
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 740 : 860 },
    colorScheme: theme,
    reducedMotion: motion,
    hasTouch: width < 500,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // A slow machine is waited for: these tests say what is shown, not how soon.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${address}/`)) complaints.push(`asked for ${request.url()}`);
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  return { page, complaints, close: () => context.close() };
}

/** What the page says, without the marks that only people with eyes need. */
export async function words(page, selector) {
  return (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim();
}

/** What a screen reader is given of a page: its whole tree as text, and what must be true of every one. */
import { mkdirSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const folder = join(import.meta.dirname, '../browser/trees');

/** Clock times and ids in addresses are of the moment; what is said of slow things is said on slow machines. */
const masked = (tree: string): string => tree.replace(/^- status: (?:Opening|Laying out) .*$/m, '- status').replace(/\b\d{1,2}:\d{2}\b/g, '00:00').replace(/\/url: .*/g, '/url: …');

/** Compares the tree of a page or a part of it with the one that is kept, in full; `UPDATE_TREES=1` keeps what there is now. */
export const sameTree = async (part: Locator, name: string): Promise<void> => {
  const tree = `${masked(await part.ariaSnapshot())}\n`;
  const file = join(folder, `${name}.yml`);
  if (process.env['UPDATE_TREES'] === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, tree);
    return;
  }
  if (!existsSync(file)) throw new Error(`There is no ${file}: run with UPDATE_TREES=1, and read what it keeps.`);
  expect(tree, name).toBe(readFileSync(file, 'utf8'));
};

const pressed = new Set(['button', 'link', 'textbox', 'combobox', 'radio', 'checkbox', 'tab', 'menuitem', 'option', 'searchbox', 'slider', 'switch', 'DisclosureTriangle']);

/** What Chromium itself computes: every control has a name, no part of the page is an application, and there is one first heading. */
export const faultsOfTree = async (page: Page): Promise<readonly string[]> => {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const shown = nodes.filter(({ ignored }) => !ignored);
  const roleOf = (node: (typeof nodes)[number]): string => String(node.role?.value ?? '');
  const has = (node: (typeof nodes)[number], property: string): unknown => node.properties?.find(({ name }) => name === property)?.value.value;
  const unnamed = shown.filter((node) => pressed.has(roleOf(node)) && String(node.name?.value ?? '').trim() === '').map((node) => `a ${roleOf(node)} has no name`);
  const applications = shown.filter((node) => roleOf(node) === 'application').map(() => 'role=application');
  const modal = shown.some((node) => roleOf(node) === 'dialog' || roleOf(node) === 'alertdialog');
  const ones = shown.filter((node) => roleOf(node) === 'heading' && has(node, 'level') === 1).length;
  // Behind a modal dialog nothing of the page is there, its heading included.
  const headings = ones === (modal ? 0 : 1) ? [] : [`${ones} headings of level 1${modal ? ' behind a modal dialog' : ''}`];
  const behind = modal ? await page.evaluate(() => [...document.querySelectorAll('main, header, #controls')].filter((one) => one.checkVisibility() && !one.closest('[role="dialog"], [aria-hidden="true"], [inert]')).map((one) => `${one.tagName.toLowerCase()} is reachable behind the dialog`)) : [];
  return [...unnamed, ...applications, ...headings, ...behind];
};

/**
 * `npm run gallery [-- GUISE… | CHAPTER… | --axe]`: a picture of every screen in every guise, to be looked at beside
 * `reference/interface/`; with `--axe` what axe has against each, too. `-- rooms` and `-- people` are the 3D pictures alone, fewer of
 * them by further words: `rooms garden evening 50 phone`. A sheet of all pictures of a guise stands beside them.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { violations } from '#test/support/axe.ts';
import { launch } from '#test/support/chromium.ts';
import { startHearth, type TestHearth } from '#test/support/hearth.ts';
import { settled } from '#test/support/page.ts';
import { chapterIds, visitScreens, type ChapterId } from '#test/screens/chapters.ts';
import { companyIn, roomsOfCompany, withVoice, type Company } from '#test/screens/company.ts';
import { isPictureWord, photograph3d, pictureChapters, pictureWords } from './pictures.ts';
import { guises, lookIn, type Guise } from '#test/screens/guises.ts';

const FOLDER = 'test-results/gallery';

/** Takes the pictures of one guise; those screens that axe has something against, with what. */
const photograph = async (browser: Browser, hearth: TestHearth, company: Company, name: string, guise: Guise, chapters: readonly ChapterId[], judged: boolean): Promise<Readonly<Record<string, readonly string[]>>> => {
  const folder = join(FOLDER, name);
  mkdirSync(folder, { recursive: true });
  const { stage, close } = await lookIn(browser, hearth, company, guise);
  const against: Record<string, readonly string[]> = {};
  let count = 0;
  try {
    await visitScreens(stage, async (screen) => {
      await settled(stage.page);
      await stage.page.screenshot({ path: join(folder, `${String(++count).padStart(2, '0')} ${screen}.png`) });
      if (!judged) return;
      const found = await violations(stage.page);
      if (found.length > 0) against[screen] = found;
    }, chapters);
  } catch (error) {
    // What stood there when it could not go on.
    await stage.page.screenshot({ path: join(folder, 'failed.png') }).catch(() => undefined);
    throw new Error(`${name}, after picture ${count}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  } finally {
    await close();
  }
  writeFileSync(join(folder, 'index.html'), sheetOf(name, readdirSync(folder).filter((file) => file.endsWith('.png')).sort()));
  process.stdout.write(`  … ${name}: ${count} pictures${judged ? `, ${Object.keys(against).length} with something against them` : ''}\n`);
  return against;
};

const sheetOf = (title: string, files: readonly string[]): string =>
  `<!doctype html><meta charset="utf-8"><title>${title}</title><style>body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}img{max-width:400px;border:1px solid #999}</style>${
    files.map((file) => `<figure><a href="${file}"><img src="${file}" alt=""></a><figcaption>${file}</figcaption></figure>`).join('')}`;

const photographPictures = async (browser: Browser, asked: readonly string[]): Promise<void> => {
  const folder = join(FOLDER, '3d');
  const taken = pictureChapters.filter((chapter) => asked.includes(chapter));
  await photograph3d(browser, folder, taken.length > 0 ? taken : pictureChapters, asked, (name) => process.stdout.write(`  … ${name}\n`));
  writeFileSync(join(folder, 'index.html'), sheetOf('3d', readdirSync(folder).filter((file) => file.endsWith('.png')).sort()));
};

const main = async (): Promise<void> => {
  const asked = process.argv.slice(2).filter((one) => one !== '--axe');
  const names = Object.keys(guises);
  const in3d = pictureChapters.some((chapter) => asked.includes(chapter));
  const unknown = asked.find((one) => (in3d ? !pictureChapters.some((id) => id === one) && !isPictureWord(one) : !names.includes(one) && !chapterIds.some((id) => id === one)));
  if (unknown !== undefined) throw new Error(in3d ? `There is no 3D picture of ${unknown}. Of: ${pictureWords}.` : `There is nothing called ${unknown}. Guises: ${names.join(', ')}. Chapters: ${[...chapterIds, ...pictureChapters].join(', ')}.`);
  const wanted = names.filter((name) => asked.includes(name));
  const chapters = chapterIds.filter((id) => asked.includes(id));
  rmSync(FOLDER, { recursive: true, force: true });
  const browser = await launch();
  if (in3d || asked.length === 0) await photographPictures(browser, asked);
  if (in3d) {
    await browser.close();
    process.stdout.write(`They are in ${FOLDER}/3d.\n`);
    return;
  }
  const hearth = await startHearth(roomsOfCompany, withVoice);
  const against: Record<string, Readonly<Record<string, readonly string[]>>> = {};
  try {
    const company = await companyIn(hearth);
    for (const [name, guise] of Object.entries(guises)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const found = await photograph(browser, hearth, company, name, guise, chapters.length > 0 ? chapters : [...guise.chapters, 'ritual'], process.argv.includes('--axe'));
      if (Object.keys(found).length > 0) against[name] = found;
    }
    await company.leave();
    process.stdout.write(`They are in ${FOLDER}; each folder has a sheet, index.html.\n`);
  } finally {
    await browser.close();
    await hearth.remove();
  }
  if (Object.keys(against).length > 0) throw new Error(JSON.stringify(against, undefined, 2));
};

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);

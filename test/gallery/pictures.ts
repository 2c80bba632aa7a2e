/** The rooms and their people as 3D pictures: the gallery page of the view, whose made-up people the product's own scene draws. */
import { mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createServer } from 'vite';
import { riteNames } from '#client/view-3d/gallery/rites.ts';
import { moodNames } from '#client/view-3d/stage/moods.ts';

const rooms: readonly string[] = readdirSync('assets/rooms').filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5));
const crowds = ['0', '5', '50', '300'] as const;
const shapes = { screen: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } } as const;
type ShapeName = keyof typeof shapes;
const shapeNames = Object.keys(shapes) as ShapeName[];
const poses = ['stand', 'walk', 'sit'] as const;
const rows = ['hair', 'headwear', 'under', 'face', 'hearing', 'clothes', 'moving', 'acts', 'random'] as const;

/** What the page of the gallery offers. */
interface GalleryPage {
  readonly gallery: { readonly drawn: number; readonly lost: string | undefined; setMood(mood: string): void; setPeople(count: number): void; setRite(name: string, done: number): void; request(): void };
}

/** Each word picks from one of the lists; a list that no word picks from is taken whole. */
const picked = <Name extends string>(names: readonly Name[], words: readonly string[]): readonly Name[] => {
  const wanted = names.filter((name) => words.includes(name));
  return wanted.length > 0 ? wanted : names;
};

/** A picture stands when names have found their places, which takes a few frames. */
const settle = async (page: Page): Promise<void> => {
  for (let frame = 0; frame < 8; frame++) {
    await page.evaluate(() => new Promise<void>((resolve) => {
      const { gallery } = window as unknown as GalleryPage;
      const before = gallery.drawn;
      const look = (): void => (gallery.drawn > before ? resolve() : void requestAnimationFrame(look));
      gallery.request();
      look();
    }));
  }
};

type Take = (page: Page, name: string) => Promise<void>;

const photographRoom = async (browser: Browser, url: string, room: string, words: readonly string[], take: Take): Promise<void> => {
  const outlined = words.includes('outlined');
  for (const shape of picked(shapeNames, words)) {
    const page = await browser.newPage({ viewport: shapes[shape], reducedMotion: 'reduce' });
    await page.goto(`${url}view-3d/gallery/harness.html?room=${room}&view=arrival&still=1&people=1&quality=A${outlined ? '&outlines=1' : ''}`);
    await page.locator('[data-drawn]').waitFor({ timeout: 120_000 });
    for (const mood of picked(moodNames, words)) {
      for (const crowd of picked(crowds, words)) {
        await page.evaluate(([light, others]) => {
          const { gallery } = window as unknown as GalleryPage;
          gallery.setMood(light);
          gallery.setPeople(Number(others) + 1);
        }, [mood, crowd] as const);
        await settle(page);
        await take(page, `${room} ${shape} ${mood} ${crowd.padStart(3, '0')}${outlined ? ' outlined' : ''}`);
      }
    }
    await page.close();
  }
};

const photographPeople = async (browser: Browser, url: string, words: readonly string[], take: Take): Promise<void> => {
  const page = await browser.newPage({ viewport: shapes.screen, reducedMotion: 'reduce' });
  for (const row of picked(rows, words)) {
    for (const pose of picked(poses, words)) {
      await page.goto(`${url}view-3d/gallery/studio.html?show=${row}&pose=${pose}&at=1`);
      await page.waitForFunction(() => document.title.includes('draws'), undefined, { timeout: 60_000 });
      await take(page, `people ${row} ${pose}`);
    }
  }
  await page.close();
};

/** A ritual at each of its steps, among fourteen at the fire, in the light that its script has for it. */
const photographRituals = async (browser: Browser, url: string, words: readonly string[], take: Take): Promise<void> => {
  const room = rooms.find((name) => words.includes(name)) ?? 'commons';
  for (const shape of picked(shapeNames, words)) {
    const page = await browser.newPage({ viewport: shapes[shape], reducedMotion: 'reduce' });
    await page.goto(`${url}view-3d/gallery/harness.html?room=${room}&still=1&people=14&quality=A`);
    await page.locator('[data-drawn]').waitFor({ timeout: 120_000 });
    for (const name of picked(riteNames, words)) {
      await page.evaluate(([mood, step]) => {
        const { gallery } = window as unknown as GalleryPage;
        gallery.setMood(mood);
        gallery.setRite(step, 8);
      }, [name === 'celebration' ? 'celebration' : name === 'stone' ? 'day' : 'evening', name] as const);
      await settle(page);
      await take(page, `ritual ${room} ${shape} ${name}`);
    }
    await page.close();
  }
};

export const pictureChapters = ['rooms', 'people', 'rituals'] as const;
export type PictureChapter = (typeof pictureChapters)[number];
const words: readonly string[] = [...rooms, ...moodNames, ...crowds, ...shapeNames, ...rows, ...poses, ...riteNames, 'outlined'];
export const isPictureWord = (word: string): boolean => words.includes(word);
export const pictureWords = words.join(', ');

/** Takes them into a folder; returns what they are called. */
export const photograph3d = async (browser: Browser, folder: string, chapters: readonly PictureChapter[], wanted: readonly string[], note: (line: string) => void): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  const server = await createServer({ configFile: 'client/view-3d/gallery/vite.config.ts', cacheDir: join(tmpdir(), 'hearth-gallery-3d'), logLevel: 'error', server: { port: 0, host: '127.0.0.1', hmr: false, watch: null } });
  try {
    await server.listen();
    const url = server.resolvedUrls?.local[0];
    if (url === undefined) throw new Error('The 3D gallery is served nowhere.');
    const take = async (page: Page, name: string): Promise<void> => {
      await page.screenshot({ path: join(folder, `${name}.png`) });
      note(name);
    };
    if (chapters.includes('rooms')) for (const room of picked(rooms, wanted)) await photographRoom(browser, url, room, wanted, take);
    if (chapters.includes('rituals')) await photographRituals(browser, url, wanted, take);
    if (chapters.includes('people')) await photographPeople(browser, url, wanted, take);
  } finally {
    await server.close();
  }
};

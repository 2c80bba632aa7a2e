/** Finds a Chromium for the browser tests, or gets one, and says what it does. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { withLock } from './lock.ts';

const isRoot = process.getuid?.() === 0;
const say = (line: string): boolean => process.stderr.write(`${line}\n`);

const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable'];
const programs: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) => {
    const folder = process.env[key];
    return folder ? ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) => join(folder, path)) : [];
  }),
};

const installed = (): string | undefined => {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...(programs[process.platform] ?? onPath), chromium.executablePath()].find((path) => path !== '' && existsSync(path));
};

const run = (command: string, given: readonly string[]): boolean => spawnSync(command, given, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 240_000 }).status === 0;

const fromDebian = (): string | undefined => {
  if (!isRoot || !existsSync('/etc/debian_version')) return undefined;
  say('No browser found. Installing Debian’s chromium (apt-get, about a minute)…');
  return run('apt-get', ['update', '-q']) && run('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium']) ? installed() : undefined;
};

/** Playwright's own headless browser: launched by leaving the path out. */
const playwrights = 'playwright';
const cli = join(createRequire(import.meta.url).resolve('playwright-core/package.json'), '../cli.js');
const isDownloaded = (): boolean => {
  const listed = spawnSync(process.execPath, [cli, 'install', '--dry-run', 'chromium-headless-shell'], { encoding: 'utf8' }).stdout;
  return existsSync(/Install location:\s*(.+)/.exec(listed)?.[1]?.trim() ?? '');
};
const fromPlaywright = (): string | undefined => {
  if (isDownloaded()) return playwrights;
  say('No browser found. Downloading Playwright’s chromium-headless-shell (about 110 MB)…');
  return run(process.execPath, [cli, 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium-headless-shell']) && isDownloaded() ? playwrights : undefined;
};

const find = async (): Promise<string> => {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist: name a Chrome, Chromium or Edge.`);
  }
  const found = installed() ?? (await withLock('browser', async () => installed() ?? fromDebian() ?? fromPlaywright()));
  if (found === undefined) throw new Error('The browser tests need Chrome, Chromium or Edge: install one, or name it by CHROME_PATH.');
  return found;
};

/** By this name, too, the browser finds this machine. */
export const PLAIN_HOST = 'hearth.test';

let path: Promise<string> | undefined;

/** Starts a headless browser that draws 3D in software and asks nothing of any other host; with more of Chromium's own switches. */
export const launch = async (more: readonly string[] = []): Promise<Browser> => {
  const executablePath = await (path ??= find());
  return chromium.launch({
    ...(executablePath === playwrights ? {} : { executablePath }),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
      // The page around the picture is drawn by the processor as such: through a graphics card that is itself software (as Debian's own flags have it), it takes up to ten times as long.
      '--disable-gpu-rasterization', '--disable-gpu-compositing',
      // An address that is neither https nor localhost, as one on a home’s or a school’s network: browsers keep things from it.
      `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`,
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run', ...more,
    ],
  });
};

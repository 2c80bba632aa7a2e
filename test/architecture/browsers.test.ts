import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource, root, sourcesOf, type Source } from './sources.ts';

/**
 * Hearth runs in Chromium 125, Firefox 128 and Safari 17.5 and later (README). What came after them, or came to some alone, is named
 * here; where a page does well without it, a file may ask for it and stands below. ECMAScript is the compiler's business (`lib`).
 */
const younger: Readonly<Record<string, RegExp>> = {
  'requestIdleCallback (no Safari)': /\brequestIdleCallback\b/,
  'AudioContext.setSinkId (Chromium alone)': /\bsetSinkId\b/,
  'selectAudioOutput (Firefox alone)': /\bselectAudioOutput\b/,
  'permissions.query of a microphone (Firefox 132)': /\bpermissions\.query\b/,
  'tracks taken apart (Chromium alone)': /\b(?:MediaStreamTrackProcessor|MediaStreamTrackGenerator|createEncodedStreams)\b/,
  'codecs (Firefox 130, Safari 26)': /\b(?:Audio|Video|Image)(?:Decoder|Encoder)\b|\bVideoFrame\b/,
  'a position of the listener as parameters (no Firefox)': /\blistener\.(?:position|forward|up)[XYZ]\b/,
  'view transitions (Firefox 144, Safari 18)': /\bstartViewTransition\b/,
  'ariaNotify (Chromium alone)': /\bariaNotify\b/,
  'files of the machine (Chromium alone)': /\bshow(?:OpenFile|SaveFile|Directory)Picker\b/,
  'hints of the machine (Chromium alone)': /\bnavigator\.(?:userAgentData|connection|keyboard|deviceMemory|ink)\b|\bperformance\.memory\b/,
  'navigation, cookieStore, scheduler, URLPattern, CloseWatcher': /\b(?:window\.navigation|cookieStore|scheduler\.(?:yield|postTask)|URLPattern|CloseWatcher)\b/,
  'highlights (Firefox 140)': /\bCSS\.highlights\b/,
  'moveBefore (Chromium 133)': /\.moveBefore\(/,
  'a filter, a spacing of a canvas (no Safari)': /\b(?:ctx|context|pen|canvas)\.(?:filter|letterSpacing|wordSpacing|fontKerning)\b/,
  'streams iterated (Chromium and Firefox alone)': /for await \([^)]*\.(?:body|readable)\b/,
};

const styles: Readonly<Record<string, RegExp>> = {
  'anchor positioning (Firefox 147, Safari 26)': /\banchor-name\b|\bposition-(?:anchor|area|try)\b|\banchor(?:-size)?\(/,
  'field-sizing, interpolate-size, calc-size (Chromium first)': /\b(?:field-sizing|interpolate-size|calc-size)\b/,
  '@scope (Firefox 146), @starting-style (Firefox 129), @position-try, @function': /@(?:scope|starting-style|position-try|function)\b/,
  'transition-behavior (Firefox 129)': /\btransition-behavior\b|\ballow-discrete\b/,
  'animations by scrolling (no Firefox)': /\b(?:animation|scroll|view)-timeline\b/,
  'if(), sibling-index(), random() and contrast-color()': /(?<![\w-])(?:if|sibling-(?:index|count)|random|contrast-color)\(/,
  'reading-flow, corner-shape, text-box (Chromium first)': /\b(?:reading-flow|corner-shape|text-box)\b/,
  'text-decoration with more than a line (Safari 26.2)': /(?<![\w-])text-decoration:[^;}]*(?:\d|var\(|#)/,
  ':open, ::details-content (2024 and later)': /:open\b|::details-content\b/,
};

/** These ask first whether it is there. */
const asks: Readonly<Record<string, string>> = { 'client/voice/devices.ts': 'AudioContext.setSinkId (Chromium alone)' };

const found = (named: Readonly<Record<string, RegExp>>, path: string, text: string): readonly string[] =>
  Object.entries(named).flatMap(([what, pattern]) => (pattern.test(text) && asks[path] !== what ? [`${path}: ${what}`] : []));
const tooYoung = ({ path, bare }: Source): readonly string[] => found(younger, path, bare);

const sheets = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ path: `client/${name.replaceAll('\\', '/')}`, text: readFileSync(join(root, 'client', name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ' ') }));

describe('the client asks of a browser what those of README have', () => {
  it('calls nothing younger, unless it asks first', () => {
    expect(sourcesOf('client', 'shared').flatMap(tooYoung)).toEqual([]);
    for (const path of Object.keys(asks)) expect(tooYoung({ ...readSource('client/x.ts', readFileSync(join(root, path), 'utf8')) }), path).toHaveLength(1);
  });

  it('styles with nothing younger', () => {
    expect(sheets.length).toBeGreaterThan(50);
    expect(sheets.flatMap(({ path, text }) => found(styles, path, text))).toEqual([]);
  });

  it('is compiled with the ECMAScript that they all have', () => {
    for (const part of ['client', 'shared']) expect(readFileSync(join(root, part, 'tsconfig.json'), 'utf8'), part).toMatch(/"lib": \["ES2024"/);
    expect(readFileSync(join(root, 'vite.config.ts'), 'utf8')).toContain("target: 'es2023'");
  });

  it.each(['requestIdleCallback(f);', 'await context.setSinkId(id);', "await navigator.permissions.query({ name: 'microphone' });", 'document.startViewTransition(f);', 'navigator.connection.saveData;', 'const image = new ImageDecoder(x);', 'context.listener.positionX.value = 1;', 'pen.filter = blur;', 'for await (const part of answer.body) f(part);'])(
    'would be caught: %s',
    (text) => expect(tooYoung(readSource('client/app/x.ts', text))).toHaveLength(1),
  );

  it.each(['.a { position-anchor: --b; }', '.a { width: anchor-size(width); }', '@starting-style { .a { opacity: 0; } }', 'textarea { field-sizing: content; }', '.a { color: if(style(--b: 1): red); }', 'details:open { color: red; }', '.a { text-decoration: underline 3px var(--act); }'])(
    'would be caught: %s',
    (text) => expect(found(styles, 'client/app/x.css', text)).toHaveLength(1),
  );
});

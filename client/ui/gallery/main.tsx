/** `?screen=portraits|figures|controls|join-known|join-you|join-error|join-look|join-view&theme=light|dark&text=2&dir=rtl&locale=en-XA` */
import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import '#client/ui/base.ts';
import { WordsProvider } from '#client/app/WordsProvider.tsx';
import { localeOf, translationOf } from '#client/app/locales/load.ts';
import { Controls } from './Controls.tsx';
import { Figures, Portraits } from './People.tsx';
import { joinScreens } from './joinScreens.tsx';

const query = new URLSearchParams(location.search);
const root = document.documentElement;
const theme = query.get('theme');
if (theme) root.dataset.theme = theme;
root.dir = query.get('dir') ?? 'ltr';
root.style.setProperty('--text-size', query.get('text') ?? '1');

const screens: Readonly<Record<string, ComponentType>> = { portraits: Portraits, figures: Figures, controls: Controls, ...joinScreens };
const Screen = screens[query.get('screen') ?? 'portraits'] ?? Portraits;
const locale = localeOf(query.get('locale') ?? undefined, []);
const translation = await translationOf(locale);

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <WordsProvider locale={locale} translation={translation}>
        <Screen />
      </WordsProvider>
    </StrictMode>,
  );
}

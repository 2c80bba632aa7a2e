import '#client/ui/base.ts';
import { createRoot } from 'react-dom/client';
import { App } from '#client/app/App.tsx';
import { WordsProvider } from '#client/app/WordsProvider.tsx';
import { wantedLocale } from '#client/settings/language.ts';
import { applySettings, settings } from '#client/settings/settings.ts';
import { translationOf } from '#client/app/locales/load.ts';

applySettings();
settings.subscribe(applySettings);

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app.');
const locale = wantedLocale();
const translation = await translationOf(locale);
document.documentElement.lang = locale;

createRoot(root).render(
  <WordsProvider locale={locale} translation={translation}>
    <App />
  </WordsProvider>,
);

import '#client/ui/base.ts';
import { createRoot } from 'react-dom/client';
import { App } from '#client/app/App.tsx';
import { WordsProvider } from '#client/app/WordsProvider.tsx';
import { applySettings, settings } from '#client/settings/settings.ts';
import { localeOf, translationOf } from '#client/app/locales/load.ts';

applySettings();

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app.');
const locale = localeOf(new URLSearchParams(location.search).get('locale') ?? settings.current.language);
const translation = await translationOf(locale);
document.documentElement.lang = locale;

createRoot(root).render(
  <WordsProvider locale={locale} translation={translation}>
    <App />
  </WordsProvider>,
);

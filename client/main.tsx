import '#client/ui/base.ts';
import { createRoot } from 'react-dom/client';
import { App } from '#client/app/App.tsx';
import { WordsProvider } from '#client/app/WordsProvider.tsx';
import { applySettings } from '#client/settings/settings.ts';
import { localeOf } from '#client/app/locales/locale.ts';

applySettings();

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app.');
const locale = localeOf(new URLSearchParams(location.search).get('locale'));
document.documentElement.lang = locale;

createRoot(root).render(
  <WordsProvider locale={locale}>
    <App />
  </WordsProvider>,
);

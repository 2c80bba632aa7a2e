/** Browsers that ask for a microphone in different places. Which one it is decides the steps that are shown, and nothing else. */
type BrowserKind = 'chromium' | 'android' | 'firefox' | 'safari' | 'ios';

/** An iPad says that it is a Mac; no Mac can be touched in several places. All browsers of iOS ask as Safari does. */
export const browserOf = ({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): BrowserKind => {
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Chrome\/|Chromium\/|Edg\//.test(userAgent)) return /Android/.test(userAgent) ? 'android' : 'chromium';
  return /Safari\//.test(userAgent) ? 'safari' : 'chromium';
};

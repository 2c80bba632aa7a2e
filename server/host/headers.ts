import type { IncomingMessage } from 'node:http';

/** What every response says about what a page may do. */
export const CONTENT_SECURITY_POLICY = [
  // Everything a page may load or talk to is our own origin.
  "default-src 'none'",
  "script-src 'self'",
  // The two rules that react-aria adds as <style>: touch-action under presses, and overscroll under dialogs on iOS.
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=' 'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(self)',
};

/** The same where pages talk to one other origin, too: a LiveKit elsewhere. */
export const securityHeaders = (voice: string): Readonly<Record<string, string>> =>
  voice === '' ? SECURITY_HEADERS : { ...SECURITY_HEADERS, 'Content-Security-Policy': CONTENT_SECURITY_POLICY.replace("connect-src 'self'", `connect-src 'self' ${voice} ${voice.replace(/^ws/, 'http')}`) };

/** The answer to a request that is not HTTP, for a socket that no route ever sees. */
export const BAD_REQUEST = ['HTTP/1.1 400 Bad Request', ...Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}`), 'Connection: close', '', ''].join('\r\n');

export type OriginCheck = (headers: Pick<Headers, 'get'>) => boolean;

/**
 * Whether a request comes from our own pages. A browser names its origin on every request that changes something and on
 * every socket; one from elsewhere, or without one, is refused. Behind a proxy our own name is PUBLIC_URL's: what a
 * request itself says of a proxy is not believed.
 */
export const originCheck = (publicUrl: string): OriginCheck => {
  const publicHost = publicUrl === '' ? undefined : new URL(publicUrl).host;
  return (headers) => {
    try {
      const { host } = new URL(headers.get('origin') ?? '');
      return host !== '' && (host === headers.get('host') || host === publicHost);
    } catch {
      return false;
    }
  };
};

/** The same of a request as Node has it. */
export const isFromOurs = ({ headers: { origin = '', host = '' } }: Pick<IncomingMessage, 'headers'>, isAllowedOrigin: OriginCheck): boolean => isAllowedOrigin(new Headers({ origin, host }));

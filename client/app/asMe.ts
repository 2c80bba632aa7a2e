import { device } from './device.ts';

/** Asks our own server over HTTP as whoever this tab is: its cookie says who the browser is. */
export const fetchAsMe = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(path, { ...init, ...(device.tab !== undefined && { headers: { authorization: `Bearer ${device.tab}` } }) });

import type { Response } from 'express';
import type { Refusal, RefusalKind } from '#shared/kernel/refusal.ts';

/** Answers a request with why not, as pages read it. */
export const refused = (response: Response, status: number, refusal: RefusalKind | Refusal): void =>
  void response.status(status).set('Cache-Control', 'no-store').json({ ok: false, refusal: { code: refusal.code, values: 'values' in refusal ? refusal.values : {} } });

import { test } from 'vitest';
import { setUp } from '#test/support/setup.ts';
import { visitByEar } from './by-ear.ts';

const here = setUp();

test('someone who only listens comes in, learns who is here, goes to them, says hello and reads the answer', () => visitByEar(here, 'en'));

import { test } from 'vitest';
import { setUp } from '#test/support/setup.ts';
import { visitByEar } from './by-ear.ts';

const here = setUp();

test('the same in Spanish, which their browser asks for', () => visitByEar(here, 'es'));

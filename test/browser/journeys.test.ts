import { setUp } from '#test/support/setup.ts';
import { journeysIn } from './journeys.ts';

journeysIn(setUp(), 'en');

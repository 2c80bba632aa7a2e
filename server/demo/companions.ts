/** Who the companions are, and how the server knows them. They come by a link of their own. */
export const COMPANIONS = 'companions';
/** Where their process finds its link in the environment. */
export const COMPANIONS_LINK = 'COMPANIONS_LINK';

const names = ['Fern', 'Otto', 'Mira', 'Juno', 'Tariq', 'Lena', 'Bao', 'Ines', 'Kofi', 'Saga', 'Noor', 'Pavel'] as const;
/** Said to be companions wherever a name is shown, so that nobody takes them for people. */
export const companionNames: readonly string[] = names.map((name) => `Companion ${name}`);

/** What they say: small talk of a room that waits for people. */
export const remarks: readonly string[] = [
  'The fire is warm today.', 'I saved you a seat.', 'Has anyone been to the Garden? The blossom is out.', 'I am a companion: I keep the room lively until people come.',
  'The Library has a good window for thinking.', 'Shall we sit together for a while?', 'There is tea at the counter in the Café.', 'I like the lanterns in the evening.',
];

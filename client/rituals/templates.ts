/** The scripts that Hearth ships, in a language of them; in English where there is none. */
const english = () => Promise.all([import('../../assets/rituals/en/check-in.json'), import('../../assets/rituals/en/launch.json'), import('../../assets/rituals/en/recognition.json'), import('../../assets/rituals/en/welcome.json')]);
const spanish = () => Promise.all([import('../../assets/rituals/es/check-in.json'), import('../../assets/rituals/es/launch.json'), import('../../assets/rituals/es/recognition.json'), import('../../assets/rituals/es/welcome.json')]);

export const templatesIn = async (locale: string): Promise<readonly unknown[]> => (await (locale.startsWith('es') ? spanish() : english())).map((one) => one.default);

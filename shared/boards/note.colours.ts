/** What notes are filled with: the boards', and the paper on the walls of the Studio. */
export const noteFills = { yellow: '#F6C64E', coral: '#F3A08A', green: '#9BCF9A', blue: '#8FC7D8', violet: '#D7B0E0' } as const;

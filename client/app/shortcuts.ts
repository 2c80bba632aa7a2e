export const useShortcuts = (): void => undefined;

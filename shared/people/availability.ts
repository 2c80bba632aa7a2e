/** How someone wants to be met; the first is how everybody comes. */
export const availabilities = ['open', 'focused', 'away'] as const;
export type Availability = (typeof availabilities)[number];
export const availabilityOf = (text: string): Availability => availabilities.find((one) => one === text) ?? 'open';

/** PostgreSQL's text holds every character but one: without this, one message with it would fail everyone's batch. */
export const storable = (value: unknown): unknown => (typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value);

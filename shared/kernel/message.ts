/** A string a person may read: an id that translations use, and its English text in ICU MessageFormat. */
export interface Message {
  readonly id: string;
  readonly defaultMessage: string;
}

/** Values for a message's placeholders. A nested message is formatted first, in the reader's language. */
export type MessageValue = string | number | Message | MessageWithValues;
export type MessageValues = Readonly<Record<string, MessageValue>>;
export interface MessageWithValues {
  readonly message: Message;
  readonly values: MessageValues;
}

/** Declares a string. Every string of Hearth passes through here; the pseudo-locale test finds those that do not. */
export const message = (id: string, defaultMessage: string): Message => ({ id, defaultMessage });

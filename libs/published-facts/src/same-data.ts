/** The way from a version that differs only in which fields are encrypted. */
export const sameData = (data: Readonly<Record<string, unknown>>): Record<string, unknown> => ({ ...data });

/** Who reads: how times and numbers are written for them. */
export interface Reader {
  /** IANA time zone, e.g. `Europe/Berlin`. */
  readonly zone: string;
  /** BCP 47, e.g. `en-GB`. */
  readonly locale: string;
}

/** For everybody about whom nothing is known. */
export const anyReader: Reader = { zone: 'UTC', locale: 'en' };

/** An hour of the day as the reader writes it: `09:00`, `9:00 AM`. */
export function hourOfDay(hour: number, { locale }: Pick<Reader, 'locale'>): string {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  return format.format(Date.UTC(2000, 0, 1, hour));
}

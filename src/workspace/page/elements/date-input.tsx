import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import { described, type Placed, useControl } from './element-control.ts';

const pad = (part: number): string => String(part).padStart(2, '0');

function localDateTime(seconds: unknown): string {
  if (typeof seconds !== 'number') return '';
  const at = new Date(seconds * 1000);
  const day = [at.getFullYear(), pad(at.getMonth() + 1), pad(at.getDate())].join('-');
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Dates and times, picked with the browser's own picker. */
export function DateInputElement(placed: Placed<Datepicker | Timepicker | DateTimepicker>) {
  const { element } = placed;
  const control = useControl(placed);
  const naming = {
    class: 'text-input date-input',
    ...described(placed, control),
    'aria-label': placed.labelledBy === undefined ? 'Choose a date or time' : undefined,
  };
  switch (element.type) {
    case 'datepicker':
      return (
        <input
          {...naming}
          type="date"
          value={text(control.value.selected_date)}
          onChange={(event) => control.choose({ selected_date: event.currentTarget.value || null })}
        />
      );
    case 'timepicker':
      return (
        <input
          {...naming}
          type="time"
          value={text(control.value.selected_time)}
          onChange={(event) => control.choose({ selected_time: event.currentTarget.value || null })}
        />
      );
    case 'datetimepicker':
      return (
        <input
          {...naming}
          type="datetime-local"
          value={localDateTime(control.value.selected_date_time)}
          onChange={(event) => {
            const at = new Date(event.currentTarget.value).getTime();
            control.choose({ selected_date_time: Number.isNaN(at) ? null : at / 1000 });
          }}
        />
      );
  }
}

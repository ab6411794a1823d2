/** Boxes to tick, and dates and times to pick. */
import { z } from 'zod';
import { anyOption } from '../text-objects.ts';
import { choosable, confirmable, focusable } from './parts.ts';

export const pickers = [
  z.strictObject({
    type: z.literal('checkboxes'),
    ...confirmable,
    ...focusable,
    options: z.array(anyOption).min(1).max(10),
    initial_options: z.array(anyOption).min(1).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...confirmable,
    ...focusable,
    options: z.array(anyOption).min(1).max(10),
    initial_option: anyOption.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('datepicker'),
    ...choosable,
    initial_date: z.iso.date().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...choosable,
    initial_time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .exactOptional(),
    timezone: z.string().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...confirmable,
    ...focusable,
    initial_date_time: z.int().exactOptional(),
  }),
] as const;

/** What several kinds of elements have in common. */
import { z } from 'zod';
import { confirmDialog, identifier, plainText } from '../text-objects.ts';

export const actionable = { action_id: identifier.exactOptional() };
export const confirmable = { ...actionable, confirm: confirmDialog.exactOptional() };
export const focusable = { focus_on_load: z.boolean().exactOptional() };
export const holdable = { ...focusable, placeholder: plainText(150).exactOptional() };
export const choosable = { ...confirmable, ...holdable };
export const label = { accessibility_label: z.string().max(75).exactOptional() };

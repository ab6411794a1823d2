import type { Understanding } from '../understanding/meaning.ts';

/** What a question wants to hear: whether something works, whether it is needed, why it does not work, what comes of it. */
export type QuestionForm = 'may' | 'must' | 'why' | 'if';

const opening = String.raw`^\W*(?:(?:so|and|but|ok|okay|hey|hi|hello|goldie|please|well)[\s,!.]+)*`;
const may = new RegExp(
  String.raw`${opening}(?:can|could|may|might|will|would|(?:is|would) it (?:be )?(?:possible|ok|okay|allowed|fine|work)|am i (?:allowed|able)|are we (?:allowed|able))\b`,
  'i',
);
const must = new RegExp(
  String.raw`${opening}(?:must|should|shall|ought|have i|need i|do (?:i|we) (?:still |really )?(?:have|need) to|does .{1,60} (?:have|need) to|is it (?:necessary|required))\b`,
  'i',
);
const why = /\b(?:why|how come|what (?:stops|prevents|keeps|blocks)|for what reason)\b/i;
const fails =
  /(?:n['’]?t\b|\bnot\b|\bcannot\b|\bunable\b|\bimpossible\b|\bfail|\brefus|\bgr[ae]yed\b|\bno\b|\bstops\b|\bprevents\b|\bkeeps\b|\bblocks\b)/i;

/** How a question about something of the asker's is to be answered; undefined for what asks neither of that. */
export function questionForm({
  speech,
  text,
}: Pick<Understanding, 'speech' | 'text'>): QuestionForm | undefined {
  if (speech === 'hypothetical') return 'if';
  if (why.test(text) && fails.test(text)) return 'why';
  if (speech !== 'question') return undefined;
  if (must.test(text)) return 'must';
  return may.test(text) ? 'may' : undefined;
}

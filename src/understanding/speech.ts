import type { Speech } from './meaning.ts';

const changing =
  'create|make|take|build|share|give|grant|offer|unshare|stop|revoke|accept|reject|decline|delete|remove|erase|drop|purge|wipe|launch|start|switch|change|do|touch|proceed|run|go ahead';
const opening = String.raw`(?:(?:please|pls|ok|okay|so|and|but|hey|hi|hello|goldie|no|wait|also|then|well)[\s,!.]+)*`;

const negated = new RegExp(
  String.raw`(?:^|[\s,.!;:])(?:do not|don'?t|dont|never|not|(?:must|should|can)n'?t|cannot|no need to|no reason to|under no circumstances|rather not)\s+(?:(?:ever|yet|just|want|wish|dare|please|you|we|to|going|actually|really)\s+)*(?:${changing})\b`,
);
const stillAnOrder = /\b(?:any ?more|any longer|no longer)\b/;
const hypothetical =
  /\b(?:what (?:if|happens|would happen|will happen|might happen)|(?:what|how) (?:would|will) .{0,40}\bif\b|suppos(?:e|ing)|assuming|imagine|hypothetically|if (?:i|we|you|they|someone|somebody) (?:delete|deleted|remove|removed|share|shared|unshare|accept|accepted|reject|rejected|stop|stopped|create|created|were to))\b/;
const politeOrder =
  /^(?:can|could|would|will|won't) you\b(?! (?:\w+ )?(?:tell|explain|say|know|answer|help|be))|^(?:would|do) you mind\b|^(?:can|could|may) (?:i|we) (?:have|get|see)\b/;
const asking =
  /^(?:how|what|which|who|whom|whose|where|when|why|is|are|am|was|were|do(?! not)|does|did|has|have|had|can|could|may|might|should|shall|must|will|would|what's|how's|where's|who's|isn't|aren't|doesn't|won't|any idea|any chance)\b/;
const askingInside =
  /\b(?:tell me|explain|i wonder|wondering|i want to know|i'd like to know|do you know|any idea|not sure|is it possible|is there a way|can you (?:tell|say|explain)|how (?:do|can|to|does)|am i allowed|do i have to|do i need to)\b/;

/** How something was said. `text` is plain text as people write it. */
export function speechOf(text: string): Speech {
  const said = text
    .toLowerCase()
    .trim()
    .replace(new RegExp(`^${opening}`), '');
  if (negated.test(said) && !asking.test(said) && !stillAnOrder.test(said)) return 'negated';
  if (hypothetical.test(said)) return 'hypothetical';
  if (politeOrder.test(said)) return 'order';
  if (asking.test(said) || askingInside.test(said) || said.endsWith('?')) return 'question';
  const last = said.split(/[,.;:!]\s+|\s-\s/).at(-1) ?? '';
  if (asking.test(last) && !/^(?:can|could|would|will|won't) you\b/.test(last)) return 'question';
  return 'order';
}

import type { Speech } from './meaning.ts';
import { asksToDo, isPoliteOrder } from './orders.ts';
import { isPassedOn, isReport } from './reports.ts';

const changing =
  'create|make|take|build|share|give|grant|offer|unshare|stop|revoke|accept|reject|decline|delete|del|rm|remove|erase|drop|purge|wipe|launch|start|switch|change|rename|tag|encrypt|replicate|copy|export|restore|recover|convert|import|modify|protect|unprotect|lock|unlock|untag|optimi[sz]e|reinstall|restart|reboot|do|touch|proceed|run|go ahead';
const changingNow =
  'creating|sharing|giving|unsharing|stopping|revoking|accepting|rejecting|declining|deleting|removing|erasing|dropping|purging|wiping|launching|renaming|tagging|encrypting|replicating|copying|exporting|restoring|recovering|converting|importing|modifying|protecting|unprotecting|locking|unlocking|untagging|optimi[sz]ing|reinstalling|restarting|rebooting';
const changed =
  'created|shared|given|unshared|revoked|accepted|rejected|declined|deleted|removed|erased|dropped|purged|wiped|launched|renamed|tagged|encrypted|replicated|copied|exported|restored|recovered|converted|imported|modified|protected|unprotected|locked|unlocked|untagged|optimi[sz]ed|reinstalled|restarted|rebooted|touched|changed';
const opening = String.raw`(?:(?:please|pls|ok|okay|so|and|but|hey|hi|hello|goldie|no|wait|also|then|well)[\s,!.]+)*`;

const negations = [
  new RegExp(
    String.raw`(?:^|[\s,.!;:])(?:do not|don'?t|dont|never|not|no|(?:must|should|ca|wo|would|did)n'?t|cannot|will not|would not|no need to|no reason to|under no circumstances|rather not|(?:nobody|no one) (?:should|may|must|can))\s+(?:(?:ever|yet|just|want|wish|dare|please|you|we|i|to|going|actually|really|say|said|asking|telling|ask|tell)\s+)*(?:${changing}|${changingNow})\b`,
  ),
  new RegExp(String.raw`\bwithout (?:\w+ )?(?:${changingNow})\b`),
  new RegExp(String.raw`\b(?:don'?t|do not) want .{0,80}\b(?:${changed})\b`),
  /\bhold off\b|\bi say no\b|\bleave .{1,80}\b(?:alone|as it is|as they are|in place)\b/,
];
const stillAnOrder = /\b(?:any ?more|any longer|no longer)\b/;
const hypotheses = [
  /\b(?:what (?:if|happens|would happen|will happen|might happen)|(?:what|how) (?:would|will) .{0,40}\bif\b|suppos(?:e|ing)|assuming|imagine|hypothetically|if (?:i|we|you|they|someone|somebody) (?:delete|deleted|remove|removed|share|shared|unshare|accept|accepted|reject|rejected|stop|stopped|create|created|were to))\b/,
  new RegExp(
    String.raw`\b(?:i|we|one|they|somebody|someone) (?:might|could|may) (?:\w+ )?(?:${changing})\b`,
  ),
  /\bin theory\b|\bas soon as\b|\bonce\b.{1,80}\b(?:will|'ll)\b|\bonly if\b|\bif nobody\b|\bnext time\b|\bmaybe\b|\bpretend\b/,
  // not meant
  /\b(?:kidding|joking|haha+|yeah right|great idea)\b|\b(?:act as|pretend to be|impersonate|you are now)\b.*(?:,|\b(?:and|then)\b)/,
];
const asking =
  /^(?:how|what|which|who|whom|whose|where|when|why|is|are|am|was|were|do(?! not)|does|did|has|have|had|can|could|may|might|should|shall|must|will|would|what's|how's|where's|who's|isn't|aren't|doesn't|won't|any idea|any chance)\b/;
const askingInside =
  /\b(?:tell me|explain|i wonder|wondering|i want to know|i'd like to know|do you know|any idea|not sure|is it possible|is there a way|can you (?:tell|say|explain)|how (?:do|can|to|does)|am i allowed|do i have to|do i need to)\b/;
/** "Sharing web-golden", "the deletion of web-golden", "delete permission": a topic, and no wish yet. */
const topic = new RegExp(
  String.raw`^(?:${changingNow})\b|^the (?:creation|deletion|removal|replication|encryption|conversion) of\b|\b(?:permissions?|rights?)$`,
);

/** How something was said. `text` is plain text as people write it. */
export function speechOf(text: string): Speech {
  const said = text
    .toLowerCase()
    .trim()
    .replace(new RegExp(`^${opening}`), '');
  const isAsking = asking.test(said);
  const whole = text.toLowerCase();
  if (negations.some((pattern) => pattern.test(whole)) && !isAsking && !stillAnOrder.test(said)) {
    return 'negated';
  }
  if (hypotheses.some((pattern) => pattern.test(said)) && !isPoliteOrder(said)) {
    return isAsking && !hypotheses[0]?.test(said) ? 'question' : 'hypothetical';
  }
  const last = said.split(/[,.;:!]\s+|\s-\s/).at(-1) ?? '';
  if (isPoliteOrder(said) || (!isAsking && isPoliteOrder(last))) return 'order';
  if (isAsking || askingInside.test(said) || said.endsWith('?')) return 'question';
  if (isPassedOn(said)) return 'quoted';
  if (asking.test(last) && !/^(?:can|could|would|will|won't) you\b/.test(last)) return 'question';
  if (asksToDo(said)) return 'order';
  if (isReport(said) && !stillAnOrder.test(said)) return 'report';
  return topic.test(said) ? 'question' : 'order';
}

const past =
  'deleted|removed|erased|dropped|purged|wiped|shared|unshared|revoked|withdrawn|given|gave|granted|offered|accepted|approved|rejected|declined|created|made|built|launched|started|switched|renamed|tagged|encrypted|replicated|copied|exported|restored|recovered|converted|imported|modified|protected|unprotected|locked|unlocked|untagged|optimi[sz]ed|reinstalled|restarted|rebooted|asked';
const doing =
  'deleting|removing|erasing|sharing|unsharing|revoking|accepting|rejecting|declining|creating|making|launching|renaming|tagging|encrypting|replicating|copying|exporting|restoring|recovering|converting|importing|modifying|protecting|unprotecting|locking|unlocking|untagging|optimi[sz]ing|reinstalling|restarting|rebooting';
const base =
  'delete|remove|erase|share|unshare|revoke|accept|reject|decline|create|make|launch|rename|tag|encrypt|replicate|copy|export|restore|recover|convert|import|modify|protect|unprotect|lock|unlock|untag|optimi[sz]e|reinstall|restart|reboot';

const told = [
  new RegExp(String.raw`(?<!\b(?:the|a|an|my|our) )\b(?:${past})\b`),
  new RegExp(String.raw`\b(?:is|are|was|were|am|been) (?:\w+ )?(?:${doing})\b`),
  new RegExp(String.raw`\b(?!i\b|you\b|it\b)[\w.-]+ (?:will|wants to|wanted to) (?:${base})\b`),
  /\b(?:failed|took ages|returns? \d{3})\b/,
];

/** Tells of something that happens or happened: "Dan deleted web-golden yesterday". `said` is in lower case. */
export function isReport(said: string): boolean {
  return told.some((pattern) => pattern.test(said));
}

const passedOn = [
  // she wrote: share it with …
  /\b(?:says?|said|wrote|writes|asked|told|tells?|reads?|labell?ed|word|words|title|message|mail)\b[^:]{0,40}:\s/,
  // an order may set a label or a note itself
  /(?<!^|\bwith )\b(?:label|note|change)\b[^:]{0,40}:\s/,
  new RegExp(
    String.raw`\b(?!i\b|we\b|as\b|just\b|already\b|have\b)[a-z]+ (?:just )?(?:said|told (?:me|us|you)) (?:(?:to|that|we|i|you|should|must|can|please) )*(?:${base})\b`,
  ),
  /\b(?:he|she|they|who|[a-z]+) (?:says|wrote|writes)\b/,
  /\bthe (?:word|words|phrase|sentence|line|command|text)\b|\b(?:button|label|title) (?:should|is|says|reads)\b/,
  // a line of a transcript, whoever it claims to come from
  /^\s*(?:system|assistant|administrator|admin|bot|tool|user)\s*:/,
  // what stands in a program, a log or a page
  /^\s*(?:\/\/|#|\$ |- \w+:)|\bfor \w+ in \S|\b(?:get|put|post|patch|delete) \/\w/,
  /\b\d{4}-\d{2}-\d{2}\S*\s+(?:\S+\s+)?(?:info|warn|warning|error|debug)\b/,
  // a consent that somebody claims was given
  /\[(?:confirmed|approved|yes)\]|\bno confirmation (?:is )?needed\b|\balready (?:approved|confirmed)\b/,
];

const quotation = /(?<before>[a-z]*)\s*"(?<inside>[^"]*)"/g;
const order =
  /\b(?:delete|remove|erase|share|unshare|revoke|accept|reject|create|rename|tag)\b.*\s/s;

/** An order stands in quotes, and they do not only hold the name of something. */
function quotesOrder(said: string): boolean {
  return [...said.matchAll(quotation)].some(
    ({ groups: { before = '', inside = '' } = {} }) =>
      order.test(inside) && !/^(?:called|named|name)$/.test(before),
  );
}

/** Repeats words that are not an order of the writer: quotations, code, claimed consents. `said` is in lower case. */
export function isPassedOn(said: string): boolean {
  return quotesOrder(said) || passedOn.some((pattern) => pattern.test(said));
}

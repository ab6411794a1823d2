/** Verbs that ask for a change when a sentence begins with them. */
const verbs =
  'delete|del|rm|remove|erase|drop|purge|wipe|bin|kill|trash|scrap|discard|destroy|clean|throw|get rid|share|unshare|give|grant|offer|hand|let|revoke|withdraw|stop|take|accept|approve|reject|decline|refuse|create|make|build|capture|bake|generate|save|store|launch|start|boot|spin|deploy|switch|change|rename|call|edit|modify|set|tag|untag|label|mark|protect|unprotect|lock|unlock|encrypt|replicate|copy|clone|export|send|put|bring|turn|add|cancel|proceed|run|do|go ahead|restore|recover|undelete|duplicate|convert|import|register|upload|optimi[sz]e|reinstall|restart|reboot|shut down|power|prepare|provision|attach|empty|show|list|search|find|display';
const polite =
  /^(?:can|could|would|will|won't) you\b(?! (?:\w+ )?(?:tell|explain|say|know|answer|help|be))|^(?:would|do) you mind\b|^(?:can|could|may) (?:i|we) (?:have|get|see)\b/;
const wishing =
  /^(?:i|we)(?:'d|'ll| would| will)? (?:want|need|like|love|take|accept)\b|^(?:let'?s|let us)\b|^you (?:may|can|should|must) /;
/** What ought to be is asked for: "web-golden should be shared". What somebody else does, or already is, is only told. */
const stated =
  /^(?:the )?(?:(?:image|server) )?(?!(?:it|he|she|they|you|we|i|this|that|who|what|which|nobody|everybody|image|images|server|servers)\b)[\w.-]+ (?:should|needs to|must|has to|ought to) (?:go|be (?!(?:able|possible|ok|okay|fine|in|on)\b)\w+)\b(?!.*\b(?:by|yet|already|yesterday|until|unless|when|if|after|before)\b)/;
const imperative = new RegExp(String.raw`^(?:${verbs})\b(?! (?:of|permission|button|returns)\b)`);
const clauseEnds =
  /[.;!?]\s+|,\s*|\s-\s|:\s+|\b(?:and|then|so|now|but|please|pls|kindly|also|just)\s+/;

/** "Could you …": a question by its form and an order by its sense. `said` is in lower case. */
export function isPoliteOrder(said: string): boolean {
  return polite.test(said);
}

/** Whether some part of what is said asks to do something. `said` is in lower case. */
export function asksToDo(said: string): boolean {
  return said
    .split(clauseEnds)
    .map((clause) => clause.trim())
    .some((clause) =>
      [imperative, wishing, polite, stated].some((pattern) => pattern.test(clause)),
    );
}

const further = new RegExp(
  String.raw`(?:[.;!]\s+|,?\s+(?:and then|and also|and|then|after that)\s+|,\s+then\s+)(?=(?:please\s+|also\s+)?(?:${verbs})\b)`,
  'i',
);

/** "Share X with Y and delete Z" are two wishes; questions are parted where sentences end. */
export function partsOf(text: string, isOrder: boolean): readonly string[] {
  const sentences = text.split(/(?<=[.?!])\s+(?=\p{L}{2,}\s)/u);
  const parts = isOrder ? sentences.flatMap((sentence) => sentence.split(further)) : sentences;
  return parts.map((part) => part.trim()).filter((part) => /\s/.test(part));
}

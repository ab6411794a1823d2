/** Verbs that ask for a change when a sentence begins with them. */
const verbs =
  'delete|del|rm|remove|erase|drop|purge|wipe|bin|kill|trash|scrap|discard|destroy|clean|throw|get rid|share|unshare|give|grant|offer|hand|let|revoke|withdraw|stop|take|accept|approve|reject|decline|refuse|create|make|build|capture|bake|generate|save|store|launch|start|boot|spin|deploy|switch|change|rename|call|edit|modify|set|tag|untag|label|mark|protect|unprotect|lock|unlock|encrypt|replicate|copy|clone|export|send|put|bring|turn|add|cancel|proceed|run|do|go ahead|restore|recover|undelete|duplicate|convert|import|register|upload|optimi[sz]e|reinstall|restart|reboot|shut down|power|prepare|provision|attach|empty|show|list|search|find|display';
const polite =
  /^(?:can|could|would|will|won't) you\b(?! (?:\w+ )?(?:tell|explain|say|know|answer|help|be))|^(?:would|do) you mind\b|^(?:can|could|may) (?:i|we) (?:have|get|see)\b/;
const wishing =
  /^(?:i|we)(?:'d|'ll| would| will)? (?:want|need|like|love|take|accept)\b|^(?:let'?s|let us)\b|^you (?:may|can|should|must) /;
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
    .some((clause) => imperative.test(clause) || wishing.test(clause) || polite.test(clause));
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

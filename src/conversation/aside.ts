const opening =
  /^\W*(?:(?:oh|hm+|so|well|ok|okay|no|sorry|but|and)[\s,]+)*(?:forget|cancel|wait|hold on|actually|never ?mind|stop|drop (?:it|that)|leave (?:it|that)|let me|let's|i'll|i'm|i'd|i've|i (?:will|am|need|want|have|had|should|think|guess|thought|don't|do not|can|can't|cannot)|we'll|we (?:need|want|have|should)|you (?:can|should|choose|decide|pick)|can (?:i|we|you|it)|could (?:i|we|you|it)|do (?:i|we|you)|does|did|what|which|how|when|where|why|who|is (?:it|that|this|there)|are (?:there|we|you)|should|must|no idea|not sure|don't know|dunno|whatever|up to you|surprise me)\b/i;
const verbInside =
  /\b(?:i|we|you|he|she|they) (?:\w+ )?(?:am|are|is|do|did|can|will|would|should|need|want|have|know|mean|meant)\b|\b(?:i|we|you|he|she|they)'(?:m|re|s|ll|d|ve)\b/i;

/** Most words that the name of a new thing is taken to have. */
const longestName = 8;

/**
 * Something said beside the point, while a piece is asked for: a question, a hesitation, a sentence about oneself. Nothing
 * is ever called that.
 */
export function isAside(text: string): boolean {
  const said = text.trim().replaceAll('’', "'");
  return said.endsWith('?') || opening.test(said) || verbInside.test(said);
}

/** Too long for anything that bears a name, though a description may be. */
export function isSentence(text: string): boolean {
  return text.trim().split(/\s+/).length > longestName;
}

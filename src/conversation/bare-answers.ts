const thanks = String.raw`(?:[\s,]+(?:please|thanks|thank you))?[.! ]*$`;
const yes = new RegExp(
  `^(?:yes|yep|yeah|y|ok|okay|sure|confirm(?:ed)?|go ahead|go on|do (?:it|that)|please do)${thanks}`,
  'i',
);
const no = new RegExp(
  `^(?:no|nope|n|(?:cancel|stop|drop|forget|leave)(?: (?:it|that|this|all|everything))?|abort|never ?mind|don'?t)${thanks}`,
  'i',
);

const objection = /^(?:no|nope|wait|stop|hold on|not)\b/i;

/** A text that begins by taking something back, whatever comes after. */
export function isObjection(text: string): boolean {
  return objection.test(text.trim());
}

/** A text that only says yes or no. */
export function bareAnswer(text: string): 'yes' | 'no' | undefined {
  const words = text.trim();
  if (yes.test(words)) return 'yes';
  return no.test(words) ? 'no' : undefined;
}

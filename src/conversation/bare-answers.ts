const yes = /^(yes|yep|yeah|y|ok|okay|sure|confirm|confirmed|go ahead|do it|please do)[.! ]*$/i;
const no = /^(no|nope|n|cancel|stop|abort|forget it|never ?mind|leave it|don'?t)[.! ]*$/i;

/** A text that only says yes or no. */
export function bareAnswer(text: string): 'yes' | 'no' | undefined {
  const words = text.trim();
  if (yes.test(words)) return 'yes';
  return no.test(words) ? 'no' : undefined;
}

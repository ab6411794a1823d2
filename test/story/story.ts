/** Where somebody looks. */
export type Spot = 'direct messages' | 'team-web' | 'team-data';

/** A person in front of Slack, however it is reached. */
export interface Teammate {
  /** Types something and sends it. */
  says(spot: Spot, text: string): Promise<void>;
  /** Waits until Goldie has said it there; later than everything that was waited for before. */
  hears(spot: Spot, text: string): Promise<void>;
  /** Presses the newest button of that name under a message of Goldie that says the text. */
  presses(spot: Spot, text: string, button: string): Promise<void>;
}

/** An image goes from a server, through a share, into another team's hands, and the sharing ends. */
export async function playStory(
  wendy: Teammate,
  dan: Teammate,
  scene: (name: string) => Promise<void> = async () => {},
): Promise<void> {
  await wendy.says('direct messages', 'how many projects can I share an image with?');
  await wendy.hears('direct messages', 'up to 128');
  await scene('an answer');

  await wendy.says('direct messages', 'make an image of web-01');
  await wendy.hears('direct messages', 'What should the image be called?');
  await wendy.says('direct messages', 'web-2027');
  await wendy.presses('direct messages', 'Create the image web-2027', 'Create image');
  await wendy.hears('direct messages', 'The image web-2027 is ready.');

  await wendy.says('direct messages', 'share web-2027 with team-data');
  await wendy.hears('direct messages', 'Share web-2027 with team-data.');
  await scene('a plan');
  await wendy.presses('direct messages', 'Share web-2027 with team-data.', 'Share');
  await dan.hears('team-data', 'offers you the image web-2027');
  await scene('an offer');
  await dan.presses('team-data', 'offers you the image web-2027', 'Accept');
  await wendy.hears('direct messages', 'team-data accepted web-2027.');

  await dan.says('direct messages', 'create a server from web-2027 called data-11');
  await dan.presses('direct messages', 'named data-11 from web-2027', 'Create server');
  await dan.hears('direct messages', 'The server data-11 is running');

  await wendy.says('direct messages', '/image unshare web-2027 team-data');
  await wendy.presses('direct messages', 'Stop sharing web-2027 with team-data.', 'Stop sharing');
  await dan.hears('team-data', 'team-web has stopped sharing web-2027 with you.');
  await dan.says('direct messages', 'create a server from web-2027 called data-12');
  await dan.hears('direct messages', 'stopped sharing');
  await scene('the end');
}

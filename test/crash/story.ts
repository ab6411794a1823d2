import type { SeenMessage } from '../../src/workspace/keyboard/seen-message.ts';
import type { PersistentPerson } from './persistent-person.ts';
import type { Trouble } from './trouble.ts';

/** Who and what the story is about. */
export interface Cast {
  readonly wendy: PersistentPerson;
  readonly dan: PersistentPerson;
  /** Name of the image that Wendy makes. */
  readonly image: string;
  /** Name of the server that Dan makes of it. */
  readonly server: string;
}

/** How many steps the story has. */
export const storySteps = 11;

const danProject = 'C0DATA';

/** From a wish to make an image to the end of its sharing, told in steps that Goldie may be killed in. */
export async function tellStory(
  { wendy, dan, image, server }: Cast,
  trouble: Trouble,
): Promise<void> {
  let steps = 0;
  const step = <T>(work: () => Promise<T>): Promise<T> => {
    steps += 1;
    return trouble.during(steps - 1, work);
  };
  const asks = (who: PersistentPerson, text: string) => step(() => who.ask(text));
  const presses = (
    who: PersistentPerson,
    message: SeenMessage,
    label: string,
    hears: () => Promise<SeenMessage>,
  ) =>
    step(async () => {
      await who.press(message, label);
      return hears();
    });

  await asks(wendy, 'create an image from web-01');
  const newImage = await asks(wendy, image);
  await presses(wendy, newImage, 'Create image', () => wendy.hears(wendy.dm, image, 'Share it'));

  const sharing = await asks(wendy, `share ${image} with team-data`);
  const offer = await presses(wendy, sharing, 'Share', () =>
    dan.hears(danProject, image, 'Accept'),
  );
  await presses(dan, offer, 'Accept', async () => {
    await wendy.hears(wendy.dm, image, 'team-data accepted');
    return dan.hears(danProject, image, 'Create a server');
  });

  await asks(dan, `create a server from ${image}`);
  const newServer = await asks(dan, server);
  await presses(dan, newServer, 'Create server', () => dan.hears(dan.dm, server, 'is running'));

  const stopping = await asks(wendy, `stop sharing ${image} with team-data`);
  await presses(wendy, stopping, 'Stop sharing', () =>
    dan.hears(danProject, image, 'has stopped sharing'),
  );
}

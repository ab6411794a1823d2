/** What the workspace needs to know from an app manifest: what the app declares and may do. */
import { parse } from 'yaml';
import { z } from 'zod';

const list = z.array(z.string()).default([]);

const ManifestFile = z.looseObject({
  display_information: z.looseObject({ name: z.string().min(1) }),
  features: z
    .looseObject({
      app_home: z
        .looseObject({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(false),
        })
        .default({ home_tab_enabled: false, messages_tab_enabled: false }),
      slash_commands: z
        .array(
          z.looseObject({
            command: z.string().startsWith('/'),
            description: z.string(),
            usage_hint: z.string().default(''),
            should_escape: z.boolean().default(false),
          }),
        )
        .default([]),
    })
    .default({
      app_home: { home_tab_enabled: false, messages_tab_enabled: false },
      slash_commands: [],
    }),
  oauth_config: z
    .looseObject({
      scopes: z
        .looseObject({ bot: list, bot_optional: list })
        .default({ bot: [], bot_optional: [] }),
    })
    .default({ scopes: { bot: [], bot_optional: [] } }),
  settings: z
    .looseObject({
      event_subscriptions: z.looseObject({ bot_events: list }).default({ bot_events: [] }),
    })
    .default({ event_subscriptions: { bot_events: [] } }),
});

interface DeclaredCommand {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
  /** People and channels arrive as tokens rather than as typed. */
  readonly escapes: boolean;
}

export interface Manifest {
  readonly name: string;
  readonly hasHomeTab: boolean;
  readonly hasMessagesTab: boolean;
  readonly commands: ReadonlyMap<string, DeclaredCommand>;
  /** Required and optional bot scopes: everything is granted on installation. */
  readonly scopes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/** @throws Error that names every fault when the text is not a manifest */
export function readManifest(text: string): Manifest {
  const parsed = ManifestFile.safeParse(parse(text));
  if (!parsed.success)
    throw new Error(`The app manifest cannot be used:\n${z.prettifyError(parsed.error)}`);
  const { display_information, features, oauth_config, settings } = parsed.data;
  return {
    name: display_information.name,
    hasHomeTab: features.app_home.home_tab_enabled,
    hasMessagesTab: features.app_home.messages_tab_enabled,
    commands: new Map(
      features.slash_commands.map((entry) => [
        entry.command,
        {
          command: entry.command,
          description: entry.description,
          usageHint: entry.usage_hint,
          escapes: entry.should_escape,
        },
      ]),
    ),
    scopes: new Set([...oauth_config.scopes.bot, ...oauth_config.scopes.bot_optional]),
    events: new Set(settings.event_subscriptions.bot_events),
  };
}

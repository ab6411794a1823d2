/** What the workspace needs to know from an app manifest: what the app declares and may do. */
import { parse } from 'yaml';
import { z } from 'zod';

const list = z.array(z.string()).default([]);

const List = z
  .record(
    z.string(),
    z.looseObject({
      type: z.string(),
      title: z.string().default(''),
      description: z.string().default(''),
      is_required: z.boolean().default(false),
    }),
  )
  .default({});

/** The second edition of the manifest names what is required beside the parameters instead of in them. */
const SecondEdition = z.looseObject({
  properties: z.record(z.string(), z.looseObject({})),
  required: list,
});

const Parameters = z.preprocess((value) => {
  const { data } = SecondEdition.safeParse(value);
  if (!data) return value;
  const named = Object.entries(data.properties).map(([name, parameter]) => [
    name,
    { ...parameter, is_required: data.required.includes(name) },
  ]);
  return Object.fromEntries(named);
}, List);

const StepFunction = z.looseObject({
  title: z.string(),
  description: z.string().default(''),
  input_parameters: Parameters,
  output_parameters: Parameters,
});

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
      agent_view: z.unknown().optional(),
      assistant_view: z.unknown().optional(),
      shortcuts: z
        .array(
          z.looseObject({
            name: z.string().min(1),
            type: z.enum(['message', 'global']),
            callback_id: z.string().min(1),
            description: z.string().default(''),
          }),
        )
        .default([]),
      unfurl_domains: list,
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
      shortcuts: [],
      unfurl_domains: [],
      slash_commands: [],
    }),
  functions: z.record(z.string(), StepFunction).default({}),
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

interface DeclaredShortcut {
  readonly name: string;
  /** In a message's menu, or anywhere. */
  readonly type: 'message' | 'global';
  readonly callbackId: string;
  readonly description: string;
}

/** A step for Workflow Builder; parameters by name, in the manifest's own words. */
export type DeclaredFunction = z.infer<typeof StepFunction>;

export interface Manifest {
  readonly name: string;
  readonly hasHomeTab: boolean;
  readonly hasMessagesTab: boolean;
  /** The app is declared as an agent: it may use sessions and suggested prompts. */
  readonly isAgent: boolean;
  readonly commands: ReadonlyMap<string, DeclaredCommand>;
  readonly shortcuts: readonly DeclaredShortcut[];
  /** Links into these domains are told to the app. */
  readonly unfurlDomains: readonly string[];
  readonly functions: ReadonlyMap<string, DeclaredFunction>;
  /** Required and optional bot scopes: everything is granted on installation. */
  readonly scopes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/** @throws Error that names every fault when the text is not a manifest */
export function readManifest(text: string): Manifest {
  const parsed = ManifestFile.safeParse(parse(text));
  if (!parsed.success)
    throw new Error(`The app manifest cannot be used:\n${z.prettifyError(parsed.error)}`);
  const { display_information, features, functions, oauth_config, settings } = parsed.data;
  return {
    name: display_information.name,
    hasHomeTab: features.app_home.home_tab_enabled,
    hasMessagesTab: features.app_home.messages_tab_enabled,
    isAgent: features.agent_view !== undefined || features.assistant_view !== undefined,
    shortcuts: features.shortcuts.map(({ name, type, callback_id, description }) => ({
      name,
      type,
      callbackId: callback_id,
      description,
    })),
    unfurlDomains: features.unfurl_domains.map((domain) => domain.toLowerCase()),
    functions: new Map(Object.entries(functions)),
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

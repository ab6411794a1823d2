/** Longest text that is looked at; more says nothing new and would only take time. */
export const longestText = 2000;

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * Makes plain text of a Slack message: our own mention goes, people become `@U123`, channels `#name`,
 * groups of people their name (which may be that of a project), links the words
 * they show (Slack turns a name such as golden.io into one), and typographic marks their plain form.
 */
export function plainText(message: string, bot?: string): string {
  return message
    .slice(0, 2 * longestText)
    .replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, (_, person: string) =>
      person === bot ? ' ' : ` @${person} `,
    )
    .replace(/<#[A-Z0-9]+\|([^>]*)>/g, '#$1')
    .replace(/<#([A-Z0-9]+)>/g, '#$1')
    .replace(/<!subteam\^[A-Z0-9]+\|@?([^>]*)>/g, ' $1 ')
    .replace(/<![^>]*>/g, ' ')
    .replace(/<(?:https?:\/\/|mailto:)[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^>]*)>/g, '$1')
    .replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/[\u2018\u2019\u02bc\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<!\S):[a-z0-9_+'-]+:(?!\S)/g, ' ')
    .replace(/(?<![\w*])\*([^*\n]{1,200})\*(?![\w*])/g, '$1')
    .replace(/(?<![\w~])~([^~\n]{1,200})~(?![\w~])/g, '$1')
    .replace(/(?<![\w_])_([^_\n]{1,200})_(?![\w_])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText);
}

/** The least that a Slack bot can do: Bolt as its documentation shows it, saying back what it hears. The reference. */
import { App, LogLevel } from '@slack/bolt';

const {
  SLACK_BOT_TOKEN: token = '',
  SLACK_APP_TOKEN: appToken = '',
  SLACK_API_URL: slackApiUrl = '',
} = process.env;
const app = new App({
  token,
  appToken,
  socketMode: true,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl },
});

app.event('app_mention', async ({ event, say }) => {
  await say({ text: event.text, thread_ts: event.thread_ts ?? event.ts });
});
app.message(async ({ message, say }) => {
  if ('text' in message && message.text !== undefined) await say(message.text);
});

await app.start();

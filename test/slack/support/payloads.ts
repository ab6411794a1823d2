/** Payloads as Slack sends them, cut down to what anybody looks at. */

let made = 0;
const next = () => {
  made += 1;
  return made;
};

const workspace = { team_id: 'T0GOLDIE', api_app_id: 'A0GOLDIE' };

/** A direct message. The same `ts` is the same message. */
export function aMessage(
  text: string,
  { ts = `1800000000.${String(next()).padStart(6, '0')}`, user = 'U0WEBOP' } = {},
) {
  return {
    ...workspace,
    type: 'event_callback',
    event_id: `Ev${next()}`,
    event: { type: 'message', channel_type: 'im', channel: 'D0WEBOP', user, text, ts },
  };
}

export function aCommand(
  text: string,
  { user = 'U0WEBOP', url = 'http://127.0.0.1:9/respond' } = {},
) {
  return {
    ...workspace,
    command: '/image',
    text,
    user_id: user,
    channel_id: 'C0WEB',
    trigger_id: `trigger-${next()}`,
    response_url: url,
  };
}

/** A pressed button in a message, or in a view when `view` is given. */
export function aPress(
  value: string,
  { user = 'U0WEBOP', channel = 'D0WEBOP', ts = '1800000000.000001' } = {},
) {
  return {
    ...workspace,
    type: 'block_actions',
    user: { id: user },
    channel: { id: channel },
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
    trigger_id: `trigger-${next()}`,
    response_url: 'http://127.0.0.1:9/respond',
    actions: [
      { type: 'button', action_id: 'press:0', block_id: 'b', value, action_ts: `${next()}.1` },
    ],
  };
}

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { closing } from '../../workspace/support/workspaces.ts';

const Answer = z.looseObject({ envelope_id: z.string() });

/** The least that an app connects to, so that a test decides what goes over which socket. */
export async function aBareSlack() {
  const sockets: WebSocket[] = [];
  const http = createServer((request, response) => {
    const isOpening = request.url?.endsWith('apps.connections.open') === true;
    const answer = isOpening
      ? { ok: true, url: `ws://127.0.0.1:${portOf(http)}/` }
      : { ok: true, team_id: 'T0', user_id: 'U0GOLDIE', bot_id: 'B0GOLDIE' };
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  const server = new WebSocketServer({ server: http });
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.length }));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  closing({
    close() {
      for (const socket of sockets) socket.terminate();
      server.close();
      http.close();
    },
  });

  async function deliver(socket: WebSocket, type: string, payload: object) {
    const envelope_id = randomUUID();
    const answered = new Promise<z.infer<typeof Answer>>((resolve) => {
      socket.on('message', (data) => {
        const answer = Answer.parse(JSON.parse(String(data)));
        if (answer.envelope_id === envelope_id) resolve(answer);
      });
    });
    socket.send(JSON.stringify({ envelope_id, type, accepts_response_payload: true, payload }));
    return answered;
  }

  return {
    apiUrl: `http://127.0.0.1:${portOf(http)}/api/`,
    sockets,
    isOpen: (socket: WebSocket) => socket.readyState === socket.OPEN,
    deliver,
    /** Says that a socket will be taken away. */
    refresh(socket: WebSocket) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    command: (socket: WebSocket, command: string, text: string) =>
      deliver(socket, 'slash_commands', {
        command,
        text,
        team_id: 'T0',
        user_id: 'U0WEBOP',
        channel_id: 'C0WEB',
        trigger_id: randomUUID(),
        response_url: 'http://127.0.0.1:9/',
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was taken');
  return address.port;
}

import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { type Reply, sentence } from './reply.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

/** Serves the built web page; says how to build it when it is not there. */
export async function staticPage(dir: string | undefined, path: string): Promise<Reply> {
  if (dir === undefined) return notBuilt();
  const name = path === '/' ? 'index.html' : normalize(path).replace(/^[/\\]+/, '');
  const type = types[extname(name)];
  if (name.startsWith('..') || type === undefined) return notThere(path);
  try {
    const body = await readFile(join(dir, name));
    return { status: 200, headers: { 'content-type': type }, body };
  } catch {
    return name === 'index.html' ? notBuilt() : notThere(path);
  }
}

function notBuilt(): Reply {
  return sentence('The web page has not been built. Run `npm run build`, then reload.', 503);
}

function notThere(path: string): Reply {
  return sentence(`There is nothing at ${path}.`, 404);
}

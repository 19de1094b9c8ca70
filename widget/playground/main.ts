import { messages } from '../i18n/en.ts';
import type { Handle } from '../loader/handle.ts';
import { start } from '../shell/shell.ts';
import { pretend } from './network.ts';
import { type Scene, scenes } from './scenes.ts';

/** `?scene=results&theme=dark`: shows one scene as a visitor would meet it. Without a scene there is the list. */

const asked = new URLSearchParams(location.search);

const list = (): void => {
  const links = Object.keys(scenes).map((name) => {
    const link = document.createElement('a');
    link.href = `?scene=${name}`;
    link.textContent = name;
    return link;
  });
  document.querySelector('#scenes')?.append(...links);
};

/** What the loader leaves on a page, without its network: the code is here already. */
const standIn = ({ options = {} }: Scene): Handle => {
  const host = document.createElement('tierzero-root');
  const launcher = document.createElement('button');
  const root = host.attachShadow({ mode: 'open' });
  const tag = document.createElement('script');
  const fromAddress = ['theme', 'locale', 'accent'].flatMap((name) => {
    const value = asked.get(name);
    return value ? [[name, value]] : [];
  });
  Object.assign(tag.dataset, { storage: 'none', ...options, ...Object.fromEntries(fromAddress) });
  launcher.textContent = tag.dataset['label'] ?? String(messages['launcher.label']);
  if (tag.dataset['launcher'] !== 'none') root.append(launcher);
  document.documentElement.append(host);
  return [tag.dataset, new URL('/', location.href).href, new AbortController()];
};

const show = async (scene: Scene): Promise<void> => {
  document.body.classList.toggle('hostile', scene.hostile === true);
  document.documentElement.classList.toggle('hostile', scene.hostile === true);
  pretend(scene.network ?? 'good');
  const handle = standIn(scene);
  const asking = fetch(`${handle[1]}tierzero.json`).then((answer) => answer.json());
  const run = await start(
    handle,
    asking.catch(() => undefined),
  );
  await Promise.resolve(scene.play(run)).catch(console.warn);
};

list();
const scene = scenes[asked.get('scene') ?? ''];
if (scene) void show(scene);

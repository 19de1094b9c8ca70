import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page of an application can do to whoever follows steps on it, one page each. */
const pages: Record<string, string> = {
  '/plain': `<button data-tierzero-anchor="plain.go" onclick="this.nextElementSibling.hidden = false">Go</button>
    <p data-tierzero-anchor="plain.done" hidden>Done</p>`,
  '/widget': `<p data-tierzero-anchor="widget.words">nothing</p><button data-tierzero-anchor="widget.go">Go</button><script>
    window.tierzero = async (...call) => { document.querySelector('p').textContent = call.join(' ') };
    </script>`,
  '/late': `<div id="at"></div><script>
    setTimeout(() => { document.querySelector('#at').innerHTML = '<button data-tierzero-anchor="late.go">Go</button>' }, 300);
    </script>`,
  '/covered': `<button data-tierzero-anchor="covered.go">Go</button>
    <div id="veil" class="thick" style="position:fixed;inset:0;background:#fff8"></div>`,
  '/renamed': `<button id="go" data-tierzero-anchor="renamed.other">Go</button>`,
  '/frame': `<iframe src="/framed" style="margin:40px"></iframe><p data-tierzero-anchor="frame.done" hidden>Done</p>`,
  '/framed': `<button data-tierzero-anchor="frame.go" onclick="parent.document.querySelector('p').hidden = false">Go</button>
    <input data-tierzero-anchor="frame.field" aria-label="Field">`,
  '/shadow': `<x-panel></x-panel><script>
    document.querySelector('x-panel').attachShadow({ mode: 'open' }).innerHTML =
      '<input data-tierzero-anchor="shadow.field" aria-label="Field" required>';
    </script>`,
  '/dialog': `<button data-tierzero-anchor="dialog.go" onclick="if (confirm('Sure?')) this.nextElementSibling.hidden = false">Go</button>
    <p data-tierzero-anchor="dialog.done" hidden>Done</p>`,
  '/navigate': '<a href="/arrived/now" data-tierzero-anchor="navigate.go">Go</a>',
  '/arrived/now': '<h1 data-tierzero-anchor="navigate.done">There</h1>',
  '/branch': `<select data-tierzero-anchor="branch.plan" aria-label="Plan"><option>Free<option>Pro</select>
    <p data-tierzero-anchor="branch.free">Free it is</p><p data-tierzero-anchor="branch.pro" hidden>Pro it is</p><script>
    document.querySelector('select').onchange = (event) => {
      for (const one of document.querySelectorAll('p')) one.hidden = !one.textContent.startsWith(event.target.value);
    };</script>`,
  '/form': `<form><input type="email" data-tierzero-anchor="form.mail" aria-label="Mail" required>
    <input type="date" data-tierzero-anchor="form.day" aria-label="Day"><input type="checkbox" data-tierzero-anchor="form.agree" aria-label="Agree">
    <fieldset data-tierzero-anchor="form.size"><label><input type="radio" name="size">Small</label><label><input type="radio" name="size" data-tierzero-anchor="form.large">Large</label></fieldset>
    <p contenteditable data-tierzero-anchor="form.note"></p><button disabled type="button" data-tierzero-anchor="form.send">Send</button></form>`,
  '/throws': `<button data-tierzero-anchor="throws.go" onclick="throw new Error('no')">Go</button><script>
    throw new Error('at once')</script>`,
  '/busy': `<button data-tierzero-anchor="busy.go" onclick="for (;;) {}">Go</button><p data-tierzero-anchor="busy.end" hidden></p>`,
  '/moves': `<button data-tierzero-anchor="moves.go">Go</button><script>
    matchMedia('(prefers-color-scheme: dark)').onchange = () => location.replace('/moved');
    </script>`,
  '/moved': `<button data-tierzero-anchor="moves.go" onclick="this.nextElementSibling.hidden = false">Go</button>
    <p data-tierzero-anchor="moves.done" hidden>Done</p>`,
  '/leaves': `<button data-tierzero-anchor="leaves.go">Go</button><script>
    matchMedia('(prefers-color-scheme: dark)').onchange = () => { document.querySelector('button').remove() };
    matchMedia('(prefers-color-scheme: light)').onchange = ({ matches }) => { if (matches) location.reload() };
    </script>`,
  '/stream-reader': `<button data-tierzero-anchor="stream.go" hidden>Go</button><script>
    fetch('/stream').then(({ body }) => body.getReader().read()).then(() => { document.querySelector('button').hidden = false });
    </script>`,
  '/elsewhere': `<button data-tierzero-anchor="elsewhere.go" hidden>Go</button><script>
    const other = location.origin.replace('127.0.0.1', 'localhost');
    const worker = new Promise((done) => { new Worker('/worker.js').onmessage = done });
    const asked = [worker, fetch(other + '/api', { mode: 'no-cors' }), fetch('/away-api', { mode: 'no-cors' })];
    const show = () => { document.querySelector('button').hidden = false };
    Object.assign(new Image(), { src: other + '/image', onerror: () => Promise.all(asked).then(show) });</script>`,
  '/typing': `<input value="old" readonly data-tierzero-anchor="typing.fixed" aria-label="Fixed">
    <input value="old" onfocus="other.focus()" data-tierzero-anchor="typing.leaves" aria-label="Leaves"><input id="other">
    <input value="old" oninput="this.value = 'old'" data-tierzero-anchor="typing.keeps" aria-label="Keeps">
    <input value="1,234" oninput="this.value = '1,234'" data-tierzero-anchor="typing.formats" aria-label="Formats">
    <input oninput="this.value = this.value.toUpperCase()" data-tierzero-anchor="typing.upper" aria-label="Upper">
    <input oninput="this.outerHTML = '<b>Chip</b>'" data-tierzero-anchor="typing.chip" aria-label="Chip">
    <div inert><button data-tierzero-anchor="typing.inert">Inert</button></div>`,
  '/clicks': `<button data-tierzero-anchor="clicks.go" disabled>Go</button><a hidden></a><script>
    setInterval(() => document.querySelector('a').click(), 50);</script>`,
  '/reloads': `<button data-tierzero-anchor="reloads.go" disabled>Go</button><script>
    setTimeout(() => location.reload(), 300);</script>`,
  '/font': `<style>@font-face { font-family: slow; src: url(/never) } button { font-family: slow, serif }</style>
    <button data-tierzero-anchor="font.go">Go</button>`,
  '/complete': `<input data-tierzero-anchor="complete.words" aria-label="Words"><ul hidden></ul><p data-tierzero-anchor="complete.done" hidden>Done</p><script>
    const [field, list] = [document.querySelector('input'), document.querySelector('ul')];
    field.oninput = () => { list.hidden = false; list.innerHTML = '<li><button data-tierzero-anchor="complete.hit">Hit</button>' };
    field.onblur = () => { list.hidden = true };
    list.onmousedown = (event) => event.preventDefault();
    list.onclick = () => { document.querySelector('p').hidden = false };</script>`,
  '/leaving': `<input data-tierzero-anchor="leaving.field" aria-label="Field" onchange="this.nextElementSibling.hidden = false"><p data-tierzero-anchor="leaving.done" hidden>Done</p>`,
  '/falls': `<button data-tierzero-anchor="falls.go" onclick="fetch('/fall')">Go</button>`,
  '/fails': `<a href="/error" data-tierzero-anchor="fails.go">Go</a>`,
  '/long': `<label data-tierzero-anchor="long.go">Use the widget under a strict policy that names every origin in script-src and connect-src, and   nothing besides it at all</label>`,
  '/clock': `<style>time, b, span { display: inline-block }</style><p><time>now</time><time>a</time> <b data-tierzero-mask>x</b>
    <span data-tierzero-mask style="width:90px;height:40px"><i style="display:block;width:40px;height:40px;background:#fff"></i></span>
    <button data-tierzero-anchor="clock.go">Go</button><script>
    window.told = () => [...document.querySelectorAll('time, b')].map((one) => one.textContent).join('|');
    window.said = Array.from({ length: 3 }, (_, at) => \`\${Math.random()}\`.repeat(1 + (Date.now() + at) % 4));
    document.querySelectorAll('time, b').forEach((one, at) => { one.textContent = window.said[at] });
    document.querySelector('button').onclick = (event) => { if (told() === said.join('|')) event.target.after(Object.assign(document.createElement('u'), { textContent: 'Same', id: 'same' })) };
    document.querySelector('span i').style.background = \`hsl(\${Date.now() % 360} 90% 50%)\`;</script>`,
  '/row': `<button data-tierzero-anchor="row.go"><b>Order</b> <time>11:50 PM</time> <span data-tierzero-mask>TZ-$&</span> new</button>`,
  '/look': `<style>body { background: #fff } @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }
    @keyframes spin { to { rotate: 360deg } } i { display: inline-block; animation: spin 1s infinite }</style>
    <i>~</i><button data-tierzero-anchor="look.go" style="margin:200px">Go</button><b id="more"></b>`,
};

const html = (path: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Nasty ${path}</title><script data-app-version="2.4"></script></head><body>${body}</body></html>`;

export interface NastyApp {
  url: string;
  /** What was posted to `/reset`. */
  resets: string[];
  /** What is answered there. */
  resetStatus: number;
  /** Headers of every request by path. */
  asked: Map<string, IncomingMessage['headers']>;
  /** More in the page `/look`. */
  more: string;
  /** Down: it answers 503, or hangs up. */
  down?: 'busy' | 'gone' | undefined;
  close(): Promise<void>;
}

/** An application that is hard to lead through; `/private` needs a cookie or a header, `/away` leads to another origin. */
export async function startNastyApp(policy?: string): Promise<NastyApp> {
  const app: Omit<NastyApp, 'url' | 'close'> = { resets: [], resetStatus: 204, asked: new Map(), more: '' };
  const server = createServer(async (request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    app.asked.set(`${request.headers.host}${path}`, request.headers);
    if (path === '/fall') app.down = 'gone';
    if (app.down === 'gone') return void request.socket.destroy();
    if (app.down === 'busy' || path === '/error') return void response.writeHead(503).end('Back soon');
    if (path === '/reset') {
      let body = '';
      for await (const chunk of request) body += chunk;
      app.resets.push(body);
      response.writeHead(app.resetStatus).end();
      return;
    }
    // Asked for, and never answered.
    if (path === '/never') return;
    // It goes on as long as anybody listens.
    if (path === '/stream') return void response.writeHead(200, { 'content-type': 'text/plain' }).write('first\n');
    const away = { '/away': '/arrived/now', '/away-api': '/redirected' }[path];
    if (away !== undefined) {
      response.writeHead(302, { location: `http://localhost:${request.socket.localPort}${away}` }).end();
      return;
    }
    if (path === '/worker.js') {
      response
        .writeHead(200, { 'content-type': 'text/javascript' })
        .end("fetch('/of-a-worker').then(() => postMessage('done'))");
      return;
    }
    const isKnown = /\bsid=known\b/.test(request.headers.cookie ?? '') || request.headers['x-key'] === 'known';
    const own =
      path === '/private' && isKnown ? '<a href="/away" data-tierzero-anchor="private.go">Go</a>' : pages[path];
    response.writeHead(own === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      ...(policy && { 'content-security-policy': policy }),
    });
    response.end(html(path, (own ?? 'Nothing here').replace('<b id="more"></b>', `<b>${app.more}</b>`)));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(app, {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

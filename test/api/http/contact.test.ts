import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { routes } from '../../../api/contract/routes.ts';
import { hashOf } from '../../../api/secrets.ts';
import { StoreUnavailable } from '../../../api/store/statement.ts';
import { announceIssue } from '../../../api/ticket/issue/announce.ts';
import { type Api, mo, newKey, openApi, origin, problemOf, signIn } from './harness.ts';

type Fields = Record<string, string>;

const parse = (html: string) => new new Window().DOMParser().parseFromString(html, 'text/html');
const open = async (api: Api, path: string = routes.contact, headers: Fields = {}) =>
  parse(await (await api.send(path, { headers })).text());
/** What a field holds; happy-dom leaves the newline at the start of a textarea that browsers drop. */
const fieldValue = (page: ReturnType<typeof parse>, name: string): string => {
  const area = page.querySelector(`textarea[name="${name}"]`);
  return area
    ? area.textContent.replace(/^\n/, '')
    : (page.querySelector(`input[name="${name}"]`)?.getAttribute('value') ?? '');
};

const submit = (api: Api, fields: Fields, headers: Fields = { 'sec-fetch-site': 'same-origin' }) =>
  api.send(routes.contact, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  });

/** Fields of a form that was opened and filled for a minute. */
async function filled(api: Api, change: Fields = {}): Promise<Fields> {
  const key = fieldValue(await open(api), 'key');
  api.clock.now += 60_000;
  return { key, locale: 'en', topic: 'billing', message: 'The invoice\r\nis wrong.', name: '', address: '', ...change };
}
const capabilityIn = (response: Response) => response.headers.get('location')?.split('#')[1] ?? '';
const tickets = ({ store }: Api) => store.listTickets({ status: undefined, before: undefined, limit: 99 });

describe('contact form without JavaScript', () => {
  test('has a label for every field and the topics, and says who is told by when', async () => {
    const page = await open(openApi());
    expect(page.querySelector('h1')?.textContent).toBe('Contact a person');
    expect(page.querySelector('.plain-intro')?.textContent).toContain('by when they reply');
    for (const name of ['topic', 'message', 'name', 'address']) {
      expect(page.querySelector(`label[for="${name}"]`)).not.toBeNull();
    }
    const options = [...page.querySelectorAll('option')].map((option) => option.textContent);
    expect(options).toEqual(['Choose a topic', 'Billing', 'Something else']);
    expect(page.querySelectorAll('script')).toHaveLength(0);
    expect(page.querySelectorAll('[style]')).toHaveLength(0);
  });

  test('is found with a slash at the end as well, and a page that is not there keeps its own policy', async () => {
    const api = openApi({
      pages: async () => new Response('?', { headers: { 'content-security-policy': 'its own' } }),
    });
    const response = await api.send('/contact/?locale=de');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/contact?locale=de']);
    const missing = await api.send('/contact/nothing/');
    expect(missing.headers.get('content-security-policy')).toBe('its own');
  });

  test('speaks the language that was asked for, else the browser’s', async () => {
    const api = openApi();
    const language = async (path: string, accepted = '') => {
      const page = await open(api, path, accepted ? { 'accept-language': accepted } : {});
      return [page.documentElement.lang, page.querySelector('h1')?.textContent];
    };
    const german = ['de', 'Einen Menschen fragen'];
    expect(await language('/contact?locale=de', 'en')).toEqual(german);
    expect(await language('/contact', 'fr, de-AT;q=0.8, en;q=0.7')).toEqual(german);
    expect(await language('/contact', 'fr;q=1, de;q=0')).toEqual(['en', 'Contact a person']);
    expect(await language('/contact?locale=xx')).toEqual(['en', 'Contact a person']);
  });

  test('leads to the request page, which shows the thread and takes a reply', async () => {
    const api = openApi();
    const sent = await submit(api, await filled(api, { name: 'Ada', address: 'ada@example.com' }));
    expect(sent.status).toBe(303);
    const capability = capabilityIn(sent);
    expect(sent.headers.get('location')).toBe(`/request#${capability}`);
    const cookie = sent.headers.get('set-cookie') ?? '';
    expect(cookie).toBe(`tierzero-request=${capability}; Path=/request; HttpOnly; SameSite=Strict`);

    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const page = await open(api, routes.request, headers);
    expect(page.querySelector('h1')?.textContent).toMatch(/^Your request TZ-\w{6}$/);
    expect(page.querySelector('.plain-text')?.textContent).toBe('The invoice\nis wrong.');
    expect(fieldValue(page, 'link')).toBe(`${origin}/request#${capability}`);

    const reply = { key: fieldValue(page, 'key'), text: 'And the second one.' };
    const answer = async (fields: Fields) =>
      api.send(routes.request, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams(fields).toString(),
      });
    expect((await answer(reply)).status).toBe(303);
    expect((await answer(reply)).status).toBe(303);
    const after = await open(api, routes.request, headers);
    const texts = [...after.querySelectorAll('.plain-text')].map((text) => text.textContent);
    expect(texts).toEqual(['The invoice\nis wrong.', 'And the second one.']);

    const empty = await answer({ key: fieldValue(after, 'key'), text: ' ' });
    expect(empty.status).toBe(422);
    expect(parse(await empty.text()).querySelector('#text-error')?.textContent).toContain('Write some words');
    const changed = await answer({ ...reply, text: 'Other words' });
    expect(changed.status).toBe(422);
    expect(fieldValue(parse(await changed.text()), 'text')).toBe('Other words');
  });

  test('makes one request of a form that is sent twice', async () => {
    const api = openApi();
    const fields = await filled(api);
    const [one, two] = [await submit(api, fields), await submit(api, fields)];
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(capabilityIn(one)).toBe(capabilityIn(two));
    expect(await tickets(api)).toHaveLength(1);
  });

  test('asks again, with the text kept, when a form was sent before with other text', async () => {
    const api = openApi();
    const fields = await filled(api);
    await submit(api, fields);
    const again = await submit(api, { ...fields, message: 'Other words' });
    expect(again.status).toBe(422);
    const page = parse(await again.text());
    expect(page.querySelector('[role="alert"]')?.textContent).toContain('was sent before with other text');
    expect(fieldValue(page, 'message')).toBe('Other words');
    expect(fieldValue(page, 'key')).not.toBe(fields['key']);
  });

  test.each([
    ['too fast', 1_999, 'very quick', true],
    ['after more than a day', 24 * 3_600_000 + 1, 'open for more than a day', false],
  ])('asks again when it comes back %s', async (_, age, sentence, sameKey) => {
    const api = openApi();
    const key = fieldValue(await open(api), 'key');
    api.clock.now += age;
    const fields = { key, topic: 'billing', message: 'Kept words' };
    const again = await submit(api, fields);
    const page = parse(await again.text());
    expect(page.querySelector('[role="alert"]')?.textContent).toContain(sentence);
    expect(fieldValue(page, 'message')).toBe('Kept words');
    expect(fieldValue(page, 'key') === key).toBe(sameKey);
    api.clock.now += 2_000;
    expect((await submit(api, { ...fields, key: fieldValue(page, 'key') })).status).toBe(303);
  });

  test('takes no key that it did not make', async () => {
    const api = openApi();
    const { key = '' } = await filled(api);
    const [made = '', id = '', signature = ''] = key.split('.');
    for (const forged of ['', 'x', `${made}.other.${signature}`, `${(0).toString(36)}.${id}.${signature}`, `${key}x`]) {
      expect((await submit(api, { key: forged, topic: 'billing', message: 'Words' })).status).toBe(422);
    }
    expect(await tickets(api)).toEqual([]);
  });

  test('says at each field what is wrong with it', async () => {
    const api = openApi();
    const fields = await filled(api, { topic: '', message: ' ', name: 'x'.repeat(101), address: 'ada' });
    const page = parse(await (await submit(api, fields)).text());
    for (const [name, sentence] of [
      ['topic', 'Choose what it is about.'],
      ['message', 'Write some words'],
      ['name', 'Shorten the name'],
      ['address', 'Write an address such as'],
    ]) {
      expect(page.querySelector(`#${name}-error`)?.textContent).toContain(sentence);
      expect(page.querySelector(`#${name}`)?.getAttribute('aria-invalid')).toBe('true');
      expect(page.querySelector(`#${name}`)?.getAttribute('aria-describedby')).toContain(`${name}-error`);
    }
    expect((await submit(api, { ...fields, topic: 'billing', message: 'Words', name: '', address: '' })).status).toBe(
      303,
    );
  });

  test('keeps what a machine sends, marked', async () => {
    const api = openApi();
    expect((await submit(api, await filled(api, { website: 'https://spam.example.com' }))).status).toBe(303);
    expect((await tickets(api))[0]?.held).toBe(true);
  });

  test('sends the page somebody came from while it is ticked', async () => {
    const api = openApi();
    const page = await open(api, '/contact?from=/articles/invoices/');
    expect(page.querySelector('.plain-check code')?.textContent).toBe('/articles/invoices/');
    const from = fieldValue(page, 'from');
    const contextOf = async (change: Fields) => {
      const sent = await submit(api, await filled(api, { from, ...change }));
      return (await api.store.threadByCapability(await hashOf(capabilityIn(sent))))?.context;
    };
    expect(await contextOf({ 'send-from': 'yes' })).toEqual([
      { kind: 'page', id: 'page', url: `${origin}/articles/invoices/`, title: '' },
    ]);
    expect(await contextOf({})).toEqual([]);
    for (const bad of ['https://evil.example.com/', '//evil.example.com', '/\\evil', '/a?b=c', 'javascript:alert(1)']) {
      expect(fieldValue(await open(api, `/contact?from=${encodeURIComponent(bad)}`), 'from')).toBe('');
    }
  });

  test('keeps the text when the network sends too much and when the database does not answer', async () => {
    const limited = openApi({ config: { rateLimit: 1 } });
    await submit(limited, await filled(limited));
    const refused = await submit(limited, await filled(limited, { message: 'Kept words' }));
    expect(refused.status).toBe(429);
    const page = parse(await refused.text());
    expect(page.querySelector('[role="alert"]')?.textContent).toMatch(/again in \d+ minutes/);
    expect(fieldValue(page, 'message')).toBe('Kept words');

    const down = openApi();
    down.store.claimKey = async () => {
      throw new StoreUnavailable('SQLite: disk is full');
    };
    const failed = await submit(down, await filled(down, { message: 'Kept words' }));
    expect(failed.status).toBe(503);
    expect(fieldValue(parse(await failed.text()), 'message')).toBe('Kept words');
  });

  test('takes nothing from a page of another site', async () => {
    const api = openApi();
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example.com' },
      { origin: 'null' },
    ]) {
      expect((await problemOf(await submit(api, await filled(api), headers))).code).toBe('origin-not-allowed');
    }
    // Browsers for the terminal say nothing of either kind, and no cookie is at stake here.
    expect((await submit(api, await filled(api), {})).status).toBe(303);
  });

  test('answers a body that is too large with the form', async () => {
    const api = openApi();
    const large = await submit(api, await filled(api, { message: 'x'.repeat(70_000) }));
    expect(large.status).toBe(413);
    expect(parse(await large.text()).querySelector('form')).not.toBeNull();
  });

  test('shows whatever was typed as text, and nothing of it as markup', async () => {
    const api = openApi();
    const hostile = fc.oneof(
      fc.constantFrom(
        '</textarea><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "' autofocus onfocus='alert(1)",
        '</title><script>',
        '&lt;b&gt; &amp;quot; &#34;',
        '\n\nstarts with empty lines',
        '<!--',
      ),
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 60 }),
    );
    /** The form again, because topic and address are wrong. */
    const again = async (words: Fields) => {
      const response = await submit(api, await filled(api, { ...words, topic: 'Not A Topic' }));
      expect(response.status).toBe(422);
      return response.text();
    };
    // Without one more of either, nothing typed can begin a tag or end an attribute.
    const marks = (html: string) => [html.split('<').length, html.split('"').length];
    const usual = marks(await again({ message: 'Words', name: 'Ada', address: 'x' }));
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (message, name, address) => {
        const html = await again({ message: `x${message}`, name, address: `x ${address}` });
        expect(marks(html)).toEqual(usual);
        const page = parse(html);
        expect(fieldValue(page, 'message')).toBe(`x${message}`);
        expect(fieldValue(page, 'name')).toBe(name.trim());
      }),
      { numRuns: 60 },
    );
  });
});

describe('request page without JavaScript', () => {
  const pages = async (request: Request) => new Response(`built ${new URL(request.url).pathname}`);

  test('leaves the built page to who has no cookie, a foreign one, or JavaScript', async () => {
    const api = openApi({ pages });
    const built = async (path: string, cookie = '') => {
      const response = await api.send(path, { headers: { cookie } });
      return [await response.text(), response.headers.get('set-cookie')];
    };
    expect(await built('/request')).toEqual(['built /request', null]);
    const cookie = `tierzero-request=${'x'.repeat(43)}`;
    expect(await built('/request/', cookie)).toEqual(['built /request/', expect.stringContaining('Max-Age=0')]);
    const sent = await submit(api, await filled(api));
    const good = sent.headers.get('set-cookie')?.split(';')[0];
    expect((await built('/request', good))[0]).toContain('<!doctype html>');
    expect(await built('/request?live', good)).toEqual(['built /request', null]);
    expect((await built('/request/live.js'))[0]).toContain('location.replace');
  });

  test('opens a link that was kept on another device', async () => {
    const api = openApi();
    const capability = capabilityIn(await submit(api, await filled(api)));
    const opening = (link: string) =>
      api.send('/request/open', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ link }).toString(),
      });
    for (const link of [` ${origin}/request#${capability} `, capability]) {
      const response = await opening(link);
      expect([response.status, response.headers.get('location')]).toEqual([303, `/request#${capability}`]);
    }
    const unknown = await opening(`${origin}/request#${'x'.repeat(43)}`);
    expect(unknown.status).toBe(422);
    expect(parse(await unknown.text()).querySelector('#link-error')?.textContent).toContain('No request belongs');
  });

  test('says which known issue a request is part of, and promises nothing beyond it', async () => {
    const api = openApi();
    const sent = await submit(api, await filled(api));
    const cookie = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await open(api, routes.request, { cookie })).querySelector('.plain-status')?.textContent).toContain(
      'First',
    );
    const [ticket] = await tickets(api);
    const said = { titles: { en: 'Exports hang' }, texts: { en: '<b>Soon</b>.' }, topic: 'billing' };
    const body = { ...said, tickets: [ticket?.id ?? ''] };
    await announceIssue(api.deps, { key: newKey(), body, agent: mo });
    const page = await open(api, routes.request, { cookie });
    expect(page.querySelector('.plain-notice')?.textContent).toBe(
      'Part of a known issue: Exports hang. <b>Soon</b>. It is being worked on. The answer comes here.',
    );
    expect(page.querySelector('.plain-status')?.textContent).not.toContain('First');
  });

  test('has the known issue chosen that somebody wants to be told of, also after a mistake', async () => {
    const api = openApi();
    const said = { titles: { en: 'Exports hang' }, texts: { en: '<b>Soon</b>.' }, topic: 'billing' };
    const announced = await announceIssue(api.deps, { key: newKey(), body: { ...said, tickets: [] }, agent: mo });
    const issue = announced.kind === 'announced' ? announced.issue.id : '';
    const page = await open(api, `${routes.contact}?locale=en&issue=${issue}`);
    expect(page.querySelector('main')?.textContent).toContain('Exports hang <b>Soon</b>.');
    expect(['issue', 'message'].map((name) => fieldValue(page, name))).toEqual([
      issue,
      'I have this problem too: Exports hang',
    ]);
    expect(page.querySelector('option[selected]')?.getAttribute('value')).toBe('billing');
    const again = await submit(api, await filled(api, { issue, message: ' ' }));
    expect(fieldValue(parse(await again.text()), 'issue')).toBe(issue);
    await submit(api, await filled(api, { issue }));
    expect((await tickets(api))[0]).toMatchObject({ issue, status: 'on-hold' });
    const other = await open(api, `${routes.contact}?locale=en&issue=none`);
    expect(other.querySelector('input[name="issue"]')).toBeNull();
  });

  test('forgets a request when asked', async () => {
    const api = openApi();
    const response = await api.send('/request/forget', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(response.headers.get('set-cookie')).toContain('Max-Age=0');
  });

  test('shows an agent’s words as text', async () => {
    const api = openApi();
    const sent = await submit(api, await filled(api, { message: '<b>bold</b>' }));
    const cookie = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await open(api, routes.request, { cookie });
    expect(page.querySelector('.plain-text')?.textContent).toBe('<b>bold</b>');
    expect(page.querySelector('.plain-text b')).toBeNull();
  });

  test('makes a document of the help center a link in what an agent wrote, and nothing else', async () => {
    const api = openApi();
    const link = `${origin}/articles/launcher-missing/`;
    const sent = await submit(api, await filled(api, { message: `I did read ${link}` }));
    const [ticket] = await tickets(api);
    const agent = await signIn(api);
    const text = `<b>Read</b> ${link}, not https://evil.example/articles/launcher-missing/`;
    expect((await agent.post(`${routes.deskTickets}/${ticket?.id}/messages`, { text })).status).toBe(201);
    const cookie = sent.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = await open(api, routes.request, { cookie });
    expect([...page.querySelectorAll('.plain-text')].at(-1)?.textContent).toBe(text);
    expect([...page.querySelectorAll('.plain-text :is(a, b)')].map((one) => one.getAttribute('href'))).toEqual([link]);
  });
});

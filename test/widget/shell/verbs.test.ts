import { describe, expect, it, vi } from 'vitest';
import { type Actions, createVerbs } from '../../../widget/shell/verbs.ts';

const setUp = () => {
  const actions = {
    show: vi.fn(),
    replace: vi.fn(),
    hide: vi.fn(),
    resolve: vi.fn(async (ids: string[]) => ids.find((id) => id.startsWith('faq:')) ?? ids[0]),
    guide: vi.fn(async (id?: string, _?: { before?: () => Promise<void> }): Promise<string | undefined> => id),
    suggest: vi.fn(),
    identify: vi.fn(),
    logout: vi.fn(async () => {}),
    context: vi.fn(),
    page: vi.fn(),
    locale: vi.fn(async () => {}),
    theme: vi.fn(),
    consent: vi.fn(async () => {}),
    on: vi.fn(),
    once: vi.fn(),
    off: vi.fn(),
    inspect: vi.fn(),
    info: vi.fn(),
  };
  const run = createVerbs(actions as unknown as Actions);
  return { actions, run };
};

describe('verbs', () => {
  it('names every verb when one is unknown', () => {
    const { run } = setUp();
    expect(() => run('explode', [])).toThrow(/no verb 'explode'.*open, close.*article.*search.*destroy/);
    expect(() => run('constructor', [])).toThrow(/no verb/);
  });
  it('opens the way to be told of a known issue from a link that names it', async () => {
    const { actions, run } = setUp();
    run('contact', ['issue-1']);
    expect(actions.show).toHaveBeenLastCalledWith({ view: 'contact', issue: 'issue-1' });
    run('contact', ['']);
    expect(actions.show).toHaveBeenLastCalledWith({ view: 'contact' });
    run('contact', [{ topic: 'invoices', issue: 'issue-1' }]);
    expect(actions.show).toHaveBeenLastCalledWith({ view: 'contact', topic: 'invoices' });
  });
  it('opens a document at once and resolves to what has the slug', async () => {
    const { actions, run } = setUp();
    await run('article', ['does-it-set-cookies', { anchor: 'why' }]);
    expect(actions.show).toHaveBeenCalledWith({ view: 'document', id: 'article:does-it-set-cookies', anchor: 'why' });
    expect(actions.replace).toHaveBeenCalledWith({ view: 'document', id: 'faq:does-it-set-cookies', anchor: 'why' });
  });
  it('rejects where there is no such document', async () => {
    const { actions, run } = setUp();
    actions.resolve.mockRejectedValueOnce(new Error('no document'));
    await expect(run('article', ['gone'])).rejects.toThrow('no document');
  });
  it('takes an id where a slug is meant', async () => {
    const { actions, run } = setUp();
    await run('walkthrough', ['walkthrough:first', { step: 2, as: 'list' }]);
    expect(actions.show).toHaveBeenCalledWith({ view: 'document', id: 'walkthrough:first', step: 2 });
  });
  it('leads through a walkthrough, and opens it as a list where it cannot or is told to', async () => {
    const { actions, run } = setUp();
    actions.guide.mockResolvedValueOnce(undefined);
    await run('walkthrough', ['first', { step: 'open', offer: true }]);
    expect(actions.guide).toHaveBeenCalledWith('walkthrough:first', { step: 'open', offer: true });
    expect(actions.show).not.toHaveBeenCalled();
    await run('walkthrough', ['first']);
    expect(actions.show).toHaveBeenCalledWith({ view: 'document', id: 'walkthrough:first' });
  });
  it('leads in the language that a link carries, before anything is shown', async () => {
    const { actions, run } = setUp();
    actions.guide.mockImplementationOnce(async (_, wish) => {
      await wish?.before?.();
      expect(actions.locale).toHaveBeenCalledWith('de');
      return undefined;
    });
    await run('walkthrough', ['de/first']);
    expect(actions.guide).toHaveBeenCalledWith('walkthrough:first', { before: expect.any(Function) });
    await run('walkthrough', ['walkthrough:pt-BR/first', { as: 'list' }]);
    expect(actions.locale).toHaveBeenLastCalledWith('pt-BR');
    expect(actions.show).toHaveBeenCalledWith({ view: 'document', id: 'walkthrough:first' });
  });
  it('keeps its language where a link carries none', async () => {
    const { actions, run } = setUp();
    await run('walkthrough', ['first']);
    expect(actions.locale).not.toHaveBeenCalled();
  });
  it('goes on with a walkthrough without a slug, or does nothing', async () => {
    const { actions, run } = setUp();
    await run('walkthrough', []);
    expect(actions.guide).toHaveBeenCalledWith(undefined, {});
    expect(actions.show).not.toHaveBeenCalled();
  });
  it('reads one that was under way and cannot go on', async () => {
    const { actions, run } = setUp();
    actions.guide.mockResolvedValueOnce('walkthrough:first');
    await run('walkthrough', []);
    expect(actions.show).toHaveBeenCalledWith({ view: 'document', id: 'walkthrough:first' });
  });
  it.each([{ step: 0 }, { step: -1 }, { step: 2.5 }, { step: '' }, { step: {} }, { as: 'nonsense' }])(
    'leads nowhere with %o, and says what is expected',
    async (options) => {
      const { actions, run } = setUp();
      await expect(run('walkthrough', ['first', options])).rejects.toThrow(/^tierzero\('walkthrough', …\) expects/);
      expect(actions.guide).not.toHaveBeenCalled();
    },
  );
  it('decodes words that came from an address, and no others', () => {
    const { actions, run } = setUp();
    run('search', ['reset%20password']);
    run('search', ['50%25 off']);
    expect(actions.show.mock.calls).toEqual([
      [{ view: 'search', query: 'reset password' }],
      [{ view: 'search', query: '50%25 off' }],
    ]);
  });
  it('says what a verb expects', () => {
    const { run } = setUp();
    expect(() => run('article', [])).toThrow(/expects a slug/);
    expect(() => run('open', ['nowhere'])).toThrow(/expects one of home/);
    expect(() => run('theme', ['pink'])).toThrow(/auto, light or dark/);
    expect(() => run('suggest', ['article:a'])).toThrow(/list of ids/);
  });
  it('passes on only what it knows', () => {
    const { actions, run } = setUp();
    run('context', [{ plan: 'pro', seats: 3, nested: { a: 1 }, gone: null }]);
    run('identify', [{ email: 'ada@example.com', admin: true }]);
    run('suggest', [['article:a', 'nonsense', 'faq:b']]);
    expect(actions.context).toHaveBeenCalledWith({ plan: 'pro', seats: 3, gone: null });
    expect(actions.identify).toHaveBeenCalledWith({ email: 'ada@example.com' });
    expect(actions.suggest).toHaveBeenCalledWith(['article:a', 'faq:b']);
  });
});

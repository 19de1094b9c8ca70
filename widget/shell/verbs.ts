import { localeIn } from '../../content/schema/beginning.ts';
import type { DocumentId } from '../../content/schema/name.ts';
import type { Run } from '../loader/handle.ts';
import type { Identity, Info, Verbs } from '../public-api.ts';
import { defined } from '../ui/defined.ts';
import type { Route } from '../ui/kit.ts';
import { decoded, fields, isDocumentId, refuse, slugOf, text } from './arguments.ts';
import { isTheme, type Theme } from './theme.ts';

/** A verb as the host calls it: nothing about its arguments is known. */
type Verb = (...args: unknown[]) => unknown;

/** What verbs act on. */
export interface Actions {
  show: (route?: Route) => void;
  /** The same place under its right name. */
  replace: (route: Route) => void;
  hide: () => void;
  /** Resolves to the id that is there: the FAQ's where no article has the slug. Throws when nothing has it. */
  resolve: (ids: DocumentId[]) => Promise<DocumentId>;
  /** Leads through it, or on from where it was left; answers what is to be read instead. */
  guide: (
    id: DocumentId | undefined,
    wish: { step?: number | string; offer?: boolean; before?: () => Promise<void> },
  ) => Promise<DocumentId | undefined>;
  suggest: (documents: DocumentId[] | null) => void;
  identify: (identity: Identity) => void;
  logout: () => Promise<void>;
  context: (values: Parameters<Verbs['context']>[0]) => void;
  page: (page: Parameters<Verbs['page']>[0]) => void;
  locale: (locale: string) => Promise<void>;
  theme: (theme: Theme) => void;
  consent: (consent: { storage: boolean }) => Promise<void>;
  on: Verb;
  once: Verb;
  off: Verb;
  inspect: () => Promise<void>;
  info: () => Info;
}

/** Counted from 1, or by its name. */
const isStep = (step: unknown): step is number | string =>
  typeof step === 'number' ? Number.isInteger(step) && step > 0 : text(step) !== undefined;

const views = ['home', 'search', 'article', 'walkthrough', 'contact', 'requests'];
const reading = (actions: Actions): Record<string, Verb> => {
  /** Opens at once, so that a slow network shows; rejects when there is no such document, so that a link goes its way. */
  const read = async (ids: [DocumentId, ...DocumentId[]], rest: { anchor?: string; step?: number }) => {
    actions.show({ view: 'document', id: ids[0], ...rest });
    const id = await actions.resolve(ids);
    if (id !== ids[0]) actions.replace({ view: 'document', id, ...rest });
  };
  return {
    article(slug, options) {
      const name = slugOf(slug) || refuse('article', 'a slug');
      return read([`article:${name}`, `faq:${name}`], defined({ anchor: text(fields(options)['anchor']) }));
    },
    async walkthrough(slug, options) {
      const { step, as = 'guide', offer } = fields(options);
      const locale = localeIn(text(slug) ?? '');
      const name = slugOf(slug).slice(locale ? locale.length + 1 : 0);
      if (!name && slug !== undefined && slug !== '') return refuse('walkthrough', 'a slug');
      if (as !== 'guide' && as !== 'list') return refuse('walkthrough', 'guide or list for as');
      if (step !== undefined && !isStep(step)) return refuse('walkthrough', 'the number or the name of a step');
      const id = name ? (`walkthrough:${name}` as const) : undefined;
      // Who was promised it in a language is led in that one, whatever the page speaks.
      const before = locale ? () => actions.locale(locale) : undefined;
      const wish = defined({ step, offer: offer === true ? true : undefined, before });
      if (as === 'list') await before?.();
      // A document that is not there is told of by reading it.
      const unled = as === 'list' ? id : await actions.guide(id, wish);
      if (unled) return read([unled], defined({ step: typeof step === 'number' ? step : undefined }));
    },
    search(words) {
      const query = decoded(text(words) ?? '').slice(0, 200);
      actions.show(query ? { view: 'search', query } : { view: 'home' });
    },
  };
};

const opening = (actions: Actions): Record<string, Verb> => ({
  open(view) {
    if (view === undefined) return actions.show();
    if (!views.includes(String(view))) refuse('open', `one of ${views.join(', ')}`);
    actions.show(view === 'contact' || view === 'requests' ? { view } : { view: 'home' });
  },
  close: () => actions.hide(),
  contact(prefill) {
    const { topic, message } = fields(prefill);
    // A link has one value: the known issue that somebody wants to be told of.
    actions.show({ view: 'contact', ...defined({ topic: text(topic), message: text(message), issue: text(prefill) }) });
  },
});

const telling = (actions: Actions): Record<string, Verb> => ({
  suggest(documents) {
    if (documents === null) return actions.suggest(null);
    if (!Array.isArray(documents)) return refuse('suggest', 'a list of ids such as article:slug, or null');
    actions.suggest(documents.filter(isDocumentId));
  },
  identify(identity) {
    const { id, name, email, getToken } = fields(identity);
    actions.identify({
      ...defined({ id: text(id), name: text(name), email: text(email) }),
      ...(typeof getToken === 'function' ? { getToken: async () => String(await getToken()) } : {}),
    });
  },
  logout: () => actions.logout(),
  context(values) {
    const known = Object.entries(fields(values)).filter(
      (entry): entry is [string, string | number | boolean | null] =>
        entry[1] === null || ['string', 'number', 'boolean'].includes(typeof entry[1]),
    );
    actions.context(Object.fromEntries(known));
  },
  page(page) {
    const { path, title } = fields(page);
    actions.page(defined({ path: text(path), title: text(title) }));
  },
  locale: (locale) => actions.locale(text(locale) ?? refuse('locale', 'a tag such as en')),
  theme: (theme) => actions.theme(isTheme(theme) ? theme : refuse('theme', 'auto, light or dark')),
  consent: (consent) => actions.consent({ storage: fields(consent)['storage'] === true }),
});

/** Verbs that need none of this code: the loader's and the shell's own. */
const others = 'toggle, destroy';

/** The verbs by name. */
export const createVerbs = (actions: Actions): Run => {
  const verbs: Record<string, Verb> = {
    ...opening(actions),
    ...reading(actions),
    ...telling(actions),
    on: actions.on,
    once: actions.once,
    off: actions.off,
    inspect: () => actions.inspect(),
    info: () => actions.info(),
  };
  return (verb, args) => {
    const known = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!known)
      throw new TypeError(`tierzero has no verb '${verb}'. It has ${Object.keys(verbs).join(', ')}, ${others}.`);
    return known(...args);
  };
};

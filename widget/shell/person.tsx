import { ContextCard } from '../context/card.tsx';
import contextCss from '../context/context.css?inline';
import {
  ContactView,
  escalationCss,
  IssueNotices,
  RequestsView,
  stopMail,
  TellView,
  ThreadView,
} from '../escalation/index.ts';
import { mailOf } from '../escalation/mail.ts';
import { loadEscalationMessages } from '../i18n/escalation.ts';
import type { Identity } from '../public-api.ts';
import formCss from '../ui/form.css?inline';
import { addIcons } from '../ui/icon.tsx';
import { later } from '../ui/icon-paths.ts';
import type { Kit, Route } from '../ui/kit.ts';
import { useValue, type Value } from '../ui/value.ts';

/** The way to a person: a chunk of its own, because most people find their answer. */

export const css = [formCss, contextCss, escalationCss];
export { IssueNotices, loadEscalationMessages as loadMessages, stopMail };

addIcons(later);

type MailKit = Pick<Kit, 'api' | 'storage' | 'now' | 'emit'>;

/** Tells how many replies are unread and how many requests there are, now and after every change. */
export const followMail = (kit: MailKit, tell: (unread: number, requests: number) => void): (() => void) => {
  const { requests, outbox } = mailOf(kit);
  const count = async () => tell(await requests.unread(), (await requests.list()).length);
  const ends = [requests.on(() => void count()), outbox.on(() => void count())];
  void count();
  return () => {
    for (const end of ends) end();
  };
};

interface PersonProps {
  kit: Kit;
  route: Extract<Route, { view: 'contact' | 'requests' | 'thread' }>;
  identity: Value<Identity>;
}

export const PersonView = ({ kit, route, identity }: PersonProps) => {
  const { name, email } = useValue(identity);
  if (route.view === 'requests') return <RequestsView kit={kit} />;
  if (route.view === 'thread') return <ThreadView key={route.reference} kit={kit} reference={route.reference} />;
  const { topic, message, issue } = route;
  const prefill = {
    ...(topic ? { topic } : {}),
    ...(message ? { message } : {}),
    ...(name ? { name } : {}),
    ...(email ? { address: email } : {}),
  };
  if (issue) return <TellView kit={kit} id={issue} />;
  return <ContactView kit={kit} card={ContextCard} prefill={prefill} asked={route} />;
};

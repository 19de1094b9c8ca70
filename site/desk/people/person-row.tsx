import { useState } from 'preact/hooks';
import type { ListedPerson, SignInToken } from '../../../api/contract/people.ts';
import { Button } from '../../../widget/ui/button.tsx';
import { Notice } from '../../../widget/ui/notice.tsx';
import type { DeskKit } from '../kit.ts';
import { plain } from '../plain.ts';
import { AskedButton } from './asked-button.tsx';
import { LinkOnce } from './link-once.tsx';
import { StandingFields } from './standing-fields.tsx';
import { groupsText } from './standing-text.ts';
import { useCommand } from './use-command.ts';

interface PersonRowProps {
  kit: DeskKit;
  person: ListedPerson;
  now: number;
  onChanged: (list: { people: ListedPerson[] }) => void;
  onStale: () => void;
  onSignedOut: () => void;
}

/** Somebody of the team, and, opened, what can be done about them. */
export const PersonRow = (props: PersonRowProps) => {
  const { kit, person, now } = props;
  const { t, moments } = kit;
  const [isOpen, setOpen] = useState(false);
  const { name, role, groups, seenAt, sessions, shutOutAt, isOperator } = person;
  const seen = seenAt ? t('people.seen', { time: moments.brief(seenAt, now) }) : t('people.seen.never');
  return (
    <li class="person" data-out={shutOutAt !== undefined}>
      <div class="person-who">
        <span>
          <bdi class="person-name">{plain(name)}</bdi>
          {shutOutAt && <span class="tag-out">{t('people.out')}</span>}
        </span>
        <span class="quiet">
          {t(`people.role.${role}`)} · {isOperator ? t('people.operator') : groupsText(kit, groups)}
        </span>
      </div>
      <span class="person-seen quiet">
        {seen}
        {sessions > 0 && ` · ${t('people.sessions', { count: sessions })}`}
      </span>
      {!isOperator && (
        <Button
          aria-expanded={isOpen}
          aria-label={t('people.change.of', { name: plain(name) })}
          onClick={() => setOpen(!isOpen)}
        >
          {t('people.change')}
        </Button>
      )}
      {isOpen && <Editor key={person.id} {...props} onClose={() => setOpen(false)} />}
    </li>
  );
};

const Editor = ({
  kit,
  person,
  onChanged,
  onStale,
  onSignedOut,
  onClose,
}: PersonRowProps & { onClose: () => void }) => {
  const { t, client } = kit;
  const { id } = person;
  const [standing, setStanding] = useState({ name: person.name, role: person.role, groups: person.groups });
  const [isNameless, setNameless] = useState(false);
  const [link, setLink] = useState<SignInToken>();
  const { busy, failed, run } = useCommand(onSignedOut);
  const isOut = person.shutOutAt !== undefined;
  return (
    <form
      class="person-editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!standing.name.trim()) {
          setNameless(true);
          event.currentTarget.querySelector('input')?.focus();
          return;
        }
        run(
          () => client.people.change(id, standing),
          (list) => {
            onChanged(list);
            onClose();
          },
        );
      }}
    >
      <StandingFields
        kit={kit}
        standing={standing}
        isNameless={isNameless && !standing.name.trim()}
        onChange={setStanding}
      />
      {failed && <Notice kind="danger">{t(failed)}</Notice>}
      <p class="person-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {t('people.save')}
        </Button>
        <Button onClick={onClose}>{t('people.cancel')}</Button>
      </p>
      <p class="person-actions">
        {!isOut && (
          <Button busy={busy} onClick={() => run(() => client.people.link(id), setLink)}>
            {t('people.link.make')}
          </Button>
        )}
        {person.sessions > 0 && (
          <AskedButton
            t={t}
            label={t('people.end')}
            question={t('people.end.sure', { name: plain(person.name) })}
            busy={busy}
            onYes={() => run(() => client.people.endSessions(id), onStale)}
          />
        )}
        {isOut ? (
          <Button busy={busy} onClick={() => run(() => client.people.change(id, { isShutOut: false }), onChanged)}>
            {t('people.let-in')}
          </Button>
        ) : (
          <AskedButton
            t={t}
            label={t('people.shut-out')}
            question={t('people.shut-out.sure', { name: plain(person.name) })}
            busy={busy}
            onYes={() => run(() => client.people.change(id, { isShutOut: true }), onChanged)}
          />
        )}
      </p>
      {link && <LinkOnce kit={kit} link={link} title={t('people.link.for', { name: plain(person.name) })} />}
    </form>
  );
};

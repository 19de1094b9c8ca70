import type { Standing } from '../../../api/contract/audit.ts';
import { role as roleContract } from '../../../api/contract/desk.ts';
import { Field } from '../../../widget/ui/field.tsx';
import { type DeskKit, groupTitle } from '../kit.ts';

interface StandingFieldsProps {
  kit: DeskKit;
  standing: Standing;
  /** It was sent without a name. */
  isNameless: boolean;
  onChange: (standing: Standing) => void;
}

/** Name, role and groups. Whoever is of a partner is an agent, so nothing else can be chosen then. */
export const StandingFields = ({ kit, standing, isNameless, onChange }: StandingFieldsProps) => {
  const { t, groups } = kit;
  const { name, role } = standing;
  const isPartner = isOfPartner(kit, standing.groups);
  const toggle = (id: string, on: boolean) => {
    const next = on ? [...standing.groups, id] : standing.groups.filter((one) => one !== id);
    onChange({ ...standing, groups: next, role: isOfPartner(kit, next) ? 'agent' : role });
  };
  // A group that is gone from the file is shown as long as somebody is in it.
  const gone = standing.groups.filter((id) => !groups.some((group) => group.id === id));
  return (
    <div class="standing">
      <Field
        label={t('people.name')}
        hint={t('people.name.hint')}
        error={isNameless ? t('people.name.missing') : undefined}
      >
        {(control) => (
          <input
            {...control}
            required
            maxLength={80}
            autocomplete="off"
            value={name}
            onInput={(event) => onChange({ ...standing, name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t('people.role')} hint={t(isPartner ? 'people.role.partner' : `people.role.${role}.hint`)}>
        {(control) => (
          <select
            {...control}
            value={role}
            disabled={isPartner}
            onChange={(event) =>
              onChange({ ...standing, role: roleContract.safeParse(event.currentTarget.value).data ?? role })
            }
          >
            {roleContract.options.map((option) => (
              <option key={option} value={option}>
                {t(`people.role.${option}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset class="standing-groups">
        <legend>{t('people.groups')}</legend>
        {groups.map(({ id, tier, partner }) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={standing.groups.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            <span>
              <bdi>{groupTitle(kit, id)}</bdi>{' '}
              <span class="quiet">{t(partner ? 'people.groups.partner' : 'side.tier', { tier })}</span>
            </span>
          </label>
        ))}
        {gone.map((id) => (
          <label key={id} class="check">
            <input type="checkbox" checked onChange={() => toggle(id, false)} />
            <span>
              {id} <span class="quiet">{t('people.groups.gone')}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
};

/** As the API sees it: only groups of partners, or only ones that are gone. */
export const isOfPartner = ({ groups }: Pick<DeskKit, 'groups'>, ids: readonly string[]): boolean =>
  ids.length > 0 && ids.every((id) => groups.find((group) => group.id === id)?.partner !== false);

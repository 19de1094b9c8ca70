import type { HandoverNote } from '../../../api/contract/handover.ts';
import { linesOf, type NoteLine, type NoteSection } from '../../../api/contract/handover-lines.ts';
import { type DeskKit, languageName } from '../kit.ts';
import { placeQuery } from '../place.ts';
import { plain } from '../plain.ts';

interface NoteLinesProps {
  kit: DeskKit;
  note: HandoverNote;
  now: number;
}

/** The lines of a note, in the agent's language and zone. */
export const linesFor = ({ t, locale, moments }: DeskKit, note: HandoverNote): NoteLine[] => {
  const language = note.language === undefined ? {} : { language: languageName({ locale }, note.language) };
  return linesOf({ ...note, ...language }, { t, moment: moments.exact });
};

/**
 * What a note says, in sections that fold.
 *
 * SECURITY: much of it was typed or named by somebody else. Text nodes only, and no title can turn what follows it.
 */
export const NoteLines = ({ kit, note }: NoteLinesProps) => {
  const sections = Map.groupBy(linesFor(kit, note), ({ section }) => section);
  return (
    <div class="note">
      {[...sections].map(([section, lines]) => (
        <details key={section} class="note-section" open={isOpen(section)}>
          <summary>{kit.t(`note.section.${section}`)}</summary>
          <LineList lines={lines} />
        </details>
      ))}
    </div>
  );
};

/** What whoever gets it reads first. */
const isOpen = (section: NoteSection): boolean => section === 'problem' || section === 'work' || section === 'next';

/** Lines of one field stand under one word. */
export const LineList = ({ lines }: { lines: readonly NoteLine[] }) => (
  <dl class="note-lines">
    {[...Map.groupBy(lines, ({ field }) => field)].map(([field, same]) => (
      <div key={field}>
        <dt>{same[0]?.label}</dt>
        {same.map(({ text, ticket }, place) => (
          // Two lines may say the same; they never change places.
          <dd key={place} dir="auto">
            {ticket === undefined ? plain(text) : <a href={placeQuery({ ticket })}>{plain(text)}</a>}
          </dd>
        ))}
      </div>
    ))}
  </dl>
);

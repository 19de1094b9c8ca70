import { withDocumentLinks } from '../../api/contract/document-link.ts';

interface WrittenProps {
  /** Of the team: a requester's text has no links. */
  text: string;
  /** Folder of the help center, an absolute URL ending in `/`. */
  base: string;
}

/** What the team wrote. Documents of the help center open beside the conversation. */
export const Written = ({ text, base }: WrittenProps) => (
  <>
    {withDocumentLinks(text, base).map((part) =>
      part.isLink ? (
        <a href={part.text} target="_blank" rel="noopener">
          {part.text}
        </a>
      ) : (
        part.text
      ),
    )}
  </>
);

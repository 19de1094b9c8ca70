import type { LinkTarget } from '../../content/schema/tree.ts';
import type { Translate } from '../i18n/translate.ts';

/** What a tree needs to know of the place it is shown in. */
export interface Frame {
  t: Translate;
  /** Folder of the help center, ending in `/`. */
  base: string;
  /** Level of the document's title; its own headings start one below. */
  level: number;
  link: (target: LinkTarget) => FrameLink;
  /** Says a sentence to screen readers. */
  announce: (text: string) => void;
}

export interface FrameLink {
  href: string;
  /** Leads out of the help center: opens beside it. */
  away?: boolean;
  /** A plain click does this instead of following. */
  onOpen?: () => void;
}

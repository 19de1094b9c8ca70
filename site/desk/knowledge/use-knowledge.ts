import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { insertText } from './insert.ts';

/** What stands beside the conversation; on a narrow screen, in its place. */
export type Pane = 'thread' | 'side' | 'knowledge' | 'handover';

/** What keys of the desk do in the request that is open. */
export interface KnowledgeCommands {
  search?: () => void;
  replies?: () => void;
  /** Closes what stands beside the conversation, or in its place; answers whether something did. */
  close?: () => boolean;
}

/** Where the agent is in the panel; kept while it is closed. */
export interface KnowledgePlace {
  query: string;
  /** Id of the document that is read. */
  reading?: string | undefined;
  /** Internal documents whose text the agent has said may go into the reply. */
  agreed: readonly string[];
}

/** Puts a text where the cursor of the reply is; `choose` is selected then. */
export type Insert = (text: string, choose?: readonly [from: number, to: number]) => void;

export interface KnowledgeControl {
  place: KnowledgePlace;
  go: (place: KnowledgePlace) => void;
  openPanel: () => void;
  closePanel: () => void;
  /** Whether a saved reply is being chosen. */
  choosing: boolean;
  chooseReply: () => void;
  endChoice: () => void;
  insert: Insert;
}

interface KnowledgeOptions {
  /** The reply's field. */
  area: RefObject<HTMLTextAreaElement | null>;
  commands: RefObject<KnowledgeCommands>;
  pane: Pane;
  setPane: (pane: Pane) => void;
  /** Whether what the team writes for itself is for this agent. */
  isAllowed: boolean;
}

/** Below this the panel covers the conversation; the style sheet says the same. */
const narrow = '(max-width: 75rem)';

/** The knowledge base beside a request: what is open, and the way into the reply. */
export const useKnowledge = ({ area, commands, pane, setPane, isAllowed }: KnowledgeOptions): KnowledgeControl => {
  const [place, go] = useState<KnowledgePlace>({ query: '', agreed: [] });
  const [choosing, setChoosing] = useState(false);
  const [waiting, setWaiting] = useState<Parameters<Insert>>();
  // A dialog that closes gives the focus back, and browsers set the cursor to the beginning then.
  const cursor = useRef<[start: number, end: number]>(undefined);
  const putBack = () => {
    if (cursor.current) area.current?.setSelectionRange(...cursor.current);
    cursor.current = undefined;
  };
  // A field that is covered takes no text: the conversation is there again first.
  useLayoutEffect(() => {
    if (!waiting || !area.current) return;
    setWaiting(undefined);
    putBack();
    insertText(area.current, ...waiting);
  }, [waiting, pane]);

  const opener = useRef<HTMLElement>(undefined);
  const openPanel = () => {
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    setPane('knowledge');
  };
  const chooseReply = () => {
    if (!area.current) return;
    cursor.current = [area.current.selectionStart, area.current.selectionEnd];
    setChoosing(true);
  };
  useEffect(() => {
    if (isAllowed) commands.current = { search: openPanel, replies: chooseReply };
    return () => {
      commands.current = {};
    };
  }, []);
  useEffect(() => {
    commands.current.close = () => {
      // Where there is room for it, what is known of the request always stands there.
      const isOpen = pane !== 'thread' && (pane !== 'side' || window.matchMedia(narrow).matches);
      setPane('thread');
      return isOpen;
    };
  }, [pane]);
  useEffect(() => {
    // In the field, where letters are text.
    const onKeyDown = (event: KeyboardEvent) => {
      const isKey = event.key === '.' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isAllowed || !isKey || event.isComposing || event.target !== area.current) return;
      event.preventDefault();
      chooseReply();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return {
    place,
    go,
    openPanel,
    closePanel() {
      setPane('thread');
      // Back to where it was opened from, which on a narrow screen is covered until then: a key that was pressed outside of
      // the field must not be a letter in it the next time.
      requestAnimationFrame(() => opener.current?.focus());
    },
    choosing,
    chooseReply,
    endChoice() {
      putBack();
      setChoosing(false);
    },
    insert(...text) {
      if (window.matchMedia(narrow).matches) setPane('thread');
      setWaiting(text);
    },
  };
};

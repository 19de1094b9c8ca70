/** Where a text goes in what is there: a text of several lines stands between blank ones, any other between spaces. */
export const padded = (text: string, before: string, after: string): { lead: string; trail: string } => {
  if (!text.includes('\n')) {
    return {
      lead: before === '' || /\s$/.test(before) ? '' : ' ',
      trail: after === '' || /^[\s.,;:!?)]/.test(after) ? '' : ' ',
    };
  }
  const breaks = (had: number) => '\n'.repeat(Math.max(0, 2 - had));
  return {
    lead: before === '' ? '' : breaks(/\n*$/.exec(before)![0].length),
    trail: after.trim() === '' ? '' : breaks(/^\n*/.exec(after)![0].length),
  };
};

/**
 * Puts a text where the cursor is. What was typed stays, a selection too: the text goes behind it. `choose` says what of
 * the text is selected afterwards, to be typed over.
 */
export const insertText = (
  area: HTMLTextAreaElement,
  text: string,
  choose?: readonly [from: number, to: number],
): void => {
  const { value, selectionEnd } = area;
  const { lead, trail } = padded(text, value.slice(0, selectionEnd), value.slice(selectionEnd));
  area.focus();
  area.setSelectionRange(selectionEnd, selectionEnd);
  type(area, lead + text + trail);
  const start = selectionEnd + lead.length;
  if (choose) area.setSelectionRange(start + choose[0], start + choose[1]);
  else area.setSelectionRange(start + text.length, start + text.length);
};

/** As typing does: nothing else that a page can do to a field is taken back by undo. */
const type = (area: HTMLTextAreaElement, text: string): void => {
  if (document.execCommand?.('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }));
};

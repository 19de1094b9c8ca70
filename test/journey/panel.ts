import type { Locator, Page } from 'playwright-core';

/** The widget on a page, by what a person sees of it. */
export interface Panel {
  dialog: Locator;
  field: Locator;
  options: Locator;
  open(): Promise<void>;
  contact(): Promise<void>;
  /** Writes and sends a message from the contact view. */
  ask(message: string): Promise<void>;
}

export function panelOf(page: Page): Panel {
  const dialog = page.getByRole('dialog');
  const panel: Panel = {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Search for an answer' }),
    options: dialog.getByRole('option'),
    async open() {
      await page.getByRole('button', { name: 'Help', exact: true }).click();
      await panel.field.waitFor();
    },
    async contact() {
      await dialog
        .getByRole('button', { name: /^contact a person/i })
        .first()
        .click();
      await dialog.getByRole('textbox', { name: 'What happened?' }).waitFor();
    },
    async ask(message) {
      await dialog.getByRole('textbox', { name: 'What happened?' }).fill(message);
      await dialog.getByRole('combobox', { name: /what is it about/i }).selectOption({ label: 'The widget' });
      await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    },
  };
  return panel;
}

/** The reference of what was just sent, once the API has answered. */
export const referenceIn = async (place: Locator): Promise<string> => {
  const shown = place.getByText(/TZ-[0-9A-Z]{6}/).first();
  await shown.waitFor();
  return /TZ-[0-9A-Z]{6}/.exec((await shown.textContent()) ?? '')?.[0] ?? '';
};
